"""What designers see of rules."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db.models import Count, Max, Q

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.engines.rules.checking import problems_of
from chezhan.engines.rules.clockwork import KIND
from chezhan.engines.rules.definition import definition_as_json, read_definition
from chezhan.engines.rules.drafts import get_rule
from chezhan.engines.rules.models import Rule, RuleRun, RuleVersion
from chezhan.engines.rules.publishing import VERSIONS
from chezhan.kernel import clock
from tenants.lookup import people_of_store
from tenants.work.trying import stuck_of

WEEK = dt.timedelta(days=7)


def list_rules(*, actor: Actor) -> list[dict[str, Any]]:
    """Of all kinds of records, each in the order in which they are tried, with what they did lately."""
    require_designer(actor=actor)
    rows = list(Rule.objects.order_by("entity", "position", "id"))
    versions = _in_force(rows)
    names = dict(people_of_store(store=actor.in_store))
    runs, stuck = _lately(rows), _stuck(actor)
    return [
        _head(row, versions.get(row.id), names) | runs.get(row.id, _NO_RUNS) | stuck.get(row.id, _NOT_STUCK)
        for row in rows
    ]


def read_rule(*, actor: Actor, rule_id: UUID) -> dict[str, Any]:
    row = get_rule(actor=actor, rule_id=rule_id)
    definition = read_definition(row.definition)
    names = dict(people_of_store(store=actor.in_store))
    problems = problems_of(actor=actor, entity=row.entity, definition=definition)
    return (
        _head(row, _in_force([row]).get(row.id), names)
        | _lately([row]).get(row.id, _NO_RUNS)
        | _stuck(actor).get(row.id, _NOT_STUCK)
        | {"definition": definition_as_json(definition), "problems": [asdict(one) for one in problems]}
    )


def list_versions(*, actor: Actor, rule_id: UUID) -> list[dict[str, Any]]:
    """The latest first."""
    rule = get_rule(actor=actor, rule_id=rule_id)
    rows = RuleVersion.objects.filter(rule=rule).order_by("-number")
    return [
        {
            "number": row.number,
            "name": row.name,
            "definition": row.definition,
            "note": row.note,
            "back_to": row.back_to,
            "at": row.at,
            "by_name": row.by_name,
        }
        for row in rows
    ]


_NO_RUNS: dict[str, Any] = {"last_run": None, "runs": 0, "troubles": 0}
_NOT_STUCK: dict[str, Any] = {"stuck_at": None, "stuck_code": ""}


def _stuck(actor: Actor) -> dict[UUID, dict[str, Any]]:
    found = stuck_of(store_id=actor.in_store.id, kind=KIND)
    return {rule_id: {"stuck_at": at, "stuck_code": code} for rule_id, (at, code) in found.items()}


def _lately(rows: Sequence[Rule]) -> dict[UUID, dict[str, Any]]:
    found = (
        RuleRun.objects.filter(rule__in=rows, at__gte=clock.now() - WEEK)
        .values("rule_id")
        .annotate(
            last_run=Max("at"),
            runs=Count("id"),
            troubles=Count("id", filter=Q(outcome__in=[RuleRun.Outcome.REFUSED, RuleRun.Outcome.LOOPED])),
        )
    )
    return {
        one["rule_id"]: {"last_run": one["last_run"], "runs": one["runs"], "troubles": one["troubles"]}
        for one in found.order_by()
    }


def _in_force(rows: Sequence[Rule]) -> dict[UUID, RuleVersion]:
    wanted = {row.id: row.published for row in rows if row.published is not None}
    found = RuleVersion.objects.filter(rule_id__in=wanted)
    return {one.rule_id: one for one in found if one.number == wanted[one.rule_id]}


def _head(row: Rule, version: RuleVersion | None, names: dict[UUID, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "entity": row.entity,
        "name": row.name,
        "enabled": row.enabled,
        "draft_version": row.draft_version,
        "published": row.published,
        "published_by": version.by_name if version else "",
        "acts": version is None or version.by in names,
        "changed": VERSIONS.differs(row, version),
        "changed_at": row.changed_at,
        "changed_by": names.get(row.changed_by, ""),
    }
