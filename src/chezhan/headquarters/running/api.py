"""/api/hq/<group>/running."""

import datetime as dt

from ninja import Path, Router, Schema

from chezhan.access import ActorRequest
from chezhan.headquarters.running.queries import read_running

router = Router(tags=["events"])


class StoreRunningOut(Schema):
    """`waiting`: events and due timers that nobody took yet, the oldest of `since`; `again`: those to be tried again;
    `dead`: those that were given up. `rules`: set aside; `flows`: with a token that is stuck, null where the store
    could not be read.
    """

    store: str
    name: str
    waiting: int
    since: dt.datetime | None
    again: int
    dead: int
    rules: int
    flows: int | None


@router.get("", response=list[StoreRunningOut], operation_id="read_stores_running")
def read(request: ActorRequest, group: Path[str]):
    """Of the open stores of the group, how what they do by themselves gets on."""
    return read_running(actor=request.actor)
