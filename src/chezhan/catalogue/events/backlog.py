"""What of a store's events waits, for how long, and what was given up. On the owner alias, of one store alone."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Min

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.events.refusals import UnknownLetter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.timers.names import is_timer
from chezhan.kernel import clock
from chezhan.kernel.models import OutboxEvent, OutboxInterest, OutboxWaiting, Timer
from tenants.roles import OWNER

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting`: events that somebody wants and nobody took yet, and timers that are due, the oldest of `since`.
    `again`: those that wait for another try. `dead`: those that were given up, and the latest of them.
    """

    waiting: int
    since: dt.datetime | None
    again: int
    dead: int
    letters: list[dict[str, Any]]


def read_backlog(*, actor: Actor) -> Backlog:
    """Raises Forbidden. Of a kind of record that the asker does not see no letter is shown."""
    require_designer(actor=actor)
    store_id = actor.in_store.id
    with transaction.atomic(using=OWNER):
        wanted = OutboxInterest.objects.using(OWNER).filter(store_id=store_id).values("entity")
        waiting = OutboxEvent.objects.using(OWNER).filter(store_id=store_id, entity__in=wanted)
        told = waiting.aggregate(n=Count("id"), since=Min("at"))
        due = Timer.objects.using(OWNER).filter(store_id=store_id, due_at__lte=clock.now())
        late = due.aggregate(n=Count("id"), since=Min("due_at"))
        mine = OutboxWaiting.objects.using(OWNER).filter(store_id=store_id)
        dead = mine.filter(dead_at__isnull=False)
        letters = list(dead.order_by("-dead_at", "-id")[:SHOWN])
        counts = (mine.filter(dead_at=None).count(), dead.count())
    since = min((one for one in (told["since"], late["since"]) if one), default=None)
    return Backlog(told["n"] + late["n"], since, *counts, _shown(actor, letters))


def replay(*, actor: Actor, letter_id: UUID) -> None:
    """Have it tried again, now. Those behind it that came through meanwhile are not taken back. Raises Forbidden,
    UnknownLetter."""
    require_designer(actor=actor, writes=True)
    with transaction.atomic(using=OWNER):
        dead = OutboxWaiting.objects.using(OWNER).filter(
            id=letter_id, store_id=actor.in_store.id, dead_at__isnull=False
        )
        if not dead.update(dead_at=None, attempts=0, next_at=clock.now()):
            raise UnknownLetter


def _shown(actor: Actor, letters: list[OutboxWaiting]) -> list[dict[str, Any]]:
    viewer = viewer_of(actor)
    by_entity: dict[str, list[OutboxWaiting]] = defaultdict(list)
    # A timer is no record's, and says nothing of any.
    found: dict[UUID, str | None] = {one.id: None for one in letters if is_timer(one.entity)}
    for letter in letters:
        by_entity[letter.entity].append(letter)
    for name, some in by_entity.items():
        try:
            kind = viewer.entity(name)
        except UnknownEntity:
            continue
        if viewer.lens(kind).open:
            view = View(viewer, kind)
            rows = view.seen().filter(id__in={one.record_id for one in some})
            titles = titles_of(view=view, rows=rows, person_id=actor.person_id)
            found |= {
                one.id: titles.get(one.record_id)
                for one in some
                if one.record_id is not None and (one.record_id in titles or view.lens.everything)
            }
    return [
        {
            "id": one.id,
            "consumer": one.consumer,
            "entity": one.entity,
            "record_id": one.record_id,
            "title": found[one.id],
            "kind": one.kind,
            "at": one.at,
            "dead_at": one.dead_at,
            "attempts": one.attempts,
            "error": one.error,
        }
        for one in letters
        if one.id in found
    ]
