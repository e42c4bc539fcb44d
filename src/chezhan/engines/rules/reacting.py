"""What rules make of events: the same rule on many records at once, one rule after the other."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.events.registry import Event, consumes
from chezhan.catalogue.occasions.concerning import concerned
from chezhan.catalogue.registry import UnknownEntity
from chezhan.engines.rules.published import Published, rules_of
from chezhan.engines.rules.publishing import CONSUMER
from chezhan.engines.rules.running import Occasion, run_rule
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef


@consumes(CONSUMER)
def react(store: StoreRef, events: Sequence[Event]) -> None:
    rules: dict[str, list[Published]] = defaultdict(list)
    for rule in rules_of(store):
        rules[rule.entity].append(rule)
    catalogue = of_store(store)
    for turn in turns(events):
        by_entity: dict[str, list[Event]] = defaultdict(list)
        for event in turn:
            by_entity[event.entity].append(event)
        for name, told in by_entity.items():
            try:
                entity = catalogue.entity_named(name)
            except UnknownEntity:
                continue
            _in_order(store, entity, rules[name], told)


def turns(events: Sequence[Event]) -> Iterator[list[Event]]:
    """The events in order, of each record one at a time."""
    left = list(events)
    while left:
        seen: set[object] = set()
        turn: list[Event] = []
        later: list[Event] = []
        for event in left:
            (later if event.record_id in seen else turn).append(event)
            seen.add(event.record_id)
        yield turn
        left = later


def _in_order(store: StoreRef, entity: Entity, rules: Sequence[Published], events: Sequence[Event]) -> None:
    open_for = list(events)
    for rule in rules:
        try:
            waited_for = concerned(entity=entity, trigger=rule.definition.trigger, events=open_for)
        except AppError:
            # What it compares with fits its field no more: checked when it was published, it never holds since.
            waited_for = []
        occasions = [
            Occasion(record_id=event.record_id, event_id=event.id, cause=event.cause)
            for event in waited_for
            if event.record_id is not None
        ]
        if occasions:
            stopped = run_rule(store=store, rule=rule, occasions=occasions)
            open_for = [event for event in open_for if event.record_id not in stopped]
