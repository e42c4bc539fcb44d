"""A drive that is done brings its lead on, and says how many km the car has by now."""

from collections.abc import Sequence

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.kernel import clock
from chezhan.modules.drives.holding import ENTITY
from chezhan.modules.leads.models import OPEN, Lead
from chezhan.modules.stock.models import StockVehicle
from tenants.directory import StoreRef

BEFORE = ("new", "contacted", "invited", "visited")


@follows(ENTITY)
def bring_on(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    done = [one for one in drafts if one.value("status") == "done" and one.current.get("status") != "done"]
    if not done:
        return
    now = clock.now()
    leads = load_rows(model=Lead, which=Q(id__in={one.value("lead_id") for one in done}, status__in=OPEN))
    for lead in leads.values():
        lead.wanted |= {"first_contacted_at": lead.current["first_contacted_at"] or now, "progressed_at": now}
        if lead.current["status"] in BEFORE:
            lead.wanted["status"] = "test_drive"
    write_drafts(entity="lead", model=Lead, drafts=leads.values(), actor=actor, store=store, now=now)
    km = {one.value("car_id"): one.value("in_km") for one in done}
    cars = load_rows(model=StockVehicle, which=Q(id__in=km))
    for car in cars.values():
        car.wanted["km"] = max(km[car.id] or 0, car.current["km"] or 0)
    write_drafts(entity="stock_vehicle", model=StockVehicle, drafts=cars.values(), actor=actor, store=store, now=now)
