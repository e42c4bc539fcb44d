"""Views of lists: one's own, shared ones, and what of them is not there for whom."""

import json

from chezhan.access.rights import Right

FILTER = json.dumps({"combinator": "and", "rules": [{"field": "annual_income", "operator": ">", "value": "1"}]})


def view(**changes):
    return {"entity": "customer", "name": "大客户", "columns": ["name", "annual_income"], "filter": FILTER} | changes


def test_a_view_is_kept_for_oneself(showroom, ask):
    made = ask("advisor", "POST", "views", view(sort="-annual_income,name", q="李"), 201)
    (kept,) = ask("advisor", "GET", "views?entity=customer")
    assert kept == made
    assert (kept["filter"], kept["sort"], kept["q"], kept["applicable"]) == (FILTER, "-annual_income,name", "李", True)
    assert ask("manager", "GET", "views?entity=customer") == []
    ask("manager", "PATCH", f"views/{made['id']}", {"version": 1, "name": "x"}, 404)
    ask("manager", "DELETE", f"views/{made['id']}", status=404)


def test_sharing_takes_a_permission(showroom, ask):
    ask("advisor", "POST", "views", view(shared=True), 403)
    made = ask("manager", "POST", "views", view(shared=True), 201)
    assert [one["own"] for one in ask("advisor", "GET", "views?entity=customer")] == [False]
    ask("advisor", "PATCH", f"views/{made['id']}", {"version": 1, "name": "x"}, 404)
    refused = ask("manager", "POST", "views", view(shared=True), 409)
    assert refused["error"]["code"] == "view_name_taken"


def test_a_hidden_field_is_missing_from_a_shared_view_without_being_named(showroom, ask, set_policy):
    ask("manager", "POST", "views", view(shared=True, sort="-annual_income,name"), 201)
    set_policy("sales_advisor", "customer", fields={"annual_income": Right.HIDDEN})
    (seen,) = ask("advisor", "GET", "views?entity=customer")
    assert (seen["columns"], seen["sort"], seen["filter"], seen["applicable"]) == (["name"], "name", "", False)
    assert "income" not in json.dumps(seen)
    ask("advisor", "POST", "views", view(), 422)


def test_a_change_says_what_it_was_made_on(showroom, ask):
    made = ask("advisor", "POST", "views", view(), 201)
    changed = ask("advisor", "PATCH", f"views/{made['id']}", {"version": 1, "name": "新名", "position": 3})
    assert (changed["name"], changed["version"], changed["filter"]) == ("新名", 2, FILTER)
    assert ask("advisor", "PATCH", f"views/{made['id']}", {"version": 1, "name": "旧"}, 409)["error"]["code"] == (
        "view_changed"
    )
    ask("advisor", "DELETE", f"views/{made['id']}", status=204)
    assert ask("advisor", "GET", "views?entity=customer") == []


def test_the_people_of_the_store_are_named_and_no_others(showroom, ask):
    names = [one["name"] for one in ask("advisor", "GET", "people")]
    assert names == ["Advisor", "Analyst", "Both", "Manager", "Owner"]


def test_a_search_where_nothing_may_be_searched_finds_nothing(showroom, ask, set_policy):
    set_policy("sales_advisor", "customer", fields={"name": Right.HIDDEN, "phone": Right.HIDDEN})
    page = ask("advisor", "GET", "records/customer?q=Gia")
    assert (page["rows"], page["count"]) == ([], {"value": 0, "exact": True})
