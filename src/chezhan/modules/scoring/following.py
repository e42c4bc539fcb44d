"""Leads are scored as they change and as what belongs to them does, and all of them once a day, since days count."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.timers.ringing import Ring, rings
from chezhan.catalogue.timers.setting import Wall, set_timer
from chezhan.kernel import clock
from chezhan.modules.leads.entities import LEAD
from chezhan.modules.scoring.models import ScoreSheet
from chezhan.modules.scoring.reckoning import WRITTEN, score_all, score_leads
from tenants.directory import StoreRef

KIND = "lead_score"
NOW, DAILY = "now", "daily"
HOUR = dt.time(5, 30)


@follows("lead")
def score_changed(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    ids = [draft.id for draft in drafts if draft.is_new or not draft.changed.keys() <= WRITTEN]
    if ids:
        score_leads(store=store, which=Q(id__in=ids))


def score_related(via: str, actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    ids = {lead for draft in drafts for lead in (draft.value(via), draft.current.get(via)) if lead}
    if ids:
        score_leads(store=store, which=Q(id__in=ids))


for related in LEAD.related:
    follows(related.entity)(partial(score_related, f"{related.via}_id"))


def wait_for_days(*, store: StoreRef, sheet: ScoreSheet, first: bool) -> None:
    """All are scored anew as soon as can be; and each day from then on, said once."""
    set_timer(store_id=store.id, kind=KIND, key=sheet.id, due_at=clock.now(), what=NOW)
    if first:
        _tomorrow(store, sheet)


@rings(KIND)
def score_by_the_day(store: StoreRef, timers: Sequence[Ring]) -> None:
    sheet = ScoreSheet.objects.first()
    if sheet is None:
        return
    score_all(store=store)
    if any(one.what == DAILY and one.key == sheet.id for one in timers):
        _tomorrow(store, sheet)


def _tomorrow(store: StoreRef, sheet: ScoreSheet) -> None:
    wall = Wall(clock.today() + dt.timedelta(days=1), HOUR)
    set_timer(store_id=store.id, kind=KIND, key=sheet.id, due_at=wall, what=DAILY)
