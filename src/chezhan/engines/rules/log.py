"""What a rule did, as far as the asker sees the records that it did it to."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.occasions.concerning import attribute_of
from chezhan.catalogue.records.bin.reading import seen_in_bin
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.engines.rules.drafts import get_rule
from chezhan.engines.rules.models import RuleRun

PAGE = 50


def list_runs(*, actor: Actor, rule_id: UUID, outcome: str = "", before: UUID | None = None) -> dict[str, Any]:
    """The latest first. `before`: the id of the last that was shown. Of records that the asker does not see nothing is
    told, unless they are gone and the asker would see every one. Raises Forbidden, UnknownRule.
    """
    rule = get_rule(actor=actor, rule_id=rule_id)
    viewer = viewer_of(actor)
    kind = viewer.entity(rule.entity)
    viewer.open(kind)
    view = View(viewer, kind)
    rows = RuleRun.objects.filter(rule=rule)
    if outcome in RuleRun.Outcome.values:
        rows = rows.filter(outcome=outcome)
    last = RuleRun.objects.filter(rule=rule, id=before).first() if before else None
    if last is not None:
        rows = rows.filter(Q(at__lt=last.at) | Q(at=last.at, id__lt=last.id))
    page = list(rows.order_by("-at", "-id")[: PAGE + 1])
    shown = page[:PAGE]
    known = view.seen().filter(id__in={one.record_id for one in shown})
    titles = titles_of(view=view, rows=known, person_id=actor.person_id)
    gone = {one.record_id for one in shown} - titles.keys()
    if gone:
        titles = {**titles, **seen_in_bin(viewer=viewer, kind=kind, record_ids=gone, person_id=actor.person_id)}
    seen = [one for one in shown if one.record_id in titles or view.viewer.sees_all(view.entity)]
    return {"runs": [_as_json(one, view, titles.get(one.record_id)) for one in seen], "more": len(page) > PAGE}


def _as_json(run: RuleRun, view: View, title: str | None) -> dict[str, Any]:
    return {
        "id": run.id,
        "at": run.at,
        "number": run.number,
        "record_id": run.record_id,
        "title": title,
        "outcome": run.outcome,
        "code": run.code,
        "effect": _told(run.effect, view),
    }


def _told(effect: dict[str, Any], view: View) -> dict[str, Any]:
    """Without fields that the asker does not see. Attributes become names of fields."""
    seen = {sight.field.name for sight in view.sights()}
    names = {attribute_of(field): field.name for field in view.entity.fields.values() if field.name in seen}
    found = dict(effect)
    if "fields" in found:
        found["fields"] = [names[one] for one in found["fields"] if one in names]
    if "refused" in found:
        found["refused"] = [[name, code] for name, code in found["refused"] if name in seen or not name]
    return found
