"""The one box finds people, cars and orders, the best first, and no more than the lists would show."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chezhan.access.rights import OWN_ROWS, Right
from chezhan.catalogue.records.finding.box import find
from tenants.context import tenant_context


@pytest.fixture
def found(ask):
    """found("zw") → {entity: [titles]} in the order of the answer."""

    def _found(q, who="manager", **asked):
        more = "".join(f"&{name}={value}" for name, value in asked.items())
        groups = ask(who, "GET", f"search?q={q}{more}")["groups"]
        return {group["entity"]: [hit["title"] for hit in group["hits"]] for group in groups}

    return _found


@pytest.mark.parametrize(
    ("q", "groups"),
    [
        ("张伟", {"customer": ["张伟"], "vehicle": ["沪A12345"], "sales_order": ["A1"]}),
        ("zw", {"customer": ["张伟"], "vehicle": ["沪A12345"], "sales_order": ["A1"]}),
        ("8000", {"customer": ["张伟"], "sales_order": ["A1"]}),
        ("138-0013-8000", {"customer": ["张伟"], "sales_order": ["A1"]}),
        ("a·123", {"vehicle": ["沪A12345"], "sales_order": ["A1"]}),
        ("A5", {"sales_order": ["A5"]}),
        ("", {}),
        ("没有这个", {}),
    ],
)
def test_it_finds_by_what_people_remember(showroom, found, q, groups):
    assert found(q) == groups


def test_whole_comes_before_beginning_before_part_and_the_latest_first(showroom, found, make):
    for name in ("李伟东", "赵伟东", "伟东", "小伟东", "伟东东"):
        make(name=name)
    assert found("伟东") == {"customer": ["伟东", "伟东东", "小伟东", "赵伟东", "李伟东"]}


def test_the_kind_with_what_matches_whole_comes_first(showroom, ask, make, found):
    make(name="A12")
    ask("manager", "POST", "records/customer", {"values": {"name": "A1"}}, 201)
    assert next(iter(found("A12"))) == "customer"


def test_a_group_says_when_there_is_more(showroom, ask, make):
    for _ in range(3):
        make(name="伟东")
    (group,) = ask("manager", "GET", "search?q=伟东&limit=2")["groups"]
    assert (len(group["hits"]), group["more"]) == (2, True)
    (group,) = ask("manager", "GET", "search?q=伟东&limit=3")["groups"]
    assert (len(group["hits"]), group["more"]) == (3, False)


@pytest.mark.parametrize(
    ("q", "entity", "matched"),
    [("张", "customer", "name"), ("zw", "customer", "name"), ("8000", "customer", "phone"),
     ("12345", "vehicle", "plate"), ("VAA4", "vehicle", "vin"), ("zw", "vehicle", "customer"),
     ("8000", "sales_order", "customer_phone"), ("A1", "sales_order", "number")],
)  # fmt: skip
def test_a_hit_says_where_the_word_is(showroom, ask, q, entity, matched):
    groups = {group["entity"]: group["hits"] for group in ask("manager", "GET", f"search?q={q}")["groups"]}
    assert groups[entity][0]["matched"] == matched


def test_what_may_not_be_seen_is_not_found(showroom, found, make, set_policy):
    mine = make("advisor", name="伟东")
    make(name="伟东东")
    set_policy("sales_advisor", "customer", fields={"name": Right.HIDDEN})
    assert "customer" not in found("伟东", who="advisor")
    set_policy("sales_advisor", "customer", fields={"name": Right.MASKED})
    assert "customer" not in found("伟", who="advisor")
    assert found("伟东", who="advisor")["customer"] == ["伟**"]
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert found("伟东", who="advisor")["customer"] == [mine["name"]]


def test_what_others_have_crowds_nothing_out_and_counts_for_nothing(showroom, ask, make, set_policy):
    make("advisor", name="伟东")
    for _ in range(7):
        make(name="伟东")
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    (group,) = ask("advisor", "GET", "search?q=伟东")["groups"]
    assert (len(group["hits"]), group["more"]) == (1, False)


def test_a_masked_phone_is_found_whole_and_shown_masked(showroom, ask, make):
    make(name="李雷", phone="13912344321")
    assert ask("advisor", "GET", "search?q=4321")["groups"] == []
    (group,) = ask("advisor", "GET", "search?q=13912344321")["groups"]
    assert group["hits"][0]["record"]["phone"] == "*******4321"


def test_words_of_one_shape_are_asked_by_statements_made_once(showroom, make):
    make(name="李雷")
    actor = showroom.actor("manager", store="north")
    with tenant_context(actor.in_store):
        find(actor=actor, q="张伟")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert [hit.title for group in find(actor=actor, q="李雷") for hit in group.hits] == ["李雷"]
    assert len(queries) <= 4


def test_a_search_too_long_is_refused(showroom, ask):
    ask("manager", "GET", f"search?q={'长' * 101}", status=422)
