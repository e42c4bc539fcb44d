"""Score leads, a set at a time: what they come to, their grade by that, and when they are contacted next."""

import datetime as dt
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import structlog
from django.db import transaction
from django.db.models import Q

from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.doing.acting import acting_for, speaking
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.modules.leads.models import OPEN, Lead
from chezhan.modules.scoring.asking import ENTITY, leads_before, scored
from chezhan.modules.scoring.models import ScoreSheet
from chezhan.modules.scoring.sheet import ScoreGrade, Sheet, read_sheet
from tenants.acting import declare_on
from tenants.directory import StoreRef

# What is written here, which is no reason to score anew.
WRITTEN = frozenset({"score", "scored_grade", "grade", "next_contact_at"})
AT_ONCE = 2_000
NAME = "线索评分"
log = structlog.get_logger(__name__)


def score_leads(*, store: StoreRef, which: Q) -> int:
    """The open ones of those, in the store's transaction; how many changed. Nothing where the store has no sheet, or
    nobody is left of who made it.
    """
    row = ScoreSheet.objects.first()
    if row is None:
        return 0
    try:
        with transaction.atomic(), speaking(id=row.id, reason=f"rule:{NAME}", store=store):
            return _score(row, read_sheet(row.says), store, which)
    except AppError as error:
        # What people write is kept all the same; the next day tries anew.
        log.warning("leads_not_scored", code=error.code)
        return 0
    finally:
        # The rest of the transaction is again by whom it was.
        declare_on("default", store=store)


def score_all(*, store: StoreRef) -> int:
    """All that are open, in portions by id."""
    changed, after = 0, UUID(int=0)
    open_ = Lead.objects.filter(status__in=OPEN).order_by("id").values_list("id", flat=True)
    while ids := list(open_.filter(id__gt=after)[:AT_ONCE]):
        changed, after = changed + score_leads(store=store, which=Q(id__in=ids)), ids[-1]
    return changed


def _score(row: ScoreSheet, sheet: Sheet, store: StoreRef, which: Q) -> int:
    actor = acting_for(id=row.id, name=NAME, by=row.changed_by, store=store)
    view, now = leads_before(actor), clock.now()
    rows = scored(view, sheet, view.seen().filter(which, status__in=OPEN)).values_list("id", "points_", "score")
    points = {lead_id: score for lead_id, score, _ in select_as(rows, person_id=actor.person_id)}
    drafts = load_rows(model=Lead, which=Q(id__in=points))
    next_day = _Days(sheet)
    for draft in drafts.values():
        draft.wanted |= dict(_wanted(draft, sheet, points[draft.id], now=now, next_day=next_day))
    touched = write_drafts(entity=ENTITY, model=Lead, drafts=drafts.values(), actor=actor, store=store, now=now)
    return len(touched)


def _wanted(
    draft: Draft, sheet: Sheet, score: int, *, now: dt.datetime, next_day: "_Days"
) -> Iterator[tuple[str, Any]]:
    """A grade that somebody set by hand stays until the score comes to another one than before."""
    known = draft.current
    found = sheet.grade_of(score)
    yield "score", score
    yield "scored_grade", found.grade
    moved = known["scored_grade"] != found.grade
    if moved:
        yield "grade", found.grade
    holds = found if moved else next((one for one in sheet.grades if one.grade == known["grade"]), None)
    if holds is None or known["owner"] is None or known["first_contacted_at"] is None:
        return
    said, last = known["next_contact_at"], known["progressed_at"] or now
    # Nothing is said, or they were spoken with since; a better grade brings nearer what is far off.
    if said is None or said <= last or (moved and said > next_day.after(last, holds)):
        yield "next_contact_at", max(next_day.after(last, holds), now.replace(second=0, microsecond=0))


class _Days:
    """Reckons next contacts, by the store's own calendar."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet, self.calendar = sheet, present_calendar()

    def after(self, last: dt.datetime, grade: ScoreGrade) -> dt.datetime:
        """On a working day: the first from then on."""
        day = last.astimezone(SHANGHAI).date() + dt.timedelta(days=grade.days)
        for _ in range(14):
            if self.calendar.is_workday(day):
                break
            day += dt.timedelta(days=1)
        return dt.datetime.combine(day, self.sheet.at, SHANGHAI)
