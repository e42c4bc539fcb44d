"""A form in each kind of record whose notes tell, field by field, whether it holds the left twin's value.

In both twins, for the asker's role, as if it had been published before a field was hidden.
"""

from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.catalogue.entity import Entity, Field
from chezhan.engines.forms.models import Form, FormVersion
from chezhan.engines.forms.schema import FormSchema
from chezhan.kernel.errors import AppError
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.revision import bump_revision
from tenants.roles import OWNER
from tests.bench.fieldpolicy.values import VALUES


def put_forms(store: StoreRef, entities: tuple[Entity, ...], *, roles: list[str], asked: Any) -> None:
    """`asked(field)`: the left twin's value, as a filter names it."""
    with tenant_context(store):
        for number, entity in enumerate(entities):
            usable = [one for one in entity.fields.values() if not one.retired and not one.formula]
            parts: list[dict[str, Any]] = [
                {"kind": "field", "id": f"f_{one.name}", "field": one.name} for one in usable
            ]
            parts += [note for one in usable if (note := _note(entity, one, asked))]
            layout = {"tabs": [{"id": "t", "sections": [{"id": "s", "parts": parts}]}]}
            form_id = UUID(int=0x01A20000000070008000000000000000 + number)
            form = Form(id=form_id, entity=entity.name, name="表单", roles=roles, layout=layout, published=1)
            form.changed_by = form_id
            form.save(force_insert=True)
            FormVersion(form=form, number=1, name="表单", roles=roles, layout=layout, by=form_id, by_name="某人").save(
                force_insert=True
            )
    with transaction.atomic(using=OWNER):
        bump_revision(store_id=store.id)


def _note(entity: Entity, field: Field, asked: Any) -> dict[str, Any] | None:
    try:
        ref = FormSchema(entity).field(field.name)
    except AppError:
        return None
    if ref is None:
        return None
    rule: dict[str, Any] = {"field": field.name, "operator": "notNull", "value": None}
    if not ref.opaque and field.type.name in VALUES:
        operator = "contains" if ref.kind == "list" else "="
        rule = {"field": field.name, "operator": operator, "value": asked(field)}
    when = {"group": {"combinator": "and", "rules": [rule]}}
    return {"kind": "note", "id": f"n_{field.name}", "text": {"zh": "注"}, "show_when": when}
