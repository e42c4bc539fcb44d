"""What can be done next with a record, and changed in it by hand, by who looks at it."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.rights import own_suffices, require_writable, writable_on
from chezhan.catalogue.verb import Verb
from chezhan.expressions.errors import UnknownField


def offered(*, actor: Actor, entity: str, record_id: UUID) -> list[str]:
    """Names of the verbs, in their order; none for who may not move the record, or may not see how far it is.

    Raises UnknownRecord, UnknownEntity, Forbidden.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    kind = view.entity
    verbs = known_verbs(view)
    if not verbs:
        return []
    looked = sorted({name for verb in verbs for name in verb.looks_at})
    columns = [kind.fields[name].column for name in (kind.state, "owner", *looked)]
    rows = view.seen().filter(id=record_id).values_list(*columns)
    state, owner, *said = select_as(rows, person_id=actor.person_id)[0]
    moves = not require_writable(actor=actor, view=view, ids=[record_id], names=[kind.state])
    takes = owner is None and actor.person_id is not None and own_suffices(view=view, names=[kind.state])
    here = [
        verb
        for verb in verbs
        if verb.fits(state, dict(zip(looked, said, strict=True)))
        and (moves or (verb.claims and takes))
        and (verb.possible is None or verb.possible())
    ]
    asked = sorted({ask.field for verb in here if not verb.claims for ask in verb.asks if ask.required})
    fixed = {name for name in asked if require_writable(actor=actor, view=view, ids=[record_id], names=[name])}
    return [verb.name for verb in here if verb.claims or not fixed & {ask.field for ask in verb.asks if ask.required}]


def changeable(*, actor: Actor, entity: str, record_id: UUID) -> list[str]:
    """Names of the fields that may be changed by hand on the record as it is now, in their order.

    Raises as offered does.
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id)
    kind = view.entity
    names = [one.field.name for one in view.sights() if not one.field.once]
    if kind.settled and _read(view, kind.state):
        rows = view.seen().filter(id=record_id).values_list(kind.fields[kind.state].column)
        [(state,)] = select_as(rows, person_id=actor.person_id)
        names = [name for name in names if state in kind.open_in or name not in kind.settled]
    return writable_on(actor=actor, view=view, record_id=record_id, names=names)


def changes_differ(view: View) -> bool:
    """Whether the viewer may change by hand other fields of one record than of another."""
    return bool(view.entity.settled) or any(
        view.lens.highest(one.field.name) >= Right.WRITE and not view.granted(one.field.name, Right.WRITE).always
        for one in view.sights()
        if not one.field.fixed
    )


def known_verbs(view: View) -> list[Verb]:
    """Those that the viewer may do on some record at all."""
    kind = view.entity
    if not kind.state or view.lens.highest(kind.state) < Right.WRITE:
        return []
    return [
        verb
        for verb in kind.verbs
        if not verb.by_link
        and all(view.lens.highest(ask.field) >= Right.WRITE for ask in verb.asks if ask.required)
        and all(_read(view, name) for name in (*verb.looks_at, *(["owner"] if verb.claims else [])))
    ]


def _read(view: View, name: str) -> bool:
    try:
        return view.sight(name).read.always
    except UnknownField:
        return False
