"""A demo car that is booked is not taken away from those who were promised it: first they get another hour, or car."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import watched_by
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import AppError
from chezhan.modules.drives.models import HOLDING, TestDrive
from chezhan.modules.drives.queries import LENT, hold_schedule
from chezhan.modules.drives.refusals import CarHasDrives


@dataclass(frozen=True)
class Lent:
    """The watch over one write."""

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return bool(LENT.keys() & set(names))

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        if draft.is_new or any(draft.current[name] != value for name, value in LENT.items()):
            return {}
        gone = next((name for name, value in LENT.items() if draft.value(name) != value), "")
        if not gone:
            return {}
        # Who books at this moment comes before, or sees that the car is gone.
        hold_schedule()
        booked = TestDrive.objects.filter(car_id=draft.id, status__in=HOLDING, ends_at__gt=clock.now())
        first = booked.order_by("starts_at").values_list("starts_at", flat=True).first()
        if first is None:
            return {}
        when = f"{first.astimezone(SHANGHAI):%m-%d %H:%M}"
        return {gone: CarHasDrives(params={"number": booked.count(), "first": when})}


@watched_by
def watch_lent_cars(actor: Actor, view: View, new: bool, step: Step | None) -> Lent | None:
    return Lent() if view.entity.name == "stock_vehicle" else None
