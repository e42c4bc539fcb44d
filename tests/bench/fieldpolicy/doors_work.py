"""The doors of the work centre: what one does with tasks, what one was told, how much waits."""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.twins import ROWS, id_of


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
def working_time(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}worktime")
