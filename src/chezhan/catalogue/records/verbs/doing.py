"""Do it: with records locked, each in a state in which the verb is done, or with none."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.by_link import is_by_link
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.verbs.fitting import claimable, fits, require_open
from chezhan.catalogue.records.verbs.refusals import IllegalMove, NotAsked, UnknownVerb
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.cleaning import clean_rows, column_of
from chezhan.catalogue.records.writes.constraints import refusing
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import ChangedMeanwhile, Required, RowsRefused
from chezhan.catalogue.records.writes.rights import check_names, require_writable
from chezhan.catalogue.records.writes.saving import check_size, judge_changes, refuse_first, write_checked
from chezhan.catalogue.types import DATE
from chezhan.catalogue.verb import Doer, Verb
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

EMPTY: tuple[Any, ...] = (None, "", [])


def do(
    *,
    actor: Actor,
    entity: str,
    verb: str,
    ids: Sequence[UUID],
    values: Mapping[str, Any],
    version: int | None = None,
) -> dict[UUID, Touch]:
    """All of the records or none. `version`: of the one record, when the actor looked at it.

    Raises UnknownVerb, NotAsked, UnknownRecord, NotWritable, ChangedMeanwhile, IllegalMove, and what a change raises.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view, told = View(viewer, kind), verb_of(kind, verb, by=actor)
    names = asked(view=view, verb=told, names=values)
    check_size(ids)
    require_open(view, told)
    drafts = load_rows(model=kind.model, which=Q(id__in=list(ids)))
    dated = _dated(view, told, drafts, names)
    wanted = [*names, *dated, kind.state]
    # Whose it is by now decides what of it may be written, and who came too late is told that and not this.
    refuse_first(require_writable(actor=actor, view=view, ids=ids, names=[] if told.claims else wanted), ids)
    for draft in drafts.values():
        if told.instead and not fits(kind, told, draft) and (refusal := told.instead(actor, draft)):
            raise refusal
        if version is not None and draft.current["version"] != version:
            raise ChangedMeanwhile(params={"version": draft.current["version"]})
        require_move(kind, told, draft)
    if told.claims and not claimable(actor=actor, view=view, names=wanted, drafts=drafts.values()):
        refuse_first(require_writable(actor=actor, view=view, ids=ids, names=wanted), ids)
    nameable = nameable_of(actor, view, names)
    cleaned, refused = clean_rows(actor=actor, view=view, rows=[dict(values)], nameable=nameable, new=False)
    given = cleaned[0]
    for draft in drafts.values():
        undated = {attribute: moment for attribute, moment in dated.values() if draft.current[attribute] in EMPTY}
        draft.wanted.update(undated | given)
    if missing := _missing(view, told, drafts):
        refused = {0: {**missing, **refused.get(0, {})}}
    if refused:
        raise RowsRefused(refused, of=1)
    moved = ({kind.state: told.to} if told.to else {}) | ({"owner": actor.person_id} if told.claims else {})
    for draft in drafts.values():
        draft.wanted.update(moved)
    if told.doing:
        # What it writes beside the records may be refused by the database too.
        with refusing(view=view):
            told.doing(Doer(actor, clock.now(), given), drafts)
    judge_changes(actor=actor, view=view, drafts=list(drafts.values()), names=[*names, *dated, kind.state])
    return write_checked(actor, view, list(drafts.values()))


def verb_of(entity: Entity, name: str, *, by: Actor) -> Verb:
    """Raises UnknownVerb."""
    if name not in entity.verb or (entity.verb[name].by_link and not is_by_link(by)):
        raise UnknownVerb(params={"verb": name[:40]})
    return entity.verb[name]


def asked(*, view: View, verb: Verb, names: Iterable[str]) -> list[str]:
    """The names, each of a field that the verb asks for. Raises NotAsked, NotWritable, UnknownField."""
    known, told = {ask.field for ask in verb.asks}, list(names)
    for name in told:
        if name not in known:
            view.sight(name)
            raise NotAsked(params={"field": name})
    return told if verb.by_link else check_names(view=view, names=told)


def require_move(entity: Entity, verb: Verb, draft: Draft) -> None:
    """Raises IllegalMove."""
    if fits(entity, verb, draft):
        return
    state = draft.current[entity.state]
    labels = {option.value: option.label for option in entity.fields[entity.state].options}
    following = [one.label for one in entity.verbs if fits(entity, one, draft) and not one.by_link]
    raise IllegalMove(
        params={
            "state": labels[state].en,
            "state_zh": labels[state].zh,
            "verb": verb.label.en,
            "verb_zh": verb.label.zh,
            "next": ", ".join(label.en for label in following),
            "next_zh": "、".join(label.zh for label in following),
        }
    )


def _dated(
    view: View, verb: Verb, drafts: Mapping[UUID, Draft], given: Sequence[str]
) -> dict[str, tuple[str, dt.date | dt.datetime]]:
    """Of what is asked for and not given: which fields say when it was done, by attribute, and that it is now."""
    found: dict[str, tuple[str, dt.date | dt.datetime]] = {}
    for ask in verb.asks:
        field = view.entity.fields[ask.field]
        attribute = column_of(view, field).attname
        if ask.now and ask.field not in given and any(one.current[attribute] in EMPTY for one in drafts.values()):
            found[ask.field] = attribute, clock.today() if field.type is DATE else clock.now()
    return found


def _missing(view: View, verb: Verb, drafts: Mapping[UUID, Draft]) -> dict[str, AppError]:
    found: dict[str, AppError] = {}
    for ask in verb.asks:
        if ask.required:
            attribute = column_of(view, view.entity.fields[ask.field]).attname
            if any(draft.value(attribute) in EMPTY for draft in drafts.values()):
                found[ask.field] = Required(params={"field": ask.field})
    return found
