"""Ask for a look through all records of a kind, do it, and say how far it is.

The row is the truth: a lost message costs seconds, a killed worker begins anew, and until the end what was found
before stays.
"""

import datetime as dt
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError, transaction

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.importing.leases import ATTEMPTS, Desk, Lease, LeaseLost, claim_here
from chezhan.catalogue.records.duplicates.models import DuplicateGroup, DuplicateScan
from chezhan.catalogue.records.duplicates.queueing import queue
from chezhan.catalogue.records.duplicates.rules import Rule, rules_of
from chezhan.catalogue.records.duplicates.scanning import Outcome, find_alike, find_equal
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from tenants.context import tenant_context
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)
Status = DuplicateScan.Status
AT_WORK = (Status.WAITING,)
# A rule's one statement over a million records takes seconds, on a busy machine more.
LASTING = dt.timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Look:
    """`status`: none, waiting, done or failed. `percent` of one that is going on. `capped`: names of rules of which
    there is more than is kept.
    """

    status: str
    percent: int
    finished_at: dt.datetime | None
    capped: tuple[str, ...]


def ask_scan(*, actor: Actor, entity: str) -> None:
    """One that is going on is left to go on. Raises UnknownEntity, Forbidden unless the actor may delete."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    request_scan(store=actor.in_store, entity=kind.name)


def request_scan(*, store: StoreRef, entity: str) -> None:
    """In the store's open transaction."""
    with transaction.atomic():
        scan, _ = DuplicateScan.objects.select_for_update().get_or_create(entity=entity)
        if scan.status != Status.WAITING or scan.lease_until is None:
            scan.status, scan.done, scan.total, scan.attempts = Status.WAITING, 0, 0, 0
            scan.save(update_fields=["status", "done", "total", "attempts"])
        queue(store=store, scan_id=scan.id)


def look_of(entity: str) -> Look:
    scan = DuplicateScan.objects.filter(entity=entity).first()
    if scan is None:
        return Look("none", 0, None, ())
    percent = min(99, scan.done * 100 // scan.total) if scan.total else 0
    return Look(scan.status, percent, scan.finished_at, tuple(scan.capped))


def drive(*, store: StoreRef, scan_id: UUID) -> bool:
    """Look through everything; False when nobody asked for it, or somebody else is at it. Call with no scope open."""
    desk = Desk(model=DuplicateScan, opened=lambda: tenant_context(store), at_work=AT_WORK, lasting=LASTING)
    with tenant_context(store):
        lease = claim_here(desk=desk, job_id=scan_id)
        scan = DuplicateScan.objects.filter(id=scan_id).first()
    if lease is None or scan is None:
        return False
    try:
        _look_through(store, scan, lease)
    except LeaseLost:
        log.info("duplicate_scan_lost", scan=str(scan_id))
    except (OperationalError, InterfaceError):
        if scan.attempts >= ATTEMPTS:
            _end(lease, status=Status.FAILED)
        else:
            lease.let_go()
        raise
    except Exception:
        _end(lease, status=Status.FAILED)
        raise
    return True


def _look_through(store: StoreRef, scan: DuplicateScan, lease: Lease) -> None:
    with tenant_context(store):
        kind = next((one for one in of_store(store).entities if one.name == scan.entity), None)
        rules = [
            rule for rule in rules_of(entity=scan.entity) if rule.enabled and kind and _is_there(rule, kind.fields)
        ]
        rows = kind.model._default_manager.count() if kind and rules else 0
    # A rule of equal fields is one statement, and as much work as a few rows by themselves.
    step, done = max(rows // 5, 1), 0
    lease.keep(started_at=clock.now(), total=sum(rows if rule.alike else step for rule in rules), done=0)

    def moved(more: int) -> None:
        nonlocal done
        done += more
        lease.keep_sometimes(done=done)

    found: dict[str, Outcome] = {}
    for rule in rules:
        assert kind is not None
        if rule.alike:
            found[rule.name] = find_alike(store=store, kind=kind, rule=rule, moved=moved)
        else:
            found[rule.name] = find_equal(store=store, kind=kind, rule=rule)
            moved(step)
    with tenant_context(store):
        capped = [name for name, outcome in found.items() if outcome.capped]
        lease.keep_here(status=Status.DONE, finished_at=clock.now(), capped=capped)
        DuplicateGroup.objects.filter(entity=scan.entity).delete()
        groups = (
            DuplicateGroup(entity=scan.entity, rule=name, ids=ids)
            for name, outcome in found.items()
            for ids in outcome.groups
        )
        DuplicateGroup.objects.bulk_create(groups, batch_size=500)
    lease.let_go()


def _is_there(rule: Rule, fields: Iterable[str]) -> bool:
    return set(rule.fields) <= set(fields)


def _end(lease: Lease, **changes: object) -> None:
    with suppress(LeaseLost):
        lease.settle(finished_at=clock.now(), **changes)
