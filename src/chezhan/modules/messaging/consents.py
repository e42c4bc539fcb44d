"""What customers said of messages: put down with where and how, and read with what counts now."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.kernel import clock
from chezhan.modules.messaging.models import MessageConsent
from chezhan.modules.messaging.refusals import NotPersons

KEPT = 200


def list_consents(*, actor: Actor, entity: str, record_id: UUID) -> list[MessageConsent]:
    """The latest first. Raises what require_seen raises, NotPersons."""
    _person(actor, entity, record_id, None)
    return list(MessageConsent.objects.filter(record_id=record_id).order_by("-at", "-id")[:KEPT])


def put_consent(
    *, actor: Actor, entity: str, record_id: UUID, channel: str, purpose: str, given: bool, way: str, proof: str
) -> MessageConsent:
    """Raises as list_consents, and Forbidden for who may not comment."""
    _person(actor, entity, record_id, Action.COMMENT)
    return MessageConsent.objects.create(
        entity=entity,
        record_id=record_id,
        channel=channel,
        purpose=purpose,
        given=given,
        way=way,
        proof=proof,
        at=clock.now(),
        by=actor.person_id,
    )


def _person(actor: Actor, entity: str, record_id: UUID, action: Action | None) -> View:
    view = require_seen(actor=actor, entity=entity, record_id=record_id, action=action)
    if not view.entity.person:
        raise NotPersons
    return view
