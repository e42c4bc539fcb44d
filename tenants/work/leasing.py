"""Work that lies in stores, known in `public`. Each function is a transaction of its own on the owner alias.

Written before the store's own transaction ends: work that is then not there is found out by whoever comes for it.
"""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from tenants.directory import StoreRef
from tenants.models import Store, StoreWork
from tenants.roles import OWNER


def announce_work(*, store_id: UUID, kind: str, key: UUID, due_at: dt.datetime) -> None:
    with transaction.atomic(using=OWNER):
        StoreWork.objects.using(OWNER).update_or_create(
            key=key, defaults={"store_id": store_id, "kind": kind, "due_at": due_at}
        )


def due_work(*, kind: str, now: dt.datetime, limit: int = 200) -> list[tuple[UUID, UUID]]:
    """(store, key) of what nobody has looked after in time, the longest first."""
    with transaction.atomic(using=OWNER):
        due = StoreWork.objects.using(OWNER).filter(kind=kind, due_at__lt=now, store__status="active")
        return list(due.order_by("due_at").values_list("store_id", "key")[:limit])


def work_done(*, key: UUID, before: dt.datetime) -> None:
    """There is no more of it, unless some was announced after `before`."""
    with transaction.atomic(using=OWNER):
        StoreWork.objects.using(OWNER).filter(key=key, due_at__lte=before).delete()


def put_off_work(*, key: UUID, until: dt.datetime) -> None:
    with transaction.atomic(using=OWNER):
        StoreWork.objects.using(OWNER).filter(key=key).update(due_at=until)


@dataclass(frozen=True, slots=True)
class Work:
    """`lease`: until when it is somebody's; by it they know it as theirs."""

    store: StoreRef
    key: UUID
    lease: dt.datetime


def take_work(*, kind: str, now: dt.datetime, lease: dt.timedelta) -> Work | None:
    """What has waited longest, for as long as the lease; None when nothing is due that others are not at."""
    with transaction.atomic(using=OWNER):
        due = StoreWork.objects.using(OWNER).filter(kind=kind, due_at__lte=now, store__status=Store.Status.ACTIVE)
        rows = due.select_for_update(skip_locked=True, of=("self",)).select_related("store__group")
        row = rows.order_by("due_at").first()
        if row is None:
            return None
        row.due_at = now + lease
        row.save(using=OWNER, update_fields=["due_at"])
        return Work(StoreRef.of(row.store), row.key, row.due_at)


def leave_work(*, key: UUID, lease: dt.datetime, due_at: dt.datetime | None) -> None:
    """There is more of it then, or none; unless some was announced meanwhile."""
    with transaction.atomic(using=OWNER):
        rows = StoreWork.objects.using(OWNER).filter(key=key, due_at=lease)
        if due_at is None:
            rows.delete()
        else:
            rows.update(due_at=due_at)
