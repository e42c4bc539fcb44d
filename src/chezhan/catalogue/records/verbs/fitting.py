"""Whether a verb is done with a record as it is, and whether it may be taken by it."""

from collections.abc import Collection, Iterable

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.refusals import NotWritable
from chezhan.catalogue.records.writes.rights import own_suffices
from chezhan.catalogue.verb import Verb


def fits(kind: Entity, verb: Verb, draft: Draft) -> bool:
    said = {name: draft.current[kind.fields[name].column] for name in verb.looks_at}
    return verb.fits(draft.current[kind.state], said)


def require_open(view: View, verb: Verb) -> None:
    """For what is refused by what a record says would tell it to who may not see that, or does nothing with it anyway.

    Raises UnknownField, NotWritable.
    """
    for name in verb.looks_at:
        view.sight(name)
    if verb.claims and view.lens.highest(view.entity.state) < Right.WRITE:
        raise NotWritable(params={"field": view.entity.state})


def claimable(*, actor: Actor, view: View, names: Collection[str], drafts: Iterable[Draft]) -> bool:
    """Whether all are nobody's, and the actor may write the fields once they are their own."""
    return (
        actor.person_id is not None
        and all(draft.current["owner"] is None for draft in drafts)
        and own_suffices(view=view, names=names)
    )
