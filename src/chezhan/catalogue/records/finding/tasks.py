"""Indexes of searches on tables with many rows, made while people work. A search without one is slow, and as right."""

from celery import shared_task

from chezhan.catalogue.definitions.composing import compose
from chezhan.catalogue.definitions.designing import reading_design
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.definitions.services.index_field import build_concurrently
from chezhan.catalogue.records.finding.building import ONE_STORE
from chezhan.catalogue.records.finding.indexes import missing
from tenants.celery import GroupTask
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER


@shared_task(base=GroupTask, name=ONE_STORE)
def build_in_one(*, store: str) -> None:
    for one in _stores(slug=store):
        build_missing(store=one)


@shared_task(base=GroupTask, name="search.build_indexes")
def build_everywhere() -> int:
    """Answers how many were built."""
    return sum(build_missing(store=store) for store in _stores())


def build_missing(*, store: StoreRef) -> int:
    """Call with no transaction of the owner alias open. Answers how many were built; raises DesignBusy."""
    with reading_design(store=store):
        waiting = missing(schema=store.schema, kinds=compose(read_definition(using=OWNER)).entities)
    for index, _ in waiting:
        build_concurrently(schema=store.schema, name=index.name, on=index.place(schema=store.schema))
    return len(waiting)


def _stores(**which: str) -> list[StoreRef]:
    with public_context():
        found = Store.objects.exclude(status=Store.Status.CLOSED).filter(**which).select_related("group")
        return [StoreRef.of(store) for store in found.order_by("id")]
