"""Looks through stores for duplicates: when somebody asks, and every night where something changed."""

from uuid import UUID

from celery import shared_task
from django.db.models import Q

from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.duplicates.models import DuplicateScan
from chezhan.catalogue.records.duplicates.queueing import ADVANCE, KIND, LOOK_AGAIN, wake
from chezhan.catalogue.records.duplicates.rules import rules_of
from chezhan.catalogue.records.duplicates.scans import AT_WORK, drive, request_scan
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.work.leasing import due_work, put_off_work, work_done


@shared_task(base=GroupTask, name=ADVANCE)
def look_through(*, store_id: str, scan_id: str) -> None:
    """To the end; then nobody needs to look for it any more."""
    for store in _stores(id=UUID(store_id), status=Store.Status.ACTIVE):
        with acting_as(None, reason=f"task:{ADVANCE}"):
            drive(store=store, scan_id=UUID(scan_id))
            asked = clock.now()
            with tenant_context(store):
                at_work = DuplicateScan.objects.filter(id=scan_id, status__in=AT_WORK).exists()
        if not at_work:
            work_done(key=UUID(scan_id), before=asked)


@shared_task(base=GroupTask, name="duplicates.wake_orphans")
def wake_orphans() -> None:
    """Every few seconds: looks whose worker died, or whose wake-up was lost, begin anew."""
    now = clock.now()
    for store_id, scan_id in due_work(kind=KIND, now=now):
        put_off_work(key=scan_id, until=now + LOOK_AGAIN)
        wake(store_id=store_id, scan_id=scan_id)


@shared_task(base=GroupTask, name="duplicates.look_nightly")
def look_everywhere() -> int:
    """Answers how many looks were asked for: of kinds that have rules, where a record changed since the last one."""
    asked = 0
    for store in _stores(status=Store.Status.ACTIVE):
        with acting_as(None, reason="task:duplicates.look_nightly"), tenant_context(store):
            for name in _changed(store):
                request_scan(store=store, entity=name)
                asked += 1
    return asked


def _changed(store: StoreRef) -> list[str]:
    last = dict(DuplicateScan.objects.filter(status=DuplicateScan.Status.DONE).values_list("entity", "started_at"))
    return [
        kind.name
        for kind in of_store(store).entities
        if any(rule.enabled for rule in rules_of(entity=kind.name))
        and kind.model._default_manager.filter(
            Q(updated_at__gt=last[kind.name]) if last.get(kind.name) else Q()
        ).exists()
    ]


def _stores(**which: object) -> list[StoreRef]:
    with public_context():
        found = Store.objects.filter(**which).select_related("group")
        return [StoreRef.of(store) for store in found.order_by("id")]
