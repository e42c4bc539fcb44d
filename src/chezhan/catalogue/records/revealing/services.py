"""Show masked values whole."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from django.conf import settings
from django.db.models import F

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.audit.queries import reason_given
from chezhan.catalogue.audit.services import record_reveal
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.revealing.refusals import ReasonNeeded, RevealedEnough
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import one_of, run, select_as, select_fields, together
from chezhan.catalogue.records.subjects import Subject, subject_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.pace import DAY, HOUR, keep_pace
from chezhan.kernel.scrubbing import scrub_text

REASON_LENGTH = 200


def reveal(*, actor: Actor, entity: str, record_id: UUID, names: Sequence[str], reason: str) -> bytes:
    """A JSON object with the fields' whole values, which the actor sees masked on this record.

    `reason` may be empty once one was given today. Raises what require_seen raises (Forbidden without the action, of
    the records behind links too), UnknownField alike for what is not there and what is hidden on this record,
    ReasonNeeded (422), RevealedEnough (429).
    """
    view = require_seen(actor=actor, entity=entity, record_id=record_id, action=Action.REVEAL)
    sights = [view.sight(name) for name in dict.fromkeys(names)]
    subjects = [subject_of(viewer=view.viewer, entity=view.entity, field=sight.field) for sight in sights]
    for subject in subjects:
        view.viewer.allow(subject.entity, Action.REVEAL)
    whose = _whose(view, record_id, sights, subjects, person_id=actor.person_id)
    said = scrub_text(" ".join(reason.split()))[:REASON_LENGTH] or reason_given(
        actor_id=actor.person_id, since=dt.datetime.combine(clock.today(), dt.time(), SHANGHAI)
    )
    if not said:
        raise ReasonNeeded
    _keep_pace(actor, values=len(sights))
    whole = [replace(sight, read=sight.met) for sight in sights]
    rows = select_fields(view.seen().filter(id=record_id), whole)
    (found,) = run(together([one_of(rows=rows, fields=whole)]), person_id=actor.person_id)
    for (table, subject_id), fields in whose.items():
        record_reveal(entity=table, record_id=subject_id, fields=fields, reason=said)
    return found


def _whose(
    view: View, record_id: UUID, sights: Sequence[Sight], subjects: Sequence[Subject], *, person_id: UUID
) -> dict[tuple[str, UUID], list[str]]:
    """By table and record: the fields that will be shown of it. Raises UnknownField for one that is hidden here."""
    flags = {f"m{number}": sight.met.holds() for number, sight in enumerate(sights)}
    ids = {f"i{number}": F(subject.path) for number, subject in enumerate(subjects)}
    rows = view.seen().filter(id=record_id).values_list("version", *flags.values(), *ids.values())
    ((_, *told),) = select_as(rows, person_id=person_id)
    found: dict[tuple[str, UUID], list[str]] = defaultdict(list)
    for sight, subject, met, subject_id in zip(sights, subjects, told, told[len(sights) :], strict=False):
        if not met:
            raise UnknownField(params={"field": sight.field.name, "entity": view.entity.name})
        # A link that leads nowhere has nothing to show.
        if subject_id is not None:
            found[subject.table, subject_id].append(subject.field.name)
    return found


def _keep_pace(actor: Actor, *, values: int) -> None:
    """By person and store, however they ask."""
    name = f"reveal:{actor.in_store.id}:{actor.person_id}"
    for limit, window in ((settings.REVEALS_PER_HOUR, HOUR), (settings.REVEALS_PER_DAY, DAY)):
        keep_pace(name=name, limit=limit, window=window, times=values, refusal=RevealedEnough)
