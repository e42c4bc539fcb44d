"""Forms are drafted, checked, published, compared and rolled back."""

from dataclasses import replace

import pytest

from chezhan.engines.forms.drafts import create_form
from chezhan.kernel.errors import Forbidden
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import COMPANY, DESIGN, FORMS, NAME, field, told

KIND, REGION = field("kind"), field("region", required_when=COMPANY)


def codes(problems) -> list[str]:
    return [one["code"] for one in problems]


def test_a_new_form_has_every_field_in_it_and_can_be_published(designer):
    draft = designer.begin()
    (tab,) = draft["layout"]["tabs"]
    fields = [part["field"] for section in tab["sections"] for part in section["parts"]]
    assert fields[:4] == ["name", "phone", "wechat", "kind"]
    assert designer.problems(draft) == []
    assert designer.publish(draft) == {"number": 1}


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ([KIND], "form_required_missing"),
        ([], "form_empty"),
        ([NAME, NAME | {"id": "again"}], "form_field_twice"),
        ([NAME, field("x_gone")], "form_unknown_field"),
        ([NAME | {"read_only": True}], "form_required_hidden"),
        ([NAME | {"show_when": COMPANY}, KIND], "form_required_hidden"),
        ([NAME, field("region", required=True, read_only=True)], "form_required_locked"),
        ([NAME, field("region", show_when={"formula": "city ="})], "formula_syntax"),
        ([NAME, field("region", show_when={"formula": "nobody = 1"})], "unknown_field"),
        ([NAME, field("region", show_when={"formula": "annual_income"})], "kind_mismatch"),
        ([NAME, field("kind", default={"value": "alien"})], "form_default_unfit"),
        ([NAME, field("city", default={"formula": "region"}), field("region", default={"formula": "city"})],
         "form_default_circle"),
        ([NAME, field("city", show_when={"formula": 'region = "a"'}),
          field("region", show_when={"formula": 'city = "a"'})], "form_show_circle"),
        ([NAME, field("region", refusals=[{"when": COMPANY, "message": {}}])], "form_message_missing"),
        ([NAME, field("region", show_when={"group": {"combinator": "and", "rules": []}})],
         "form_condition_empty"),
        ([NAME, field("region", show_when={"formula": "count(vehicle) > 0"})], "form_condition_unfit"),
    ],
)  # fmt: skip
def test_what_can_not_be_followed_is_named_and_not_published(designer, colleague, parts, code):
    draft = designer.begin()
    draft = designer.save(draft, layout={"tabs": [{"id": "t1", "sections": [{"id": "s1", "parts": parts}]}]})
    assert code in codes(designer.problems(draft))
    assert designer.publish(draft, 422)["error"]["code"] == "form_has_problems"
    assert colleague().ask("get", f"{FORMS}/customer") == {"form": None}


def test_fields_of_other_records_are_out_of_reach(designer):
    draft = designer.begin(entity="sales_order")
    whole = draft["layout"]
    whole["tabs"][0]["sections"][0]["parts"][0]["show_when"] = {"formula": 'brand = "x" and vin = "y"'}
    problems = designer.problems(designer.save(draft, layout=whole))
    assert "form_condition_reach" in codes(problems)
    assert next(one for one in problems if one["code"] == "form_condition_reach")["params"]["field"] == "vin"


def test_two_who_edit_one_draft_do_not_lose_each_others_work(designer, colleague):
    draft = designer.begin()
    designer.save(draft, NAME, KIND)
    refused = designer.save(draft, NAME, status=409)["error"]
    assert (refused["code"], refused["params"]["version"]) == ("form_draft_changed", 2)
    kept = designer.ask("get", f"{DESIGN}/{draft['id']}")
    assert [part["field"] for part in kept["layout"]["tabs"][0]["sections"][0]["parts"]] == ["name", "kind"]
    # Nor does anybody publish what they have not seen.
    assert designer.publish(draft, 409)["error"]["code"] == "form_draft_changed"
    assert kept["published"] is None


