"""Who may ask for a person's data."""

from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.personal.refusals import NotAPerson
from chezhan.catalogue.records.sighting import require_seen
from chezhan.kernel.errors import Forbidden

PERMISSION = "person.data"


def require_person(*, actor: Actor, entity: str, record_id: UUID) -> View:
    """The view of the person's own record.

    Raises Forbidden, also for who looks as somebody else, NotAPerson, and what require_seen raises.
    """
    require(actor=actor, permission=PERMISSION)
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": PERMISSION})
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    if not view.entity.person:
        raise NotAPerson
    return view
