"""A form shows records that belong to its own as a table, to who may see them, and each is held to its own kind."""

from dataclasses import replace

import pytest

from chezhan.access.rights import CLOSED, FieldRight, Right
from chezhan.access.shipped import FULL
from chezhan.catalogue.policies.setting import Change, set_policies
from tests.integration.engines.forms.conftest import COMPANY, DESIGN, FORMS, NAME, field, told


def cars(*columns: str, **members):
    return {"kind": "rows", "id": "cars", "entity": "vehicle", "via": "customer", "columns": list(columns), **members}


def parts_of(person, purpose="edit"):
    (tab,) = person.ask("get", f"{FORMS}/customer?purpose={purpose}")["form"]["tabs"]
    return [(part["kind"], part.get("columns")) for section in tab["sections"] for part in section["parts"]]


@pytest.mark.parametrize(
    ("part", "code", "params"),
    [
        (cars("brand") | {"via": "brand"}, "form_rows_lead_elsewhere", {}),
        (cars("brand") | {"entity": "task", "via": "vehicle"}, "form_rows_lead_elsewhere", {}),
        (cars("brand", "x_gone"), "form_unknown_field", {"field": "x_gone"}),
        (cars("brand", "customer"), "form_unknown_field", {"field": "customer"}),
        (cars(), "form_rows_empty", {}),
        (cars("plate"), "form_rows_required_missing", {"field": "brand", "label": "Brand", "label_zh": "品牌"}),
    ],
)
def test_a_table_that_could_not_be_filled_in_is_named_and_not_published(designer, part, code, params):
    draft = designer.save(designer.begin(), NAME, part)
    (problem,) = designer.problems(draft)
    assert (problem["part"], problem["code"], problem["params"]) == ("cars", code, params)
    assert designer.publish(draft, 422)["error"]["code"] == "form_has_problems"


def test_who_may_not_see_the_records_has_no_table_of_them(designer, colleague, cast):
    designer.put(NAME, cars("plate", "brand", label={"zh": "名下车辆"}))
    advisor = colleague()
    assert parts_of(advisor) == [("field", None), ("rows", ["plate", "brand"])]
    owner = cast.actor("owner", store="north")
    without = replace(FULL, fields={"plate": FieldRight(Right.HIDDEN)})
    set_policies(actor=owner, changes=[Change("sales_advisor", "vehicle", without)])
    assert parts_of(advisor) == [("field", None), ("rows", ["brand"])]
    set_policies(actor=owner, changes=[Change("sales_advisor", "vehicle", CLOSED)])
    assert parts_of(advisor) == [("field", None)]
    assert parts_of(colleague("manager")) == [("field", None), ("rows", ["plate", "brand"])]


def test_a_row_is_held_to_the_form_of_its_own_kind(designer, colleague):
    designer.put(NAME, cars("plate", "brand", read_only=True), name="客户")
    designer.put(
        field("customer"), field("brand"), field("color", required_when={"formula": 'brand = "蔚来"'}),
        name="车辆", entity="vehicle",
    )  # fmt: skip
    advisor = colleague()
    owner = advisor.create("customer", name="李雷")["record"]["id"]
    assert told(advisor.create("vehicle", 422, customer=owner, brand="蔚来")["error"]) == {"color": "value_required"}
    advisor.create("vehicle", customer=owner, brand="理想")


def test_a_table_is_shown_under_a_condition_and_told_of_between_versions(designer, colleague):
    draft = designer.put(NAME, field("kind"), cars("brand", show_when=COMPANY))
    advisor = colleague()
    for kind, hidden in (("person", ["cars"]), ("company", [])):
        state = advisor.ask("post", f"{FORMS}/customer/state", {"purpose": "create", "values": {"kind": kind}})
        assert state["state"]["hidden"] == hidden
    now = designer.ask("get", f"{DESIGN}/{draft['id']}")
    designer.save(now, NAME, field("kind"), cars("brand", "color", show_when=COMPANY))
    (change,) = designer.ask("get", f"{DESIGN}/{draft['id']}/check")["changes"]
    assert (change["what"], change["member"], change["after"]) == ("rows", "columns", ["brand", "color"])
