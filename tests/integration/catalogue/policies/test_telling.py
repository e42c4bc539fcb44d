"""What is told beforehand is what happens; what is explained is what the lens does."""

from dataclasses import replace

import pytest

from chezhan.access.rights import Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.policies.comparing import reached
from chezhan.catalogue.records.viewer import viewer_of
from tenants.context import tenant_context
from tenants.lookup import find_in_store
from tests.integration.catalogue.policies.conftest import policy


def _preview(ask, *changes):
    return ask("manager", "post", "policies/preview", {"changes": list(changes)})


def _change(role="sales_advisor", entity="sales_order", **shape):
    return {"role": role, "entity": entity, "policy": policy(**shape)}


def _rights(showroom, name: str, entity: str) -> dict:
    """field → (right on every record, highest), as the lens has them."""
    actor = showroom.actor(name, store="north")
    # As the next request has it: the cast's own stays as it was when the store was made.
    _, store, _ = find_in_store(person_id=actor.person_id, slug=actor.in_store.slug)
    actor = replace(actor, store=store)
    with tenant_context(actor.in_store):
        kind = of_store(actor.in_store).entity_named(entity)
        lens = viewer_of(actor).lens(kind)
        return {field: reached(lens, field).as_json() for field in kind.fields}


def test_the_preview_is_what_happens(showroom, ask, sign_in):
    change = _change(usual="read", fields={"price": "hidden", "region": "masked"}, actions=["export"], rows="own")
    before = _rights(showroom, "advisor", "sales_order")
    (effect,) = _preview(ask, change)
    assert [one["name"] for one in effect["people"]] == ["Advisor", "Both"]
    (found,) = effect["entities"]
    assert (found["entity"], found["rows"]["direction"]) == ("sales_order", "narrower")
    assert found["rows"]["after"] == [[{"reach": "own", "predicate": ""}]]
    assert (found["actions_gained"], found["actions_lost"]) == (["export"], ["comment", "create"])
    assert _rights(showroom, "advisor", "sales_order") == before
    ask("manager", "post", "policies", {"changes": [change]})
    after = _rights(showroom, "advisor", "sales_order")
    told = {one["name"]: (one["before"], one["after"]) for one in found["fields"]}
    assert told == {name: (before[name], after[name]) for name in before if before[name] != after[name]}


def test_what_nobody_notices_is_not_told(showroom, ask):
    assert _preview(ask) == []
    assert _preview(ask, _change(role="call_centre", entity="customer", usual="write")) == []
    assert _preview(ask, {"role": "sales_advisor", "entity": "sales_order", "policy": None}) == []


def test_a_second_role_makes_up_for_what_the_first_loses(showroom, ask, sign_in):
    north = showroom.stores["north"].slug
    gift = {"person_id": str(showroom.people["both"].id), "role": "finance"}
    sign_in("manager").post(
        f"/api/account/groups/{showroom.groups['a'].slug}/stores/{north}/roles", gift, content_type="application/json"
    )
    kept = {
        name: right.right.name.lower() for name, right in shipped_policy("sales_advisor", "sales_order").fields.items()
    }
    fields = {**kept, "price": ("hidden", "write")}
    shape = {"usual": ("read", "write"), "fields": fields, "actions": ["create", "comment"]}
    (effect,) = _preview(ask, _change(**shape))
    assert [one["name"] for one in effect["people"]] == ["Advisor"]


def test_only_who_sets_policies_is_told(showroom, ask):
    ask("advisor", "post", "policies/preview", {"changes": []}, status=403)
    ask("advisor", "get", "policies", status=403)
    ask("advisor", "get", "policies/explain", status=403, entity="customer", field="phone")


@pytest.mark.parametrize(("entity", "field"), [("customer", "phone"), ("customer", "name"), ("sales_order", "price")])
@pytest.mark.parametrize("name", ["advisor", "manager", "owner"])
def test_the_explanation_agrees_with_the_lens(showroom, ask, entity, field, name):
    person = str(showroom.people[name].id)
    told = ask("manager", "get", "policies/explain", entity=entity, field=field, person=person)
    assert {"right": told["right"], "highest": told["highest"]} == _rights(showroom, name, entity)[field]
    most = max(max(Right[one["right"].upper()], Right[(one["own"] or "hidden").upper()]) for one in told["roles"])
    assert told["highest"] == most.name.lower()


def test_it_says_by_which_rule_and_under_which_condition(showroom, ask):
    person = str(showroom.people["advisor"].id)
    told = ask("manager", "get", "policies/explain", entity="customer", field="phone", person=person)
    assert told["person"] == {"id": person, "name": "Advisor"}
    (role,) = told["roles"]
    assert {key: role[key] for key in ("role", "source", "rule", "right", "own", "cut")} == {
        "role": "sales_advisor",
        "source": "shipped",
        "rule": "personal",
        "right": "masked",
        "own": "write",
        "cut": None,
    }
    assert told["effective"] == [
        {"right": "write", "rows": [{"reach": "own", "predicate": ""}]},
        {"right": "masked", "rows": []},
    ]


def test_it_says_when_another_kind_of_record_hides_the_field(showroom, ask):
    ask("manager", "put", "policies/customer/sales_advisor", {"policy": policy("hidden", rows="none")})
    told = ask("manager", "get", "policies/explain", entity="sales_order", field="customer", roles="sales_advisor")
    assert told["shown"] == "hidden"
    assert {"code": "hidden_beyond", "params": {"target": "customer"}} in told["notes"]
    assert ask("manager", "get", "policies/explain", entity="customer", field="nothing", status=422)
    stranger = str(showroom.people["technician"].id)
    ask("manager", "get", "policies/explain", entity="customer", field="phone", person=stranger, status=404)
