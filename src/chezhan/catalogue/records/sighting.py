"""One record that a viewer sees, asked for before anything is said of it."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of


def require_seen(*, actor: Actor, entity: str, record_id: UUID, action: Action | None = None) -> View:
    """The view of the record's kind.

    Raises UnknownEntity, Forbidden (also without `action`, when there is one), and UnknownRecord alike for what is
    not there and what the actor may not see.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    if not select_as(view.seen().filter(id=record_id).values_list("id"), person_id=actor.person_id):
        raise UnknownRecord(params={"entity": entity})
    if action:
        viewer.allow(kind, action)
    return view
