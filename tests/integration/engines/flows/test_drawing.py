"""Flows are drawn, checked, put into force, switched, and put back."""

import pytest

from tests.integration.engines.flows.conftest import DESIGN, END, START, by_roles, drawn, node, when


def codes(flow):
    return {(one["node"], one["code"]) for one in flow["problems"]}


ASKED = node("approval", "ask", who=by_roles("store_manager"))
WAYS = "start>ask ask.approved>end ask.rejected>end"


def test_a_drawing_without_a_fault_is_published_and_its_versions_put_back(manager):
    flow = manager.begin(**drawn(START, ASKED, END, ways=WAYS))
    assert flow["problems"] == []
    assert manager.publish(flow) == {"number": 1}
    second = manager.save(flow, **drawn(START, END, ways="start>end"))
    assert second["changed"] is True
    assert manager.publish(second) == {"number": 2}
    assert manager.ask("post", f"{DESIGN}/{flow['id']}/roll-back", {"number": 1}) == {"number": 3}
    assert len(manager.ask("get", f"{DESIGN}/{flow['id']}")["definition"]["nodes"]) == 3
    assert [one["number"] for one in manager.ask("get", f"{DESIGN}/{flow['id']}/versions")] == [3, 2, 1]


@pytest.mark.parametrize(
    ("nodes", "ways", "found"),
    [
        ([END], "", {("", "flow_no_start"), ("end", "flow_unreachable")}),
        ([START], "", {("", "flow_no_end"), ("start", "flow_port_open"), ("start", "flow_no_way_to_the_end")}),
        ([START, END, node("copy", "lost", who=by_roles("finance"))], "start>end lost>end",
         {("lost", "flow_unreachable")}),
        ([START, ASKED, END], "start>ask ask.approved>end", {("ask", "flow_port_open")}),
        ([START, END], "start>end start.other>end", {("start", "flow_way_from_nowhere")}),
        ([START, END, node("copy", "tell", who=by_roles("finance"))], "start>tell start>end tell>end",
         {("start", "flow_two_ways")}),
        ([START, node("copy", "tell", who=by_roles("finance")), node("end", "end")], "start>tell tell>tell",
         {("tell", "flow_circle_without_rest"), ("tell", "flow_no_way_to_the_end"),
          ("start", "flow_no_way_to_the_end"), ("end", "flow_unreachable")}),
        ([START, node("join", "join", need=3), END], "start>join join>end", {("join", "flow_join_in_vain")}),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_drawing_is_told_at_its_node(manager, nodes, ways, found):
    assert codes(manager.begin(**drawn(*nodes, ways=ways))) == found


@pytest.mark.parametrize(
    ("members", "code"),
    [
        ({"who": []}, "flow_nobody"),
        ({"who": [{"kind": "persons", "people": ["0189aaaa-0000-7000-8000-000000000000"]}]}, "flow_stranger"),
        ({"who": by_roles("wizard")}, "flow_unknown_role"),
        ({"who": [{"kind": "field", "field": "name"}]}, "flow_field_names_nobody"),
        ({"who": [{"kind": "formula", "formula": "1 + 1"}]}, "flow_formula_names_nobody"),
        ({"fields": [{"field": "created_at", "right": "write"}]}, "field_not_writable"),
        ({"fields": [{"field": "nothing"}]}, "unknown_field"),
        ({"deadlines": [{"then": "skip"}]}, "flow_deadline_unfit"),
        ({"deadlines": [{"then": "escalate"}]}, "flow_nobody"),
    ],
)
def test_what_is_wrong_with_a_step_is_told(manager, members, code):
    flow = manager.begin(**drawn(START, ASKED | members, END, ways=WAYS))
    assert codes(flow) == {("ask", code)}
    manager.publish(flow, status=422)
    assert manager.ask("get", DESIGN)[0]["published"] is None


def test_conditions_and_actions_are_checked_as_everywhere(manager):
    flow = manager.begin(
        **drawn(
            START,
            node("condition", "if", branches=[{"id": "a", "condition": when("nothing", "=", "x")}, {"id": "b"}]),
            node("action", "do", actions=[{"kind": "set", "fields": [{"field": "gender", "value": "neither"}]}]),
            END,
            ways="start>if if.a>do if.b>end if.else>end do>end",
        )
    )
    assert codes(flow) == {
        ("if", "unknown_field"), ("if", "flow_branch_without_condition"), ("do", "not_an_option")
    }  # fmt: skip


def test_a_drawing_is_checked_without_being_saved(manager):
    flow = manager.begin(**drawn(START, END, ways="start>end"))
    told = manager.ask("post", f"{DESIGN}/{flow['id']}/check", {"definition": drawn(START, END, ways="")})
    assert ("start", "flow_port_open") in codes(told)
    assert manager.ask("get", f"{DESIGN}/{flow['id']}")["draft_version"] == 1


def test_every_template_is_a_whole_drawing(manager):
    left = {"flow_nobody"}
    for number, template in enumerate(manager.ask("get", f"{DESIGN}/templates")):
        for entity in ("customer", "sales_order"):
            body = {"entity": entity, "name": f"样{number}", "template": template["key"]}
            flow = manager.ask("post", DESIGN, body, status=201)
            own = left | ({"flow_branch_without_condition"} if entity == "customer" else set())
            assert {one["code"] for one in flow["problems"]} <= own, template["key"]


def test_odd_drawings_are_refused(manager):
    manager.begin(status=422, nodes=[node("wizard", "a")], edges=[])
    manager.begin(status=422, nodes=[START, START], edges=[])
    manager.begin(status=422, nodes=[node("action", "a", actions=[{"kind": "explode"}])], edges=[])


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(manager):
    flow = manager.begin(**drawn(START, END, ways="start>end"))
    manager.save(flow, **drawn(START, END, ways=""))
    assert manager.save(flow, status=409, nodes=[], edges=[])["error"]["code"] == "flow_draft_changed"


def test_who_does_not_design_the_store_neither_sees_nor_draws_flows(manager, maker):
    flow = manager.put(**drawn(START, END, ways="start>end"))
    advisor = maker("advisor")
    advisor.ask("get", DESIGN, status=403)
    advisor.ask("get", f"{DESIGN}/{flow['id']}", status=403)
    advisor.begin("二", status=403)
    maker("both", "south").ask("get", f"{DESIGN}/{flow['id']}", status=404)


def test_a_draft_that_was_never_in_force_is_deleted_when_it_is_dropped(manager):
    flow = manager.begin()
    assert manager.ask("post", f"{DESIGN}/{flow['id']}/discard") == {"deleted": True}
    assert manager.ask("get", DESIGN) == []


def test_names_are_taken_once_and_a_copy_is_a_draft_of_its_own(manager):
    flow = manager.put(**drawn(START, END, ways="start>end"))
    assert manager.begin(status=409)["error"]["code"] == "flow_name_taken"
    copy = manager.ask("post", f"{DESIGN}/{flow['id']}/copy", {"name": "另一个"}, status=201)
    assert (copy["published"], copy["definition"]) == (None, flow["definition"])
