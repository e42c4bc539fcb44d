"""The doors of records laid out: groups and their heads, totals, a board's columns, a calendar's days, marks."""

import json
from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, as_filter, door, rules_on
from tests.bench.fieldpolicy.twins import ROWS, id_of


def _others(hidden: Hidden) -> list[str]:
    return [one.name for one in hidden.entity.own_fields if one.name != hidden.field.name]


@door
def group(hidden: Hidden) -> Iterator[Ask]:
    """By the field itself, by others beside it, and by what other kinds show of it."""
    groups = f"{hidden.records}/groups"
    for part in ("day", "year"):
        yield Ask("", groups, params={"by": hidden.field.name, "part": part})
    for other in _others(hidden):
        yield Ask("", groups, params={"by": other})
    for kind in hidden.entities:
        for one in kind.own_fields:
            if one.target == hidden.entity.name or one.column.endswith(f"__{hidden.field.column}"):
                yield Ask("", f"{STORE}records/{kind.name}/groups", params={"by": one.name})


@door
def totals(hidden: Hidden) -> Iterator[Ask]:
    groups = f"{hidden.records}/groups"
    for by in ("", "owner", "created_at"):
        yield Ask("", groups, params={"by": by, "totals": hidden.field.name})
    for other in _others(hidden):
        yield Ask("", groups, params={"totals": other})
    for rule in list(rules_on(hidden))[:4]:
        yield Ask("", groups, params={"by": "owner", "filter": as_filter(rule)["filter"]})


@door
def board(hidden: Hidden) -> Iterator[Ask]:
    """A kept board of the field, its columns, and a card put into one of them."""
    name, views = hidden.entity.name, f"{STORE}views"
    for kind, layout in (
        ("board", {"group": hidden.field.name}),
        ("list", {"group": hidden.field.name, "totals": [hidden.field.name]}),
        ("gallery", {"cover": hidden.field.name, "shown": [hidden.field.name]}),
        ("tree", {"parent": hidden.field.name}),
    ):
        yield Ask("", views, "POST", body={"entity": name, "name": "摆法", "kind": kind, "layout": layout})
    yield Ask("", views, params={"entity": name})
    for value in hidden.asked()[:2]:
        rule = {"field": hidden.field.name, "operator": "=", "value": value}
        yield Ask("", hidden.records, params={**as_filter(rule), "count": "false", "limit": "20"})


@door
def calendar(hidden: Hidden) -> Iterator[Ask]:
    body = {"entity": hidden.entity.name, "name": "日子", "kind": "calendar", "layout": {"start": hidden.field.name}}
    yield Ask("", f"{STORE}views", "POST", body=body)
    rule = {"field": hidden.field.name, "operator": "between", "value": ["2020-01-01", "2026-12-31"]}
    yield Ask("", hidden.records, params={**as_filter(rule), "limit": "500"})


@door
def colours(hidden: Hidden) -> Iterator[Ask]:
    ids = [str(id_of(hidden.entity.name, number)) for number in range(ROWS)]
    for rule in list(rules_on(hidden))[:6]:
        condition = {"combinator": "and", "rules": [rule]}
        body = {"ids": ids, "conditions": [json.dumps(condition)]}
        yield Ask("", f"{hidden.records}/marks", "POST", body=body)
        yield Ask(
            "", f"{hidden.records}/marks", "POST", body={**body, "conditions": [json.dumps({**condition, "not": True})]}
        )
