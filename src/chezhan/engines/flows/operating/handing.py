"""What somebody is asked goes to somebody else, all of it or some: of who leaves, is ill, or has too much."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.policies.people import Colleague, colleagues_of
from chezhan.engines.flows.models import FlowInstance, FlowItem
from chezhan.engines.flows.refusals import CannotAsk
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.news import tell_asked
from chezhan.engines.flows.running.whom import seen_by

TEXT = 2_000


def count_asked_of(*, actor: Actor) -> list[dict[str, Any]]:
    """Who is asked how much, the most first; `name` empty for who works here no more. Raises Forbidden."""
    require_designer(actor=actor)
    names = {one.id: one.name for one in colleagues_of(store=actor.in_store)}
    found = items_waiting().values("person").annotate(count=Count("id")).order_by("-count", "person")
    return [{**row, "name": names.get(row["person"], "")} for row in found]


def hand_over(
    *, actor: Actor, person: UUID, to: UUID, text: str = "", items: Sequence[UUID] | None = None
) -> list[UUID]:
    """As far as `to` sees the record and is not asked already; answers what went over. `items`: these alone, by which
    it is taken back too; None for all. Raises Forbidden, CannotAsk.
    """
    require_designer(actor=actor, writes=True)
    there = next((one for one in colleagues_of(store=actor.in_store) if one.id == to), None)
    if there is None or person == to:
        raise CannotAsk(params={"person": str(to)})
    rows = items_waiting().filter(person=person)
    if items is not None:
        rows = rows.filter(id__in=list(items))
    ids = sorted(set(rows.values_list("instance_id", flat=True)))
    wanted = None if items is None else frozenset(items)
    done: list[UUID] = []
    for instance in FlowInstance.objects.select_for_update().filter(id__in=ids, status="running").order_by("id"):
        if _sees(actor, there, instance):
            done += _hand_over(
                actor=actor, instance=instance, person=person, to=to, text=text.strip()[:TEXT], wanted=wanted
            )
    return done


def items_waiting() -> "QuerySet[FlowItem]":
    """What somebody is to answer."""
    rows = FlowItem.objects.filter(state__in=["open", "queued"], instance__status="running")
    return rows.exclude(kind="copy")


def _sees(actor: Actor, there: Colleague, instance: FlowInstance) -> bool:
    return bool(seen_by(there, store=actor.in_store, entity=instance.entity, record_ids=[instance.record_id]))


def _hand_over(
    *, actor: Actor, instance: FlowInstance, person: UUID, to: UUID, text: str, wanted: frozenset[UUID] | None
) -> list[UUID]:
    rows = FlowItem.objects.filter(instance=instance, state__in=["open", "queued"]).exclude(kind="copy")
    taken = set(rows.filter(person=to).values_list("token_id", flat=True))
    mine = [one for one in rows.filter(person=person) if one.token_id not in taken]
    mine = [one for one in mine if wanted is None or one.id in wanted]
    for item in mine:
        item.person, item.how, item.stands_for = to, "transferred", None
        item.save(update_fields=["person", "how", "stands_for"])
        enter(instance_id=instance.id, kind="transferred", node=item.node, by=actor.person_id, text=text, people=[to])
    tell_asked(mine, entity=instance.entity, records={instance.id: instance.record_id}, by=actor.person_id)
    return [one.id for one in mine]
