"""Many new records of a demo store, in sets that one statement takes."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, write_drafts

BATCH = 1_000


def write_all(entity: str, model: Any, drafts: Sequence[Draft], *, actor: Actor, now: dt.datetime) -> None:
    for first in range(0, len(drafts), BATCH):
        part = drafts[first : first + BATCH]
        write_drafts(entity=entity, model=model, drafts=part, actor=actor, store=actor.in_store, now=now)
