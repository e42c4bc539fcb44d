"""The doors of the work centre: what one does with tasks, what one was told, how much waits."""

import json
from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.retention import rule_of
from tests.bench.fieldpolicy.twins import KINDS, OTHER_PERSON, ROWS, id_of


@door
def tasks(hidden: Hidden) -> Iterator[Ask]:
    work = f"{STORE}work/tasks"
    for number in range(ROWS):
        one = f"{work}/{id_of('task', number)}"
        yield Ask("", f"{one}/done", "POST", body={"result": "好了"})
        yield Ask("", f"{one}/reopen", "POST", body={})
        yield Ask("", f"{one}/cancel", "POST", body={})
        yield Ask("", f"{one}/hand-on", "POST", body={"to": str(id_of("task", number)), "note": "看"})
    yield Ask("", work, "POST", body={"what": "看", "values": hidden.other() if hidden.entity.name == "task" else {}})
    if hidden.entity.name == "task":
        for value in hidden.asked()[:2]:
            yield Ask("", work, "POST", body={"what": "看", "values": {hidden.field.name: value}})


@door
def notices(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}notices")
    yield Ask("", f"{STORE}waiting")
    yield Ask("", f"{STORE}notices/read", "POST", body={})


@door
def hand_overs(hidden: Hidden) -> Iterator[Ask]:
    """How much somebody has, and how much of it is open; what could be given to whom."""
    over, kind = f"{STORE}hand-overs", hidden.entity.name
    yield Ask("", f"{over}/of/{OTHER_PERSON}")
    for which in ("open", "all"):
        part = {"entity": kind, "which": which, "to": [str(OTHER_PERSON)]}
        yield Ask("", over, "POST", body={"person": str(id_of(kind, 0)), "reason": "离职", "parts": [part]})
    part = {"entity": kind, "which": "open", "to": [str(id_of(kind, 0))]}
    yield Ask("", over, "POST", body={"person": str(OTHER_PERSON), "reason": "离职", "parts": [part]})
    yield Ask("", over)


@door
def working_time(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}worktime")
    yield Ask("", f"{STORE}particulars")


@door
def retention(hidden: Hidden) -> Iterator[Ask]:
    """Whom a rule would take: by the hidden field, by a condition on it, by what hangs on the records."""
    rules = f"{STORE}retention/rules"
    kind = hidden.entity.name
    for number, (field, where) in enumerate(_gone_by(hidden)):
        body = {"name": f"r{number}", "entity": kind, "months": 1, "does": "bin", "field": field, "filter": where}
        yield Ask("", rules, "POST", body=body)
    for number in KINDS.values():
        yield Ask("", f"{rules}/{rule_of(number)}/preview")
    yield Ask("", f"{STORE}retention/holds/{kind}/{id_of(kind, 0)}", "PUT", body={"reason": "诉讼"})
    yield Ask("", f"{STORE}retention/holds/{kind}/{id_of(kind, 0)}")
    yield Ask("", f"{STORE}retention/holds")
    yield Ask("", rules)


def _gone_by(hidden: Hidden) -> Iterator[tuple[str, str]]:
    yield "", ""
    yield hidden.field.name, ""
    for value in hidden.asked()[:2]:
        rule = {"field": hidden.field.name, "operator": "=", "value": value}
        yield "", json.dumps({"combinator": "and", "rules": [rule]}, default=str)
