"""How leads are scored, and why one is as it is: by what whoever asks may see of it."""

from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor, allowed
from chezhan.catalogue.records.filters import within_reason
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sighting import require_seen
from chezhan.catalogue.records.statements import select_as
from chezhan.expressions.errors import UnknownField
from chezhan.modules.scoring.asking import ENTITY, held, known_to, leads_before
from chezhan.modules.scoring.keeping import PERMISSION
from chezhan.modules.scoring.models import ScoreSheet
from chezhan.modules.scoring.sheet import read_sheet

# Where a condition counts other records, the time that it may take.
COUNTS = '"aggregate"'


def sheet_before(*, actor: Actor) -> dict[str, Any]:
    """Raises Forbidden for who reads no leads."""
    view = leads_before(actor)
    row = ScoreSheet.objects.first()
    may_change = allowed(actor=actor, permission=PERMISSION)
    if row is None:
        return {"items": [], "grades": [], "at": "10:00:00", "version": 0, "may_change": may_change}
    sheet = read_sheet(row.says)
    known = [item for item, _ in known_to(view, sheet)]
    told = sheet.model_dump(mode="json")
    # A condition names fields and what they hold: for who may see these, and for who says it.
    items = told["items"] if may_change else [one.model_dump(mode="json") for one in known]
    return told | {"items": items, "version": row.version, "may_change": may_change}


def score_of(*, actor: Actor, lead_id: UUID) -> dict[str, Any]:
    """`hidden`: what it has for reasons that the asker may not see, or had when it was scored. Raises UnknownRecord."""
    view = require_seen(actor=actor, entity=ENTITY, record_id=lead_id)
    row = ScoreSheet.objects.first()
    if row is None or not _reads(view, "score"):
        return {"score": None, "reasons": [], "hidden": 0}
    sheet = read_sheet(row.says)
    rows = held(view, sheet, view.seen().filter(id=lead_id))
    items = [item for item, _ in known_to(view, sheet)]
    with transaction.atomic(), within_reason(COUNTS):
        names = ("own", *(f"i{n}" for n in range(len(items))))
        ((score, *points),) = select_as(rows.values_list(*names), person_id=actor.person_id)
    reasons = [{"name": item.name, "points": told} for item, told in zip(items, points, strict=True) if told]
    reasons.sort(key=lambda one: -abs(int(one["points"])))
    shown = min(100, max(0, sum(points)))
    return {"score": score, "reasons": reasons, "hidden": 0 if score is None else score - shown}


def _reads(view: View, name: str) -> bool:
    try:
        return view.sight(name).read.always
    except UnknownField:
        return False
