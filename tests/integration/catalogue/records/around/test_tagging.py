"""Tags on many records: put on and taken off at once, taken back, merged; on what one sees alone."""

from json import dumps
from urllib.parse import quote

import pytest

from chezhan.access.rights import OWN_ROWS, Action


@pytest.fixture
def tag(ask):
    def _tag(name):
        return ask("manager", "POST", "tags", {"name": name, "color": "#1a4fa3"}, 201)["id"]

    return _tag


def on(ask, who, *records):
    told = ask(who, "POST", "records/customer/tags", {"ids": [one["id"] for one in records]})
    return {one["record_id"]: one["tags"] for one in told}


def order(kind, put, **choice):
    return {"kind": kind, "choice": choice, "values": {"tags": put}}


def test_many_are_tagged_at_once_and_that_is_taken_back(showroom, ask, make, tag):
    hot, cold = tag("高意向"), tag("冷")
    one, other = make(name="甲"), make(name="乙")
    ask("manager", "PUT", f"records/customer/{one['id']}/tags", {"tags": [hot, cold]})
    both = [one["id"], other["id"]]
    assert ask("manager", "POST", "records/customer/bulk/preview", order("tag", [hot], ids=both))["allowed"] == 2
    assert on(ask, "manager", other) == {}
    done = ask("manager", "POST", "records/customer/bulk", order("tag", [hot], ids=both))
    assert done["changed"] == 1
    assert on(ask, "manager", one, other) == {one["id"]: [cold, hot], other["id"]: [hot]}
    ask("manager", "POST", f"operations/{done['operation_id']}/undo", {})
    assert on(ask, "manager", one, other) == {one["id"]: [cold, hot]}


def test_tags_come_off_all_that_a_list_with_them_finds_and_back_on(showroom, ask, make, tag):
    hot = tag("高意向")
    one, other = make(name="甲"), make(name="乙")
    ask("manager", "PUT", f"records/customer/{one['id']}/tags", {"tags": [hot]})
    done = ask("manager", "POST", "records/customer/bulk", order("untag", [hot], tags=hot))
    assert done["changed"] == 1
    assert on(ask, "manager", one, other) == {}
    ask("manager", "POST", f"operations/{done['operation_id']}/undo", {})
    assert on(ask, "manager", one, other) == {one["id"]: [hot]}


def test_only_what_one_sees_is_tagged_or_told(showroom, ask, make, tag, set_policy):
    hot = tag("高意向")
    mine, theirs = make("advisor", name="甲"), make(name="乙")
    actions = frozenset({Action.CREATE, Action.COMMENT, Action.BULK})
    set_policy("sales_advisor", "customer", rows=OWN_ROWS, actions=actions)
    both = [mine["id"], theirs["id"]]
    ask("manager", "PUT", f"records/customer/{theirs['id']}/tags", {"tags": [hot]})
    assert on(ask, "advisor", mine, theirs) == {}
    told = ask("advisor", "POST", "records/customer/bulk/preview", order("untag", [hot], ids=both))
    assert (told["allowed"], [one["code"] for one in told["refused"]]) == (1, ["unknown_record"])
    ask("advisor", "POST", "records/customer/bulk", order("untag", [hot], ids=both), 409)
    assert on(ask, "manager", theirs) == {theirs["id"]: [hot]}
    set_policy("sales_advisor", "customer", rows=OWN_ROWS, actions=actions - {Action.COMMENT})
    ask("advisor", "POST", "records/customer/bulk", order("tag", [hot], ids=[mine["id"]]), 403)


def test_no_tag_and_unknown_ones_are_refused(showroom, ask, make, tag):
    one = make(name="甲")
    for tags in ([], ["x"], ["00000000-0000-0000-0000-000000000001"], "x", None):
        answer = ask("manager", "POST", "records/customer/bulk", order("tag", tags, ids=[one["id"]]), 404)
        assert answer["error"]["code"] == "unknown_tag"


def test_one_tag_goes_into_another(showroom, ask, make, tag):
    hot, warm = tag("高意向"), tag("意向高")
    one, other = make(name="甲"), make(name="乙")
    ask("manager", "PUT", f"records/customer/{one['id']}/tags", {"tags": [hot, warm]})
    ask("manager", "PUT", f"records/customer/{other['id']}/tags", {"tags": [warm]})
    ask("advisor", "POST", f"tags/{warm}/merge", {"into": hot}, 403)
    ask("manager", "POST", f"tags/{warm}/merge", {"into": warm}, 422)
    ask("manager", "POST", f"tags/{warm}/merge", {"into": hot})
    assert on(ask, "manager", one, other) == {one["id"]: [hot], other["id"]: [hot]}
    assert [one["name"] for one in ask("manager", "GET", "tags")] == ["高意向"]


def test_a_view_keeps_its_tags(showroom, ask, tag):
    hot = tag("高意向")
    ask("manager", "POST", "views", {"entity": "customer", "name": "高意向", "tags": hot}, 201)
    assert [one["tags"] for one in ask("manager", "GET", "views?entity=customer")] == [hot]
    ask("manager", "POST", "views", {"entity": "customer", "name": "坏", "tags": "x"}, 404)


def test_a_condition_asks_for_tags_of_the_record_itself(showroom, ask, make, tag):
    hot, cold = tag("高意向"), tag("冷")
    one, other, bare = make(name="甲"), make(name="乙"), make(name="丙")
    ask("manager", "PUT", f"records/customer/{one['id']}/tags", {"tags": [hot, cold]})
    ask("manager", "PUT", f"records/customer/{other['id']}/tags", {"tags": [cold]})

    def found(operator, value=None, field="tags", status=200, entity="customer"):
        rule = {"field": field, "operator": operator, "value": value}
        names = quote(dumps({"combinator": "and", "rules": [rule]}))
        told = ask("manager", "GET", f"records/{entity}?fields=name&filter={names}", status=status)
        return {row["id"] for row in told["rows"]} if status == 200 else told["error"]["code"]

    names = [one["id"], other["id"], bare["id"]]
    assert found("in", [hot]) & set(names) == {one["id"]}
    assert found("in", [hot, cold]) & set(names) == {one["id"], other["id"]}
    assert found("notIn", [hot]) & set(names) == {other["id"], bare["id"]}
    assert found("null") & set(names) == {bare["id"]}
    assert found("notNull") & set(names) == {one["id"], other["id"]}
    assert found("in", ["高意向"], status=422) == "invalid_filter_value"
    assert found("contains", hot, status=422) == "unknown_operator"
    # Of a record that a link leads to nothing is told by its tags.
    assert found("in", [hot], field="customer.tags", status=422, entity="vehicle") == "unknown_field"
