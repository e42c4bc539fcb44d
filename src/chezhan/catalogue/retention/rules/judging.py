"""What keeps a record from going that a rule meets."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Mapping
from uuid import UUID

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.retention.rules.around import Around, look_around
from chezhan.catalogue.retention.rules.blocking import blockers
from chezhan.catalogue.whole import Catalogue

LATELY = dt.timedelta(days=30)
# Codes beside those of blockers and of refusals.
GONE, CHANGED, ACTIVE = "gone", "changed_lately", "active"


def judge(
    *,
    using: str,
    catalogue: Catalogue,
    kind: Entity,
    record_ids: Collection[UUID],
    edge: dt.datetime | None,
    now: dt.datetime,
) -> dict[UUID, str]:
    """By id why it stays; who is not there may go. `edge`: what changed since then stays, with all that hangs on it;
    None for a rule that goes by a date of the record.
    """
    around = look_around(using=using, catalogue=catalogue, kind=kind, record_ids=record_ids)
    stays = _blocked(using, around)
    for record_id in record_ids:
        if record_id not in around:
            stays[record_id] = GONE
        elif around[record_id].latest > now - LATELY:
            stays.setdefault(record_id, CHANGED)
        elif edge is not None and around[record_id].latest >= edge:
            stays.setdefault(record_id, ACTIVE)
    return stays


def _blocked(using: str, around: Mapping[UUID, Around]) -> dict[UUID, str]:
    ids: dict[str, set[UUID]] = defaultdict(set)
    for one in around.values():
        for kind, some in one.ids.items():
            ids[kind] |= some
    stays: dict[UUID, str] = {}
    for blocker in blockers():
        open = blocker.open(using=using, ids=ids)
        for root, one in around.items():
            if not open.isdisjoint(one.every()):
                stays.setdefault(root, blocker.code)
    return stays
