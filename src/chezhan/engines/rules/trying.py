"""Whom a rule would have touched in the last ninety days: what happened then, asked of the records as they are now."""

import datetime as dt
from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from chezhan.access import Actor
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.bulk.statements import columns_of
from chezhan.catalogue.doing.registry import foretold_by, written_by
from chezhan.catalogue.occasions.concerning import as_kept, attribute_of
from chezhan.catalogue.occasions.dates import ByClock, dated, falls_on, view_of
from chezhan.catalogue.occasions.triggers import (
    WhenChanged,
    WhenCreated,
    WhenDeleted,
    WhenDue,
    WhenFestival,
    WhenRestored,
    WhenTime,
)
from chezhan.catalogue.records.bin.looking_back import as_they_were
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.titles import titles_of
from chezhan.engines.rules.definition import RuleDefinition, read_definition
from chezhan.engines.rules.drafts import get_rule
from chezhan.engines.rules.models import Rule
from chezhan.engines.rules.published import rules_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError

DAYS, SAMPLE, MOST = 90, 20, 100_000
# Of so many it is looked up what would go out; of more it is reckoned from these.
FORETOLD = 5_000


def try_rule(*, actor: Actor, rule_id: UUID) -> dict[str, Any]:
    """Of the draft, as far as the asker sees the records; counted up to MOST. Raises Forbidden, UnknownRule,
    ExpressionTooSlow, and what filters refuse.
    """
    rule = get_rule(actor=actor, rule_id=rule_id)
    definition = read_definition(rule.definition)
    view = view_of(actor, rule.entity)
    if not isinstance(definition.trigger, WhenDeleted):
        return _tried(actor, view, rule, definition)
    with as_they_were(kind=view.entity, record_ids=_in_bin(view)):
        return _tried(actor, view, rule, definition)


def _tried(actor: Actor, view: View, rule: Rule, definition: RuleDefinition) -> dict[str, Any]:
    rows = view.seen().filter(compile_filter(text=definition.filter, today=clock.today(), view=view))
    touched = rows.filter(_happened(view, definition))
    with within_reason(definition.filter):
        ids = [one for (one,) in select_as(touched.order_by().values_list("id")[: MOST + 1], person_id=actor.person_id)]
        latest = select_as(touched.order_by("-updated_at", "-id").values_list("id")[:SAMPLE], person_id=actor.person_id)
    shown = [one for (one,) in latest]
    titles = titles_of(view=view, rows=view.seen().filter(id__in=shown), person_id=actor.person_id)
    return {
        "days": DAYS,
        "records": min(len(ids), MOST),
        "capped": len(ids) > MOST,
        "times": _times(definition),
        "sample": [{"id": one, "title": titles.get(one)} for one in shown],
        "conflicts": _conflicts(actor, rule, definition),
        "foretold": _foretold(actor, view, definition, ids[:FORETOLD]),
        "foretold_of": min(len(ids), FORETOLD),
    }


def _happened(view: View, definition: RuleDefinition) -> Q:
    since = clock.now() - dt.timedelta(days=DAYS)
    match definition.trigger:
        case WhenCreated():
            return Q(created_at__gte=since)
        case WhenChanged() as changed:
            return Q(id__in=_changed(view, changed, since).values("record_id"))
        case WhenDeleted():
            return Q(id__in=_in_bin(view))
        case WhenRestored():
            return Q(id__in=_restored(view, since).values("record_id"))
        case WhenDue() as due:
            found = Q()
            for day in _days():
                found |= dated(view=view, trigger=due, day=day)
            return found
    return Q()


def _in_bin(view: View) -> list[UUID]:
    """The latest; those that were brought back or erased since are not told any more."""
    rows = RecycledRecord.objects.filter(entity=view.entity.name, deleted_at__gte=clock.now() - dt.timedelta(days=DAYS))
    return list(rows.order_by("-deleted_at").values_list("record_id", flat=True)[: MOST + 1])


def _restored(view: View, since: dt.datetime) -> QuerySet:
    """By the audit: put in once more after they were deleted."""
    told = AuditEntry.objects.filter(entity=view.entity.model._meta.db_table)
    deleted = told.filter(record_id=OuterRef("record_id"), kind=AuditEntry.Kind.DELETED, id__lt=OuterRef("id"))
    return told.filter(Exists(deleted), kind=AuditEntry.Kind.CREATED, at__gte=since)


def _changed(view: View, trigger: WhenChanged, since: dt.datetime) -> QuerySet:
    """By the audit. A field that the asker does not read tells nothing. Raises UnknownField."""
    columns = columns_of(view.entity.model)
    rows = AuditEntry.objects.filter(
        entity=view.entity.model._meta.db_table, kind=AuditEntry.Kind.UPDATED, at__gte=since
    )
    sights = [view.sight(name) for name in trigger.fields]
    for sight in sights:
        if not sight.read.always:
            raise UnknownField(params={"field": sight.field.name, "entity": view.entity.name})
    names = [columns[attribute_of(sight.field)] for sight in sights]
    if names:
        rows = rows.filter(changes__has_any_keys=names)
    for place, value in enumerate((trigger.before, trigger.after)):
        if value is not None and len(names) == 1:
            kept = as_kept(view.sight(trigger.fields[0]).field, value)
            rows = rows.filter(**{f"changes__{names[0]}__{place}": kept})
    return rows


def _days() -> list[dt.date]:
    today = clock.now().astimezone(SHANGHAI).date()
    return [today - dt.timedelta(days=back) for back in range(DAYS)]


def _times(definition: RuleDefinition) -> int | None:
    """How often a rule of plain times would have been followed; None for the others."""
    trigger = definition.trigger
    if not isinstance(trigger, WhenTime | WhenFestival):
        return None
    return sum(falls_on(trigger, day) for day in _days())


def _foretold(actor: Actor, view: View, definition: RuleDefinition, ids: Sequence[UUID]) -> list[dict[str, Any]]:
    """What would go out to these. An action that can't be told of is among the rule's problems already."""
    trigger = definition.trigger
    at = trigger.at if isinstance(trigger, ByClock) else ""
    try:
        return foretold_by(actor=actor, view=view, actions=definition.actions, record_ids=ids, at=at)
    except AppError:
        return []


def _conflicts(actor: Actor, rule: Rule, definition: RuleDefinition) -> list[dict[str, Any]]:
    """Rules in force of the same kind of record that write the same fields."""
    mine = written_by(definition.actions)
    found = [
        (one, sorted(mine & written_by(one.definition.actions)))
        for one in rules_of(actor.in_store)
        if one.entity == rule.entity and one.rule_id != rule.id
    ]
    return [{"id": one.rule_id, "name": one.name, "fields": fields} for one, fields in found if fields]
