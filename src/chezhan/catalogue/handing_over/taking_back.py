"""Take a hand-over back: what is still with whom it went to; the rest has gone on and stays."""

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import load_rows
from chezhan.catalogue.handing_over.giving import PERMISSION, told
from chezhan.catalogue.handing_over.models import HandOver
from chezhan.catalogue.handing_over.owned import OWNER, givable
from chezhan.catalogue.handing_over.refusals import (
    LeftMeanwhile,
    TakenBackAlready,
    TooLateToTakeBack,
    UnknownHandOver,
)
from chezhan.catalogue.records.writes.rights import require_writable
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT, change_records
from chezhan.kernel import clock
from tenants.lookup import people_of_store

DAYS = 30
SHOWN = 50


@dataclass(frozen=True, slots=True)
class TakenBack:
    """`restored` are theirs again; `kept`: with somebody else by now, gone, or not the asker's to give."""

    restored: int
    kept: int


def list_hand_overs(*, actor: Actor) -> list[HandOver]:
    """The latest first; counted are the kinds that the asker may give to others. Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    kinds = {view.entity.name for view in givable(actor=actor)}
    found = list(HandOver.objects.order_by("-at", "-id")[:SHOWN])
    for one in found:
        one.counts = {entity: count for entity, count in one.counts.items() if entity in kinds}
        one.records = sum(one.counts.values())
    return found


def ends_at(hand_over: HandOver) -> dt.datetime | None:
    """Until when it can be taken back; None when it was."""
    return None if hand_over.undone_at else hand_over.at + dt.timedelta(days=DAYS)


def take_back(*, actor: Actor, hand_over_id: UUID) -> TakenBack:
    """Raises Forbidden, UnknownHandOver, TakenBackAlready, TooLateToTakeBack, LeftMeanwhile."""
    require(actor=actor, permission=PERMISSION)
    found = HandOver.objects.select_for_update().filter(id=hand_over_id).first()
    if found is None:
        raise UnknownHandOver
    if found.undone_at:
        raise TakenBackAlready
    now = clock.now()
    if now > found.at + dt.timedelta(days=DAYS):
        raise TooLateToTakeBack(params={"days": DAYS})
    if found.person_id not in dict(people_of_store(store=actor.in_store)):
        raise LeftMeanwhile
    done = _restore(actor, found)
    HandOver.objects.filter(id=found.id).update(undone_at=now, undone_by=actor.person_id)
    return done


def _restore(actor: Actor, found: HandOver) -> TakenBack:
    went: dict[str, dict[UUID, UUID]] = defaultdict(dict)
    for entity, record_id, to in found.handed.values_list("entity", "record_id", "to"):
        went[entity][record_id] = to
    restored = tried = 0
    with told(actor, found.id):
        for view in givable(actor=actor):
            theirs = went.get(view.entity.name, {})
            rows = load_rows(model=view.entity.model, which=Q(id__in=list(theirs)))
            still = [record_id for record_id, row in rows.items() if row.current[OWNER] == theirs[record_id]]
            # What belongs to a record that went back before went along with it.
            along = sum(row.current[OWNER] == found.person_id for row in rows.values())
            refused = require_writable(actor=actor, view=view, ids=still, names=[OWNER])
            back = [record_id for record_id in still if record_id not in refused]
            for start in range(0, len(back), BATCH_LIMIT):
                values = {OWNER: str(found.person_id)}
                change_records(
                    actor=actor, entity=view.entity.name, ids=back[start : start + BATCH_LIMIT], values=values
                )
            restored, tried = restored + len(back) + along, tried + len(theirs)
    return TakenBack(restored=restored, kept=tried - restored)
