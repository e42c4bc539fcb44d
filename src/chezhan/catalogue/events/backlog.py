"""What of stores' events waits, for how long, and what was given up. On the owner alias, from public tables alone."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connections, transaction
from django.db.models import Count, Min, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.events.refusals import UnknownLetter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.timers.names import is_timer
from chezhan.kernel import clock
from chezhan.kernel.models import OutboxWaiting, Timer
from tenants.roles import OWNER

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Backlog:
    """`waiting`: events that somebody wants and nobody took yet, and timers that are due, the oldest of `since`.
    `again`: those that wait for another try. `dead`: those that were given up.
    """

    waiting: int = 0
    since: dt.datetime | None = None
    again: int = 0
    dead: int = 0

    def as_json(self) -> dict[str, Any]:
        return {"waiting": self.waiting, "since": self.since, "again": self.again, "dead": self.dead}


NONE = Backlog()
WANTED = """
SELECT e.store_id, count(*), min(e.at) FROM outbox_event e
WHERE e.store_id = ANY(%s) AND EXISTS (
  SELECT FROM outbox_interest i WHERE i.store_id = e.store_id AND i.entity = e.entity)
GROUP BY e.store_id
"""


def backlogs_of(*, store_ids: Sequence[UUID]) -> dict[UUID, Backlog]:
    """By store; none of one of which nothing waits. Whoever asks has been asked whether they may know."""
    ids = list(store_ids)
    with transaction.atomic(using=OWNER):
        with connections[OWNER].cursor() as cursor:
            cursor.execute(WANTED, [ids])
            waiting = {store_id: (count, since) for store_id, count, since in cursor.fetchall()}
        due = Timer.objects.using(OWNER).filter(store_id__in=ids, due_at__lte=clock.now())
        late = {row["store_id"]: (row["n"], row["at"]) for row in _by_store(due, at=Min("due_at"))}
        mine = OutboxWaiting.objects.using(OWNER).filter(store_id__in=ids)
        again = {row["store_id"]: row["n"] for row in _by_store(mine.filter(dead_at=None))}
        dead = {row["store_id"]: row["n"] for row in _by_store(mine.filter(dead_at__isnull=False))}
    found = {}
    for store_id in {*waiting, *late, *again, *dead}:
        told = [one for one in (waiting.get(store_id), late.get(store_id)) if one]
        found[store_id] = Backlog(
            waiting=sum(count for count, _ in told),
            since=min((since for _, since in told), default=None),
            again=again.get(store_id, 0),
            dead=dead.get(store_id, 0),
        )
    return found


def read_backlog(*, actor: Actor) -> dict[str, Any]:
    """With the latest that were given up, as `letters`. Raises Forbidden. Of a kind of record that the asker does not
    see no letter is shown."""
    require_designer(actor=actor)
    store_id = actor.in_store.id
    found = backlogs_of(store_ids=[store_id]).get(store_id, NONE)
    with transaction.atomic(using=OWNER):
        dead = OutboxWaiting.objects.using(OWNER).filter(store_id=store_id, dead_at__isnull=False)
        letters = list(dead.order_by("-dead_at", "-id")[:SHOWN])
    return found.as_json() | {"letters": _shown(actor, letters)}


def _by_store(rows: QuerySet, **more: Min) -> QuerySet:
    return rows.order_by().values("store_id").annotate(n=Count("id"), **more)


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
                if one.record_id is not None and (one.record_id in titles or viewer.sees_all(kind))
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
