"""Which records are meant, and which of them the asker may change like that."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import load_rows
from chezhan.catalogue.bulk.references import referred
from chezhan.catalogue.records.bulk.refusals import BadSelection, TooManyChosen
from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.finding.conditions import search_for
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.talk.putting import known_tags, overfull
from chezhan.catalogue.records.talk.refusals import TooManyTags
from chezhan.catalogue.records.talk.tags import ON_RECORD, tagged
from chezhan.catalogue.records.writes.cleaning import clean_rows
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.catalogue.records.writes.refusals import RowsRefused, StillReferred
from chezhan.catalogue.records.writes.rights import check_names, require_writable
from chezhan.catalogue.records.writes.watching import judged, watches
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

CHOICE_LIMIT = 10_000

Kind = Literal["update", "assign", "delete", "tag", "untag"]
TAGGING = ("tag", "untag")


@dataclass(frozen=True, slots=True)
class Choice:
    """Either `ids`, or all that `filter_json`, `q` and `tags` find, as lists do."""

    ids: Sequence[UUID] | None = None
    filter_json: str = ""
    q: str = ""
    tags: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """`values`: by field name; of an assignment the owner alone, of a deletion none, of tagging {"tags": [ids]}."""

    kind: Kind
    choice: Choice
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Judged:
    """`refused`: (code, field, message) → how many records."""

    allowed: list[UUID]
    refused: Counter[tuple[str, str, str]]


def require_order(*, view: View, order: Order) -> list[str]:
    """The names of the fields to be written. Raises Forbidden, UnknownField, NotWritable, BadSelection."""
    if order.kind == "delete":
        view.viewer.allow(view.entity, Action.DELETE)
    elif order.kind == "assign":
        view.viewer.allow(view.entity, Action.ASSIGN)
    elif order.kind in TAGGING:
        view.viewer.allow(view.entity, Action.COMMENT)
    wanted = {
        "update": bool(order.values),
        "assign": set(order.values) == {"owner"},
        "delete": not order.values,
        "tag": set(order.values) == {"tags"},
        "untag": set(order.values) == {"tags"},
    }
    if not wanted[order.kind]:
        raise BadSelection
    if order.kind in TAGGING:
        known_tags(order.values["tags"])
        return []
    return check_names(view=view, names=order.values)


def choose(*, actor: Actor, view: View, choice: Choice) -> list[UUID]:
    """Ids in their order. Raises BadSelection, TooManyChosen, and what filters and searches refuse."""
    if choice.ids is not None:
        if choice.filter_json or choice.q or choice.tags:
            raise BadSelection
        ids = list(dict.fromkeys(choice.ids))
    else:
        which = compile_filter(text=choice.filter_json, today=clock.today(), view=view)
        which &= search_for(view=view, text=choice.q) & tagged(entity=view.entity.name, tags=choice.tags)
        rows = view.seen().filter(which).order_by("id").values_list("id")[: CHOICE_LIMIT + 1]
        with within_reason(choice.filter_json):
            ids = [record_id for (record_id,) in select_as(rows, person_id=actor.person_id)]
    if len(ids) > CHOICE_LIMIT:
        raise TooManyChosen(params={"limit": CHOICE_LIMIT})
    return ids


def judge(*, actor: Actor, view: View, order: Order, names: Sequence[str], ids: Sequence[UUID]) -> Judged:
    """Raises RowsRefused when the values themselves don't fit."""
    if names:
        nameable = nameable_of(actor, view, names)
        _, problems = clean_rows(actor=actor, view=view, rows=[order.values], nameable=nameable, new=False)
        if problems:
            raise RowsRefused(problems, of=1)
    refused: dict[UUID, AppError] = require_writable(actor=actor, view=view, ids=ids, names=names)
    if names:
        refused |= _watched(actor, view, order, [record_id for record_id in ids if record_id not in refused])
    if order.kind == "delete":
        held = referred(model=view.entity.model, ids=set(ids) - set(refused))
        refused |= {record_id: StillReferred() for record_id in held}
    if order.kind == "tag":
        full = overfull(
            entity=view.entity.name, record_ids=set(ids) - set(refused), tag_ids=known_tags(order.values["tags"])
        )
        refused |= {record_id: TooManyTags(params={"limit": ON_RECORD}) for record_id in full}
    told = Counter((error.code, str(error.params.get("field", "")), error.message) for error in refused.values())
    return Judged([record_id for record_id in ids if record_id not in refused], told)


def _watched(actor: Actor, view: View, order: Order, ids: Sequence[UUID]) -> dict[UUID, AppError]:
    """What others have to say against the values in these records; see writes.watching."""
    watching = [one for one in watches(actor=actor, view=view, new=False) if one.concerns(order.values)]
    if not watching:
        return {}
    nameable = nameable_of(actor, view, order.values)
    (cleaned,), _ = clean_rows(actor=actor, view=view, rows=[order.values], nameable=nameable, new=False)
    refused: dict[UUID, AppError] = {}
    for record_id, draft in load_rows(model=view.entity.model, which=Q(id__in=list(ids)), lock=False).items():
        draft.wanted.update(cleaned)
        told = judged(found=watching, draft=draft, names=order.values)
        if told:
            refused[record_id] = next(iter(told.values()))
    return refused
