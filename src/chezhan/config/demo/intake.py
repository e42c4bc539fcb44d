"""Bring one store's history in through the modules' own services."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar
from uuid import UUID

from django.db import connections

from chezhan.access import Actor
from chezhan.config.demo.records import StoreHistory
from chezhan.config.demo.rows import Advisors, customer_row, sale_row, vehicle_row
from chezhan.modules.parties.services import take_in_customers
from chezhan.modules.sales.services import take_in_sales
from chezhan.modules.vehicles.services import take_in_vehicles
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.roles import OWNER as OWNER_ALIAS

BATCH = 1000
Advance = Callable[[int], None]
Row = TypeVar("Row")


def records_in(history: StoreHistory) -> int:
    """What `advance` of bring_in adds up to: orders of a 4S store, cars of a repair shop."""
    return len(history.orders) or len(history.vehicles)


def bring_in(
    *, actor: Actor, store: StoreRef, history: StoreHistory, now: dt.datetime, advisors: Advisors, advance: Advance
) -> None:
    """All of it in one transaction of the store, so that it is full or empty; then fresh statistics."""
    with acting_as(actor.person_id, reason="demo"), tenant_context(store):
        if history.store.pack == "dealer":
            _bring_sales(actor=actor, store=store, history=history, now=now, advisors=advisors, advance=advance)
        else:
            _bring_cars(actor=actor, store=store, history=history, now=now, advisors=advisors, advance=advance)
    _gather_statistics(store)


def _bring_sales(
    *, actor: Actor, store: StoreRef, history: StoreHistory, now: dt.datetime, advisors: Advisors, advance: Advance
) -> None:
    for orders in _batches(history.orders):
        take_in_sales(
            actor=actor, store=store, rows=[sale_row(history, order, now=now, advisors=advisors) for order in orders]
        )
        advance(len(orders))


def _bring_cars(
    *, actor: Actor, store: StoreRef, history: StoreHistory, now: dt.datetime, advisors: Advisors, advance: Advance
) -> None:
    ids: list[UUID] = []
    for customers in _batches(history.customers):
        rows = [customer_row(customer, now=now, advisors=advisors) for customer in customers]
        ids += [taken.record_id for taken in take_in_customers(actor=actor, store=store, rows=rows)]
    for vehicles in _batches(history.vehicles):
        take_in_vehicles(
            actor=actor,
            store=store,
            rows=[vehicle_row(vehicle, now=now, advisors=advisors) for vehicle in vehicles],
            customers=[ids[vehicle.customer_key] for vehicle in vehicles],
        )
        advance(len(vehicles))


def _batches(rows: Sequence[Row]) -> Iterator[Sequence[Row]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def _gather_statistics(store: StoreRef) -> None:
    """So that the first lists and counts are planned and estimated well, before autovacuum comes round."""
    with connections[OWNER_ALIAS].cursor() as cursor:
        cursor.execute(
            "SELECT format('ANALYZE %%I.%%I', schemaname, tablename) FROM pg_tables WHERE schemaname = %s",
            [store.schema],
        )
        for (statement,) in cursor.fetchall():
            cursor.execute(statement)
