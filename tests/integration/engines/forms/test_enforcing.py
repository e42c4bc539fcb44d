"""A form in force is held to at every write of an actor, and nothing else is."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chezhan.engines.forms import published
from chezhan.engines.forms.refusals import BadLayout
from tests.integration.engines.forms.conftest import COMPANY, FORMS, NAME, RECORDS, field, told

KIND, REGION = field("kind"), field("region", required_when=COMPANY)


def test_what_a_value_asks_for_must_be_there(designer, colleague):
    designer.put(NAME, KIND, REGION)
    advisor = colleague()
    refused = advisor.create("customer", 422, name="华运物流", kind="company")
    assert told(refused["error"]) == {"region": "value_required"}
    assert refused["error"]["fields"] == {"region": ["This field must be filled in."]}
    assert advisor.ask("get", f"{RECORDS}/customer")["rows"] == []
    advisor.create("customer", name="华运物流", kind="company", region="城东")
    advisor.create("customer", name="李雷", kind="person")


def test_a_draft_asks_for_nothing(designer, colleague):
    designer.save(designer.begin(), NAME, KIND, REGION)
    colleague().create("customer", name="华运物流", kind="company")


def test_a_change_is_judged_by_the_rules_it_touches(designer, colleague):
    advisor = colleague()
    old = advisor.create("customer", name="华运物流", kind="company")["record"]
    designer.put(NAME, KIND, REGION)
    # It is against the rule already, and stays as it is where nothing of the rule is touched.
    changed = advisor.change("customer", old, city="苏州")["record"]
    assert told(advisor.change("customer", changed, 422, region="")["error"]) == {"region": "value_required"}
    person = advisor.create("customer", name="李雷", kind="person")["record"]
    assert told(advisor.change("customer", person, 422, kind="company")["error"]) == {"region": "value_required"}
    advisor.change("customer", person, kind="company", region="城东")


def test_a_form_that_can_not_be_read_is_not_passed_over(designer, colleague, monkeypatch):
    designer.put(NAME, KIND, REGION)

    def unreadable(_data):
        raise BadLayout

    monkeypatch.setattr(published, "read_layout", unreadable)
    advisor = colleague()
    refused = advisor.create("customer", 409, name="华运物流", kind="company")["error"]
    assert (refused["code"], refused["params"]) == ("form_unreadable", {"name": "表单"})
    assert advisor.ask("get", f"{RECORDS}/customer")["rows"] == []
    advisor.ask("get", f"{FORMS}/vehicle?purpose=create")


def test_many_at_once_are_refused_one_by_one(designer, colleague):
    manager = colleague("manager")
    manager.create("customer", name="李雷", kind="person", region="城东")
    manager.create("customer", name="韩梅梅", kind="person")
    designer.put(NAME, KIND, REGION)
    order = {"choice": {"filter": ""}, "kind": "update", "values": {"kind": "company"}}
    seen = manager.ask("post", f"{RECORDS}/customer/bulk/preview", order)
    assert (seen["allowed"], [one["code"] for one in seen["refused"]]) == (1, ["value_required"])
    done = manager.ask("post", f"{RECORDS}/customer/bulk", order | {"skip_refused": True})
    assert done["changed"] == 1
    kinds = {row["name"]: row["kind"] for row in manager.ask("get", f"{RECORDS}/customer")["rows"]}
    assert kinds == {"李雷": "company", "韩梅梅": "person"}


def test_what_is_read_only_by_what_the_record_was_is_not_unlocked_by_the_same_write(designer, colleague):
    designer.put(NAME, KIND, field("region", read_only_when=COMPANY))
    advisor = colleague()
    company = advisor.create("customer", name="华运物流")["record"]
    company = advisor.change("customer", company, kind="company", region="城东")["record"]
    refused = advisor.change("customer", company, 422, kind="person", region="城西")
    assert told(refused["error"]) == {"region": "form_read_only"}
    advisor.change("customer", company, kind="company", region="城东")
    freed = advisor.change("customer", company, kind="person")["record"]
    advisor.change("customer", freed, region="城西")


def test_what_is_not_shown_is_neither_asked_for_nor_taken(designer, colleague):
    designer.put(NAME, KIND, field("region", show_when=COMPANY, required=True))
    advisor = colleague()
    advisor.create("customer", name="李雷", kind="person")
    refused = advisor.create("customer", 422, name="李雷", kind="person", region="城东")
    assert told(refused["error"]) == {"region": "form_not_shown"}
    company = advisor.create("customer", name="华运物流", kind="company", region="城东")["record"]
    # What stood there stays, and may be emptied.
    person = advisor.change("customer", company, kind="person")["record"]
    assert person["region"] == "城东"
    advisor.change("customer", person, region="")


def test_a_section_that_is_not_shown_takes_its_fields_along(designer, colleague):
    draft = designer.begin()
    sections = [
        {"id": "s1", "parts": [NAME, KIND]},
        {"id": "s2", "parts": [field("region", required=True)], "show_when": COMPANY},
    ]
    designer.publish(designer.save(draft, layout={"tabs": [{"id": "t1", "sections": sections}]}))
    advisor = colleague()
    advisor.create("customer", name="李雷", kind="person")
    refused = advisor.create("customer", 422, name="李雷", kind="person", region="城东")
    assert told(refused["error"]) == {"region": "form_not_shown"}
    refused = advisor.create("customer", 422, name="华运物流", kind="company")
    assert told(refused["error"]) == {"region": "value_required"}


def test_a_rule_refuses_in_its_own_words(designer, colleague):
    poor = {"group": {"combinator": "and", "rules": [{"field": "annual_income", "operator": "<", "value": "1000"}]}}
    words = {"zh": "年收入填的是元", "en": "Annual income is in yuan"}
    designer.put(NAME, field("annual_income", refusals=[{"when": poor, "message": words}]))
    refused = colleague().create("customer", 422, name="李雷", annual_income="12")["error"]
    assert told(refused) == {"annual_income": "form_refused"}
    (row,) = refused["params"]["rows"]
    assert (row["params"]["text_zh"], row["params"]["text"]) == (words["zh"], words["en"])
    colleague().create("customer", name="李雷", annual_income="12000")
    colleague().create("customer", name="韩梅梅")


def test_defaults_are_put_in_where_nothing_is_said(designer, colleague):
    city = field("city", default={"formula": 'region & "市"'})
    designer.put(NAME, field("region", default={"value": "苏州"}, required=True), city)
    advisor = colleague()
    made = advisor.create("customer", name="李雷")["record"]
    assert (made["region"], made["city"]) == ("苏州", "苏州市")
    other = advisor.create("customer", name="韩梅梅", region="无锡", city="宜兴")["record"]
    assert (other["region"], other["city"]) == ("无锡", "宜兴")


def test_each_role_has_its_own_form_and_the_first_that_fits_counts(designer, colleague):
    designer.put(NAME, REGION | {"required": True}, name="顾问", roles=["sales_advisor"])
    designer.put(NAME, field("city", required=True), name="其他人")
    assert told(colleague().create("customer", 422, name="李雷")["error"]) == {"region": "value_required"}
    assert told(colleague("manager").create("customer", 422, name="李雷")["error"]) == {"city": "value_required"}
    forms = designer.ask("get", "/api/store/design/forms?entity=customer")
    order = {"entity": "customer", "forms": [one["id"] for one in reversed(forms)]}
    designer.ask("post", "/api/store/design/forms/order", order)
    assert told(colleague().create("customer", 422, name="李雷")["error"]) == {"city": "value_required"}


def test_a_form_for_new_records_says_nothing_of_old_ones(designer, colleague):
    advisor = colleague()
    old = advisor.create("customer", name="李雷")["record"]
    designer.put(NAME, field("region", required=True), purposes=["create"])
    advisor.change("customer", old, name="李蕾", region="")
    assert told(advisor.create("customer", 422, name="韩梅梅")["error"]) == {"region": "value_required"}


def test_a_store_without_forms_is_asked_nothing_more(colleague, cast):
    advisor = colleague()
    advisor.create("customer", name="李雷")
    with CaptureQueriesContext(connection) as seen:
        advisor.create("customer", name="韩梅梅")
    assert not [query for query in seen if '"form' in str(query["sql"])]


def test_forms_are_asked_for_once_per_revision(designer, colleague):
    designer.put(NAME, KIND, REGION)
    advisor = colleague()
    advisor.create("customer", name="李雷")
    with CaptureQueriesContext(connection) as seen:
        advisor.create("customer", name="韩梅梅")
    assert not [query for query in seen if '"form' in str(query["sql"])]


def test_another_store_of_the_group_has_no_such_form(designer, colleague):
    designer.put(NAME, KIND, REGION)
    colleague("both", "south").create("customer", name="华运物流", kind="company")


@pytest.mark.parametrize("empty", ["", None])
def test_an_emptied_phone_counts_as_empty(designer, colleague, empty):
    """Of a sealed value a condition knows whether it is there."""
    no_phone = {"group": {"combinator": "and", "rules": [{"field": "phone", "operator": "null", "value": None}]}}
    designer.put(NAME, field("phone"), field("city", required_when=no_phone))
    advisor = colleague()
    made = advisor.create("customer", name="李雷", phone="13800138000")["record"]
    assert told(advisor.change("customer", made, 422, phone=empty)["error"]) == {"city": "value_required"}
