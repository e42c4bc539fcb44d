"""What B's store defines itself, in words that no answer to A's people may hold; and how requests name it."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.models import CatalogueChange
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.services.entities import change_entity
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.labels import Label
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tests.bench.tenancy.word import CANARY
from tests.factories.cast import Cast

# B's own field of its customers, and one that nobody has.
FIELD_OF_B, FIELD_OF_NOBODY = "x_of_b", "x_of_n"
# Columns that hold names of a few letters, types and the like.
NAMES_AND_TYPES = {
    f"catalogue_{table}.{column}"
    for table, columns in {
        "field": ("entity", "name", "type", "column_name", "target", "formula", "sensitivity", "origin"),
        "entity": ("name", "origin"),
        "change": ("entity", "field", "kind", "origin"),
    }.items()
    for column in columns
}
NOTE = {"label": {"zh": "备注"}, "type": "text"}


def make_design(cast: Cast) -> dict[str, list[Any]]:
    """Answers what requests name: fields and changes of B's."""
    store = cast.stores["rival"]
    actor = replace(cast.actor("rival_manager", store="rival"), person_name=f"{CANARY} manager")
    said = Label(f"{CANARY} 字段", f"{CANARY} field")
    draft = FieldDraft(said, "text", name=FIELD_OF_B, help=said, section=CANARY)
    add_field(actor=actor, store=store, entity="customer", draft=draft)
    # Who asks what uses the field is told of this one.
    add_field(
        actor=actor,
        store=store,
        entity="customer",
        draft=FieldDraft(said, "formula", name="x_uses_it", formula=f"{FIELD_OF_B} & name"),
    )
    change_entity(actor=actor, store=store, name="customer", changes={"label": said, "plural": said, "icon": CANARY})
    with public_context():
        ref = StoreRef.of(Store.objects.select_related("group").get(id=store.id))
    with tenant_context(ref):
        of_store(ref).entity_named("customer").model.objects.update(**{FIELD_OF_B: CANARY})
        changes: list[UUID] = list(CatalogueChange.objects.values_list("id", flat=True))
    return {"field": [FIELD_OF_B], "change_id": changes}


def design_cases(case: Any) -> dict[str, Any]:
    """By operation. What would change the asker's own design is asked of B's alone."""
    convert = {"type": "number", "accept_loss": True}
    return {
        "list_designed_entities": case(),
        "get_design": case(),
        "add_entity": case(body=lambda names: {"label": {"zh": ""}, "plural": {"zh": ""}}),
        "change_entity": case(body=lambda names: {"title": [names["field"]]}),
        "retire_entity": case(),
        "bring_back_entity": case(),
        "reorder_entities": case(body=lambda names: {"entities": [names["field"]]}),
        "reorder_fields": case(body=lambda names: {"fields": [names["field"]]}),
        "add_field": case(body=lambda names: {**NOTE, "type": "link", "target": names["field"]}),
        "change_field": case(body=lambda names: {"section": "a"}),
        "retire_field": case(),
        "bring_back_field": case(),
        "check_formula": case(body=lambda names: {"formula": f"{names['field']} & name"}),
        "read_field_uses": case(),
        "index_field": case(),
        "preview_conversion": case(body=lambda names: convert),
        "convert_field": case(body=lambda names: convert),
        "list_design_changes": case(),
        "undo_design_change": case(body=lambda names: {}),
        "read_group_design": case(),
        "change_entity_in_stores": case(body=lambda names: {"change": {"icon": "a"}}),
        "retire_entity_in_stores": case(body=lambda names: {"stores": [names["store"]]}),
        "bring_back_entity_in_stores": case(body=lambda names: {"stores": [names["store"]]}),
        "spread_entity": case(body=lambda names: {"stores": [names["store"]]}),
        "spread_field": case(body=lambda names: {"stores": [names["store"]]}),
        "list_store_design": case(),
        "get_store_design": case(),
        "add_entity_in_stores": case(
            body=lambda names: {"entity": {"label": {"zh": "a"}, "plural": {"zh": "a"}}, "stores": [names["store"]]}
        ),
        "add_field_in_stores": case(body=lambda names: {"field": NOTE, "stores": [names["store"]]}),
        "change_field_in_stores": case(body=lambda names: {"change": {"section": "a"}, "stores": [names["store"]]}),
        "retire_field_in_stores": case(body=lambda names: {"stores": [names["store"]]}),
        "bring_back_field_in_stores": case(body=lambda names: {"stores": [names["store"]]}),
    }
