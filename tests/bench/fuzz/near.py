"""Bodies that are nearly right: as the product asks for them, with something strange in one or two places."""

import copy
import random
from collections.abc import Iterator
from typing import Any

from tests.bench.tenancy.cases import CASES, Names

STRANGE: tuple[Any, ...] = (
    None, True, 0, -1, 10**20, 1e300, 0.1, "", " ", "x" * 5_000, "a\x00b", "\ud800", "\u202e", [], {}, [[]], [None],
    "00000000-0000-0000-0000-000000000000", "2026-02-30", "9999-12-31T23:59:59Z", "0001-01-01", "24:00", "{{", "{{@x}}",
    "{{name.name.name}}", "=1/0", "if(", "customer.customer.customer", "owner", "store_manager", "id", "created_at",
    "1e400", "task", {"kind": "set"}, {"combinator": "and", "rules": [{"field": "name", "operator": "=", "value": {}}]},
)  # fmt: skip
WHEN = {"combinator": "and", "rules": [{"field": "created_at", "operator": "before_180_days", "value": None}]}
PORTS = ("next", "approved", "rejected", "x", "else", "timeout")
TRIGGERS = (
    {"kind": "created"},
    {"kind": "changed", "fields": ["owner"], "before": None, "after": "x"},
    {"kind": "due", "field": "created_at", "days": 3, "side": "before", "at": "09:00", "yearly": True},
    {"kind": "time", "every": "week", "on": [1, 7], "at": "23:59"},
)


def asks_for_body(operation: str) -> bool:
    return operation in DRAWN or (operation in CASES and CASES[operation].body is not None)


def near_bodies(operation: str, *, names: Names, chance: random.Random) -> Iterator[dict[str, Any]]:
    """Without end; nothing where there is nothing of B's to name."""
    while True:
        try:
            whole = DRAWN[operation](names, chance) if operation in DRAWN else CASES[operation].body(names)  # type: ignore[misc]
        except KeyError:
            return
        body = copy.deepcopy(whole)
        for _ in range(chance.choice((0, 1, 1, 1, 2))):
            _spoil(body, chance)
        yield body


def near_queries(operation: str, *, names: Names, chance: random.Random) -> Iterator[dict[str, Any]]:
    """As `near_bodies`, of what stands behind the question mark: as it is, then with something strange."""
    case = CASES.get(operation)
    try:
        whole = case.query(names) if case is not None else {}
    except KeyError:
        return
    if whole:
        yield dict(whole)
    while whole:
        spoiled = dict(whole)
        spoiled[chance.choice(list(whole))] = chance.choice([one for one in STRANGE if isinstance(one, str | int)])
        yield {name: str(value).encode("utf-8", "replace").decode() for name, value in spoiled.items()}


def _spoil(body: Any, chance: random.Random) -> None:
    place, key = chance.choice([*_places(body)] or [(None, None)])
    if place is None:
        return
    if not chance.randrange(5):
        del place[key]
    elif isinstance(place, list) and not chance.randrange(4):
        place.extend([copy.deepcopy(place[key])] * chance.choice((1, 3, 60)))
    else:
        place[key] = copy.deepcopy(chance.choice(STRANGE))


def _places(part: Any) -> Iterator[tuple[Any, Any]]:
    keys = part if isinstance(part, dict) else range(len(part)) if isinstance(part, list) else ()
    for key in list(keys):
        yield part, key
        yield from _places(part[key])


def _actions(names: Names, chance: random.Random) -> list[dict[str, Any]]:
    person, record = names["person"], names[names.entity]
    every = [
        {"kind": "set", "fields": [{"field": "owner", "value": person, "formula": ""}]},
        {"kind": "set", "fields": [{"field": "name", "value": None, "formula": "name & 1"}]},
        {"kind": "create", "entity": "task", "link": names.entity, "fields": [{"field": "what", "value": "看"}]},
        {"kind": "assign", "to": person},
        {"kind": "tag", "put": [record], "take": []},
        {"kind": "comment", "text": "{{name}}"},
        {
            "kind": "task",
            "what": "看",
            "to": person,
            "to_owner": True,
            "within": 3,
            "unit": "workdays",
            "priority": "high",
        },
        {
            "kind": "message",
            "template": names["message_template_id"],
            "to": "role",
            "path": "",
            "role": "store_manager",
        },
    ]
    return chance.sample(every, k=chance.randrange(4))


def _rule(names: Names, chance: random.Random) -> dict[str, Any]:
    said = {
        "trigger": copy.deepcopy(chance.choice(TRIGGERS)),
        "condition": chance.choice(({}, copy.deepcopy(WHEN))),
        "actions": _actions(names, chance),
        "stop": chance.random() < 0.5,
    }
    name = f"规则 {chance.randrange(10**9)}"
    return {"entity": names.entity, "name": name, "definition": said, "draft_version": chance.randrange(1, 9)}


def _flow(names: Names, chance: random.Random) -> dict[str, Any]:
    who = chance.choice(
        (
            [{"kind": "starter"}],
            [{"kind": "roles", "roles": ["store_manager"]}],
            [{"kind": "persons", "people": [names["person"]]}],
            [{"kind": "manager", "of": "starter"}, {"kind": "field", "field": "owner"},
             {"kind": "formula", "formula": "owner"}],
        )
    )  # fmt: skip
    late = {"after": 2, "unit": "hours", "then": "remind"}
    nodes = [
        {"kind": "start", "id": "a", "trigger": chance.choice(({"kind": "button", "roles": []}, *TRIGGERS))},
        {"kind": "approval", "id": "b", "who": who, "mode": "vote", "percent": 60, "deadlines": [late]},
        {"kind": "condition", "id": "c", "branches": [{"id": "x", "name": "甲", "condition": copy.deepcopy(WHEN)}]},
        {"kind": "parallel", "id": "d"},
        {"kind": "wait", "id": "e", "until": {"kind": "date", "field": "created_at", "days": 1, "at": "09:00"}},
        {
            "kind": "wait",
            "id": "f",
            "until": {"kind": "record", "fields": ["owner"], "condition": copy.deepcopy(WHEN), "after": 3},
        },
        {"kind": "action", "id": "g", "actions": _actions(names, chance)},
        {"kind": "subflow", "id": "h", "flow": names["flow_id"], "each": "", "via": ""},
        {"kind": "copy", "id": "i", "who": who},
        {"kind": "task", "id": "t", "who": who, "fields": [{"field": "owner", "right": "write"}]},
        {"kind": "join", "id": "j", "need": 1},
        {"kind": "end", "id": "k", "outcome": "done", "all": True},
    ]
    ids = [str(one["id"]) for one in nodes]
    ways = [
        {"id": f"e{n}", "source": chance.choice(ids), "port": chance.choice(PORTS),
         "target": chance.choice(ids)}
        for n in range(chance.randrange(2, 24))
    ]  # fmt: skip
    return {
        "entity": names.entity,
        "name": f"流程 {chance.randrange(10**9)}",
        "definition": {"nodes": nodes, "edges": ways},
        "draft_version": chance.randrange(1, 9),
    }


def _without(name: str, made: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in made.items() if key != name}


DRAWN: Any = {
    "create_rule": lambda names, chance: _without("draft_version", _rule(names, chance)),
    "save_rule": lambda names, chance: _without("entity", _rule(names, chance)),
    "create_flow": lambda names, chance: _without("draft_version", _flow(names, chance)),
    "save_flow": lambda names, chance: _without("entity", _flow(names, chance)),
    "check_flow": lambda names, chance: {"definition": _flow(names, chance)["definition"]},
}
