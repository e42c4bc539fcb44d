"""The doors of flows: what a step shows of its record, and what it takes."""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.flows import made_of
from tests.bench.fieldpolicy.twins import ROWS, id_of

FLOWS = f"{STORE}flows"


@door
def flow_items(hidden: Hidden) -> Iterator[Ask]:
    """Of the kind itself and of those that lead to it."""
    yield Ask("", f"{FLOWS}/items")
    yield Ask("", f"{FLOWS}/items/counts")
    yield Ask("", f"{FLOWS}/started")
    for entity in hidden.entities:
        for number in range(ROWS):
            yield Ask("", f"{FLOWS}/items/{made_of('item', entity.name, number)}")
        record = {"entity": entity.name, "record_id": str(id_of(entity.name, 0))}
        yield Ask("", f"{FLOWS}/of-record", params=record)
        yield Ask("", f"{FLOWS}/startable", params=record)
        yield Ask("", f"{FLOWS}/instances/{made_of('instance', entity.name)}")


@door
def flow_answers(hidden: Hidden) -> Iterator[Ask]:
    """What the step opens and its person may not write: nothing of it is told, whatever is sent."""
    item = made_of("item", hidden.entity.name)
    for value in hidden.written()[:2]:
        body = {"version": 1, "values": {hidden.field.name: value}}
        yield Ask("", f"{FLOWS}/items/{item}/approve", "POST", body=body)
