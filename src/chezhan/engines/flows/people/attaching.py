"""Files that go with an answer: sent up for what one is asked, attached with it, seen by whoever looks into the flow.

A file is the record's that the flow is on: it goes when the record is erased, or the data of its person.
"""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.records.files.holders import Holder, holds_files
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.refusals import NotYourFile
from chezhan.engines.flows.models import FlowEntry, FlowInstance, FlowItem
from chezhan.engines.flows.people.boxes import open_to
from chezhan.engines.flows.people.finding import ANSWERED, Held, closed, own_item, require_writing
from chezhan.engines.flows.refusals import FlowOver, UnknownItem
from chezhan.kernel import clock

HOLDER = "flow:answer"
MOST = 10


def attach(*, held: Held, actor: Actor, files: Sequence[UUID]) -> list[UUID]:
    """Those that the actor sent up for this very item, in their order, once each. Raises NotYourFile."""
    wanted = list(dict.fromkeys(files))
    mine = StoredFile.objects.select_for_update().filter(
        id__in=wanted, entity=HOLDER, field=str(held.item.id), uploader=actor.person_id, state=StoredFile.State.PENDING
    )
    if mine.count() != len(wanted):
        raise NotYourFile(params={"field": "files"})
    mine.update(state=StoredFile.State.ATTACHED, record_id=held.instance.record_id, state_since=clock.now())
    return wanted


def files_of(entries: Iterable[FlowEntry]) -> dict[UUID, list[dict[str, Any]]]:
    """By entry, as a field of files holds them; one that was erased is left out."""
    named = {entry.id: _named(entry) for entry in entries}
    rows = StoredFile.objects.in_bulk([one for ids in named.values() for one in ids])
    return {id_: [rows[one].as_value() for one in ids if one in rows] for id_, ids in named.items() if ids}


def _named(entry: FlowEntry) -> list[UUID]:
    return [UUID(one) for one in entry.details.get("files", ())]


def _require_add(actor: Actor, place: str) -> None:
    try:
        item = own_item(actor=actor, item_id=UUID(place))
    except ValueError:
        raise UnknownItem from None
    require_writing(actor=actor, entity=item.instance.entity)
    if item.state in ANSWERED:
        raise closed(actor=actor, item=item)
    if item.instance.status != FlowInstance.Status.RUNNING:
        raise FlowOver


def _may_read(actor: Actor, file: StoredFile) -> bool:
    """Who may look into the flow, and no token that may not read such records."""
    of_item = FlowItem.objects.filter(id=file.field).values("instance_id")
    row = open_to(actor, FlowInstance.objects.filter(id__in=of_item)).first()
    return row is not None and (actor.scope is None or actor.scope.right(row.entity) >= Right.READ)


holds_files(HOLDER, Holder(_require_add, _may_read))
