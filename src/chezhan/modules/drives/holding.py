"""Before a test drive is written: its car is lent, its advisor is there, and nobody else has either. The constraints of
the table hold the same; here it is said what is in the way, and what is free.
"""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.dateparse import parse_datetime

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import watched_by
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.modules.drives.models import HOLDING, TestDrive
from chezhan.modules.drives.queries import away, clashes, free_words, hold_schedule
from chezhan.modules.drives.refusals import AdvisorAway, AdvisorBooked, BadSlot, CarBooked, CarOut, NotADemoCar
from chezhan.modules.drives.slots import LENGTH, LONGEST
from chezhan.modules.stock.models import StockVehicle
from tenants.lookup import people_of_store

ENTITY = "test_drive"
# By attribute; when none of them changes, the slot is the one that it was.
SLOT = ("starts_at", "ends_at", "car_id", "owner")


@dataclass(frozen=True)
class Slots:
    """The watch over one write."""

    actor: Actor
    view: View

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        """An hour, unless they say otherwise."""
        start = row.get("starts_at")
        begins = parse_datetime(start) if isinstance(start, str) and not row.get("ends_at") else None
        return {**row, "ends_at": (begins + LENGTH).isoformat()} if begins else row

    def concerns(self, names: Collection[str]) -> bool:
        return bool({"starts_at", "ends_at", "car", "owner", "status"} & set(names))

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        status = draft.value("status") or "booked"
        if status == "out" and (out := self._out_already(draft)):
            return out
        held = not draft.is_new and draft.current["status"] in HOLDING
        if status not in HOLDING or (held and all(draft.value(one) == draft.current[one] for one in SLOT)):
            return {}
        since, till = draft.value("starts_at"), draft.value("ends_at")
        if since is None or till is None:
            return {}
        if not since < till <= since + LONGEST:
            return {"ends_at": BadSlot(params={"hours": LONGEST // dt.timedelta(hours=1)})}
        hold_schedule()
        return self._of_car(draft, since, till) | self._of_advisor(draft, since, till)

    def _out_already(self, draft: Draft) -> dict[str, AppError]:
        """Whatever the hours say: a car is out once."""
        if not draft.is_new and all(draft.value(one) == draft.current[one] for one in ("status", "car_id")):
            return {}
        hold_schedule()
        other = TestDrive.objects.filter(car_id=draft.value("car_id"), status="out").exclude(id=draft.id).first()
        if other is None or other.out_at is None:
            return {}
        names = dict(people_of_store(store=self.actor.in_store)) if _reads_owners(self.view) else {}
        who = names.get(other.owner) if other.owner else None
        since = f"{other.out_at.astimezone(SHANGHAI):%m-%d %H:%M}"
        return {"car": CarOut(params={"who": who or "A colleague", "who_zh": who or "同事", "since": since})}

    def _of_car(self, draft: Draft, since: dt.datetime, till: dt.datetime) -> dict[str, AppError]:
        car_id = draft.value("car_id")
        car = StockVehicle.objects.filter(id=car_id).select_related("trim").first()
        if car is None:
            return {}
        name = f"{car.trim.name} {(car.vin or '')[-6:]}".strip()
        if not car.is_demo or car.status != "in_stock":
            return {"car": NotADemoCar(params={"car": name})}
        other = clashes(which=Q(car_id=car_id), since=since, till=till, but=draft.id)
        return {"car": CarBooked(params={"car": name, **self._times(draft, other)})} if other else {}

    def _of_advisor(self, draft: Draft, since: dt.datetime, till: dt.datetime) -> dict[str, AppError]:
        advisor = draft.value("owner")
        if advisor is None:
            return {}
        day = since.astimezone(SHANGHAI).date()
        name = dict(people_of_store(store=self.actor.in_store)).get(advisor, "")
        if advisor in away(day):
            return {"owner": AdvisorAway(params={"advisor": name, "day": day.isoformat()})}
        other = clashes(which=Q(owner=advisor), since=since, till=till, but=draft.id)
        return {"owner": AdvisorBooked(params={"advisor": name, **self._times(draft, other)})} if other else {}

    def _times(self, draft: Draft, other: Any) -> dict[str, str]:
        """When the other is there, and when on that day both are free."""
        since, till = draft.value("starts_at"), draft.value("ends_at")
        day = since.astimezone(SHANGHAI).date()
        free = free_words(day=day, car_id=draft.value("car_id"), advisor_id=draft.value("owner"), length=till - since)
        start, end = (moment.astimezone(SHANGHAI) for moment in (other.starts_at, other.ends_at))
        return {"from": f"{start:%m-%d %H:%M}", "to": f"{end:%H:%M}", "next": free}


def _reads_owners(view: View) -> bool:
    try:
        return view.sight("owner").read.always
    except UnknownField:
        return False


@watched_by
def watch_slots(actor: Actor, view: View, new: bool, step: Step | None) -> Slots | None:
    return Slots(actor, view) if view.entity.name == ENTITY else None
