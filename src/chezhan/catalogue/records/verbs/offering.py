"""What can be done next with a record, by who looks at it."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.rights import require_writable
from chezhan.catalogue.verb import Verb


def offered(*, actor: Actor, entity: str, record_id: UUID) -> list[str]:
    """Names of the verbs, in their order; none for who may not move the record, or may not see how far it is.

    Raises UnknownRecord, UnknownEntity, Forbidden.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    kind = view.entity
    verbs = known_verbs(view)
    if not verbs or require_writable(actor=actor, view=view, ids=[record_id], names=[kind.state]):
        return []
    rows = view.seen().filter(id=record_id).values_list(kind.fields[kind.state].column)
    state = select_as(rows, person_id=actor.person_id)[0][0]
    here = [verb for verb in verbs if state in verb.of]
    asked = sorted({ask.field for verb in here for ask in verb.asks if ask.required})
    fixed = {name for name in asked if require_writable(actor=actor, view=view, ids=[record_id], names=[name])}
    return [verb.name for verb in here if not fixed & {ask.field for ask in verb.asks if ask.required}]


def known_verbs(view: View) -> list[Verb]:
    """Those that the viewer may do on some record at all."""
    kind = view.entity
    if not kind.state or view.lens.highest(kind.state) < Right.WRITE:
        return []
    return [
        verb
        for verb in kind.verbs
        if all(view.lens.highest(ask.field) >= Right.WRITE for ask in verb.asks if ask.required)
    ]
