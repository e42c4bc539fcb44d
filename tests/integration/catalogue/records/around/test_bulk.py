"""Many records at one go: looked at first, done as one operation, taken back by whoever did it."""

import json

from chezhan.access.rights import Action, Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.records.bulk import choosing
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context


def cities(showroom):
    with tenant_context(showroom.stores["north"]):
        return set(Customer.objects.values_list("city", flat=True))


def order(kind="update", values=None, **choice):
    return {"kind": kind, "choice": choice, "values": {"city": "苏州"} if values is None else values}


BMW = json.dumps({"combinator": "or", "rules": [{"field": "name", "operator": "beginsWith", "value": "G"}]})


def test_a_preview_says_how_many_and_which_and_writes_nothing(showroom, ask):
    seen = ask("manager", "POST", "records/customer/bulk/preview", order(filter=BMW))
    assert (seen["chosen"], seen["allowed"], seen["refused"]) == (2, 2, [])
    assert {one["title"] for one in seen["sample"]} == {"Gia", "Geraldine"}
    assert cities(showroom) == {""}


def test_what_records_are_called_comes_in_their_order_wherever_the_rows_lie(showroom):
    with tenant_context(showroom.stores["north"]):
        actor = showroom.actor("manager", store="north")
        viewer = viewer_of(actor)
        view = View(viewer, viewer.entity("customer"))
        for order_by in ("id", "-id"):
            told = titles_of(view=view, rows=view.seen().order_by(order_by), person_id=actor.person_id)
            assert len(told) > 1
            assert list(told) == sorted(told, reverse=order_by == "-id")


def test_all_that_a_filter_finds_is_changed_and_nothing_else(showroom, ask):
    done = ask("manager", "POST", "records/customer/bulk", order(filter=BMW))
    assert done["changed"] == 2
    with tenant_context(showroom.stores["north"]):
        changed = Customer.objects.filter(city="苏州").values_list("name", flat=True)
        assert set(changed) == {"Gia", "Geraldine"}


def test_an_operation_is_taken_back_except_what_somebody_changed_since(showroom, ask):
    done = ask("manager", "POST", "records/customer/bulk", order(filter=BMW))
    gia = ask("manager", "GET", "records/customer?q=Gia&fields=name")["rows"][0]["id"]
    ask("owner", "PATCH", f"records/customer/{gia}", {"version": 2, "values": {"city": "上海"}})
    undone = ask("manager", "POST", f"operations/{done['operation_id']}/undo")
    assert (undone["restored"], [(one["title"], one["reason"]) for one in undone["kept"]]) == (1, [("Gia", "changed")])
    assert cities(showroom) == {"", "上海"}
    again = ask("manager", "POST", f"operations/{done['operation_id']}/undo", status=409)
    assert again["error"]["code"] == "undone_already"


def test_only_who_did_it_takes_it_back(showroom, ask):
    done = ask("manager", "POST", "records/customer/bulk", order(filter=BMW))
    refused = ask("owner", "POST", f"operations/{done['operation_id']}/undo", status=404)
    assert refused["error"]["code"] == "unknown_operation"
    assert "苏州" in cities(showroom)
    assert ask("owner", "GET", "operations") == []
    assert [one["id"] for one in ask("manager", "GET", "operations")] == [done["operation_id"]]


def test_who_may_not_work_in_bulk_is_refused(showroom, ask):
    ask("advisor", "POST", "records/customer/bulk", order(filter=BMW), 403)
    assert cities(showroom) == {""}


def test_records_that_are_not_ones_to_write_are_counted_and_left_out_when_asked(showroom, ask, make, set_policy):
    actions = shipped_policy("sales_advisor", "customer").actions | {Action.BULK}
    set_policy("sales_advisor", "customer", actions=actions)
    mine = make("advisor", name="Gus")["id"]
    seen = ask("advisor", "POST", "records/customer/bulk/preview", order(filter=BMW))
    assert (seen["chosen"], seen["allowed"]) == (3, 1)
    assert [(one["code"], one["field"], one["records"]) for one in seen["refused"]] == [
        ("field_not_writable", "city", 2)
    ]
    refused = ask("advisor", "POST", "records/customer/bulk", order(filter=BMW), 409)
    assert refused["error"]["code"] == "some_refused"
    assert cities(showroom) == {""}
    ask("advisor", "POST", "records/customer/bulk", {**order(filter=BMW), "skip_refused": True})
    with tenant_context(showroom.stores["north"]):
        assert [str(one) for one in Customer.objects.filter(city="苏州").values_list("id", flat=True)] == [mine]


def test_a_filter_on_a_hidden_field_is_as_if_the_field_were_not_there(showroom, ask, set_policy):
    actions = shipped_policy("sales_advisor", "customer").actions | {Action.BULK}
    set_policy("sales_advisor", "customer", actions=actions, fields={"annual_income": Right.HIDDEN})
    rule = {"field": "annual_income", "operator": ">", "value": "1"}
    body = order(filter=json.dumps({"combinator": "and", "rules": [rule]}))
    refused = ask("advisor", "POST", "records/customer/bulk/preview", body, 422)
    assert refused["error"]["code"] == "unknown_field"


def test_more_than_the_limit_is_refused_and_nothing_is_done(showroom, ask, monkeypatch):
    monkeypatch.setattr(choosing, "CHOICE_LIMIT", 3)
    refused = ask("manager", "POST", "records/customer/bulk", order(q=""), 422)
    assert (refused["error"]["code"], refused["error"]["params"]) == ("too_many_chosen", {"limit": 3})
    assert cities(showroom) == {""}


def test_records_are_assigned_by_who_may_assign(showroom, ask):
    to = str(showroom.people["advisor"].id)
    done = ask("manager", "POST", "records/customer/bulk", order("assign", {"owner": to}, filter=BMW))
    ask("manager", "POST", "records/customer/bulk", order("assign", {"city": "苏州"}, filter=BMW), 422)
    with tenant_context(showroom.stores["north"]):
        assert Customer.objects.filter(owner=to).count() == done["changed"] == 2


def test_what_is_referred_to_is_told_before_and_not_deleted(showroom, ask, make):
    free = make(name="Gus")["id"]
    seen = ask("manager", "POST", "records/customer/bulk/preview", order("delete", {}, filter=BMW))
    assert [(one["code"], one["records"]) for one in seen["refused"]] == [("still_referred", 2)]
    body = {**order("delete", {}, filter=BMW), "skip_refused": True}
    done = ask("manager", "POST", "records/customer/bulk", body)
    assert done["changed"] == 1
    ask("manager", "GET", f"records/customer/{free}", status=404)
    assert ask("manager", "POST", f"operations/{done['operation_id']}/undo")["restored"] == 1
    assert ask("manager", "GET", f"records/customer/{free}")["record"]["name"] == "Gus"


def test_changes_and_deletions_by_ids_can_be_undone_too(showroom, ask, make):
    record = make(city="杭州")["id"]
    changed = ask("manager", "POST", "records/customer/change", {"ids": [record], "values": {"city": "苏州"}})
    gone = ask("manager", "POST", "records/customer/delete", {"ids": [record]})
    ask("manager", "POST", f"operations/{gone['operation_id']}/undo")
    ask("manager", "POST", f"operations/{changed['operation_id']}/undo")
    assert ask("manager", "GET", f"records/customer/{record}")["record"]["city"] == "杭州"


def test_nothing_chosen_changes_nothing(showroom, ask):
    done = ask("manager", "POST", "records/customer/bulk", order(ids=[]))
    assert done["changed"] == 0
    assert cities(showroom) == {""}
