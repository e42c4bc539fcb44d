"""Forms of B, in words that no answer to A's people may hold; and how requests name them."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from chezhan.catalogue.definitions.stores import of_store
from chezhan.engines.forms.drafts import create_form
from chezhan.engines.forms.layout import FieldPart, Layout, Section, Tab, Words, layout_as_json
from chezhan.engines.forms.models import Form, FormPost, PublicForm
from chezhan.engines.forms.public.keeping import open_to_public
from chezhan.engines.forms.publishing import publish_form
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tests.bench.tenancy.word import CANARY
from tests.factories.cast import Cast

FORM = {"draft_version": 1}


def make_forms(cast: Cast) -> dict[str, list[UUID]]:
    """One form in force for each kind of record that ships."""
    with public_context():
        ref = StoreRef.of(Store.objects.select_related("group").get(id=cast.stores["rival"].id))
    actor = replace(cast.actor("rival_manager", store="rival"), person_name=f"{CANARY} manager", store=ref)
    made = []
    with tenant_context(ref):
        kinds = of_store(ref).entities[:3]
        for entity in kinds:
            said = Words(zh=f"{CANARY} 提示", en=f"{CANARY} help")
            parts = tuple(
                FieldPart(kind="field", id=f"f{number}", field=one.name, help=said, label=said)
                for number, one in enumerate(one for one in entity.own_fields if not one.fixed)
            )
            layout = Layout(tabs=(Tab(id="t", label=said, sections=(Section(id="s", label=said, parts=parts),)),))
            form = create_form(actor=actor, entity=entity.name, name=f"{CANARY} {entity.name}", roles=(), purposes=())
            Form.objects.filter(id=form.id).update(layout=layout_as_json(layout))
            made.append(form.id)
    for form_id in made:
        with tenant_context(ref):
            publish_form(actor=actor, form_id=form_id, draft_version=1, note=CANARY)
    with tenant_context(ref):
        public = open_to_public(actor=actor, form_id=made[0])
        words = {"title": CANARY, "intro": CANARY, "thanks": CANARY}
        PublicForm.objects.filter(id=public.id).update(**words)
        post = FormPost.objects.create(public=public, key=CANARY, entity="customer", reasons={"": CANARY})
    return {"form_id": made, "post_id": [post.id]}


def forms_cases(case: Any) -> dict[str, Any]:
    """By operation."""
    return {
        "get_form": case(query=lambda names: {"purpose": "edit"}),
        "get_form_state": case(body=lambda names: {"purpose": "edit", "record_id": names["record_id"], "values": {}}),
        "list_forms": case(query=lambda names: {"entity": names.entity}),
        "list_form_roles": case(),
        "create_form": case(body=lambda names: {"entity": names.entity, "name": ""}),
        "order_forms": case(body=lambda names: {"entity": names.entity, "forms": [names["form_id"]]}),
        "get_form_draft": case(),
        "save_form_draft": case(body=lambda names: {**FORM, "name": "改名"}),
        "discard_form_draft": case(body=lambda names: {}),
        "copy_form": case(body=lambda names: {"name": "抄来", "roles": []}),
        "check_form_draft": case(),
        "preview_form": case(body=lambda names: {"role": "", "values": {}}),
        "publish_form": case(body=lambda names: FORM),
        "withdraw_form": case(body=lambda names: {}),
        "list_form_versions": case(),
        "compare_form_versions": case(query=lambda names: {"before": 1}),
        "roll_back_form": case(body=lambda names: {"number": 1}),
        "get_public_form": case(),
        "open_public_form": case(body=lambda names: {}),
        "change_public_form": case(body=lambda names: {"version": 1, "thanks": "看"}),
        "get_public_form_qr": case(),
        "list_form_posts": case(),
        "enter_form_post": case(body=lambda names: {}),
        # the link itself is for everybody: asked by one of nobody's
        "read_public_form": case(),
        "read_public_form_state": case(body=lambda names: {"values": {"name": "看"}}),
        "send_public_form": case(body=lambda names: {"key": "12345678", "ticket": "x", "values": {"name": "看"}}),
    }