def test_history_tells_who_and_goes_back(designer, colleague):
    draft = designer.put(NAME, KIND, REGION)
    draft = designer.ask("get", f"{DESIGN}/{draft['id']}")
    designer.publish(designer.save(draft, NAME, KIND))
    colleague().create("customer", name="华运物流", kind="company")
    assert designer.ask("post", f"{DESIGN}/{draft['id']}/roll-back", {"number": 1}) == {"number": 3}
    versions = designer.ask("get", f"{DESIGN}/{draft['id']}/versions")
    assert [(one["number"], one["back_to"], one["by_name"]) for one in versions] == [
        (3, 1, "Manager"), (2, None, "Manager"), (1, None, "Manager"),
    ]  # fmt: skip
    refused = colleague().create("customer", 422, name="华运物流", kind="company")["error"]
    assert told(refused) == {"region": "value_required"}
    after = designer.ask("get", f"{DESIGN}/{draft['id']}")
    assert (after["published"], after["unpublished"]) == (3, False)


def test_what_differs_between_two_versions_is_told(designer):
    draft = designer.put(NAME, KIND, REGION)
    draft = designer.ask("get", f"{DESIGN}/{draft['id']}")
    designer.save(draft, field("region", required=True), NAME, field("city"))
    found = designer.ask("get", f"{DESIGN}/{draft['id']}/compare?before=1")
    assert [(one["kind"], one["field"], one["member"]) for one in found] == [
        ("removed", "kind", ""), ("added", "city", ""), ("changed", "region", "required"),
        ("changed", "region", "required_when"), ("moved", "name", ""),
    ]  # fmt: skip


def test_what_is_published_already_is_not_published_again(designer):
    draft = designer.put(NAME)
    assert designer.publish(designer.ask("get", f"{DESIGN}/{draft['id']}"), 422)["error"]["code"] == "form_nothing_new"


def test_a_withdrawn_form_asks_for_nothing(designer, colleague):
    draft = designer.put(NAME, field("region", required=True))
    designer.ask("post", f"{DESIGN}/{draft['id']}/withdraw", {}, status=204)
    colleague().create("customer", name="李雷")
    assert designer.ask("get", f"{DESIGN}/{draft['id']}")["published"] is None


def test_a_discarded_draft_is_what_is_in_force_again(designer):
    draft = designer.put(NAME, KIND)
    draft = designer.ask("get", f"{DESIGN}/{draft['id']}")
    designer.save(draft, NAME)
    assert designer.ask("post", f"{DESIGN}/{draft['id']}/discard", {}) == {"deleted": False}
    kept = designer.ask("get", f"{DESIGN}/{draft['id']}")
    assert [part["field"] for part in kept["layout"]["tabs"][0]["sections"][0]["parts"]] == ["name", "kind"]
    other = designer.begin("另一张")
    assert designer.ask("post", f"{DESIGN}/{other['id']}/discard", {}) == {"deleted": True}
    designer.ask("get", f"{DESIGN}/{other['id']}", status=404)


def test_a_copy_is_for_its_own_roles(designer):
    draft = designer.put(NAME, KIND)
    copy = designer.ask("post", f"{DESIGN}/{draft['id']}/copy", {"name": "市场", "roles": ["marketing"]}, status=201)
    assert (copy["roles"], copy["published"]) == (["marketing"], None)
    taken = {"name": "市场", "roles": []}
    refused = designer.ask("post", f"{DESIGN}/{draft['id']}/copy", taken, status=409)
    assert refused["error"]["code"] == "form_name_taken"


def test_only_who_designs_fields_designs_forms(designer, colleague, cast):
    draft = designer.put(NAME)
    advisor = colleague()
    for method, path, body in (
        ("get", f"{DESIGN}?entity=customer", None),
        ("post", DESIGN, {"entity": "customer", "name": "我的"}),
        ("get", f"{DESIGN}/{draft['id']}", None),
        ("patch", f"{DESIGN}/{draft['id']}", {"draft_version": 2, "name": "我的"}),
        ("post", f"{DESIGN}/{draft['id']}/publish", {"draft_version": 2}),
        ("post", f"{DESIGN}/{draft['id']}/withdraw", {}),
    ):
        advisor.ask(method, path, body, status=403)
    kept = designer.ask("get", f"{DESIGN}/{draft['id']}")
    assert (kept["name"], kept["published"], kept["draft_version"]) == ("表单", 1, 2)
    looking = replace(cast.actor("manager", store="north"), viewed_by=cast.people["owner"].id)
    with tenant_context(cast.stores["north"]), pytest.raises(Forbidden):
        create_form(actor=looking, entity="customer", name="看", roles=[], purposes=[])


def test_another_stores_form_is_none(designer, colleague):
    draft = designer.put(NAME)
    colleague("both", "south").ask("get", f"{DESIGN}/{draft['id']}", status=404)
