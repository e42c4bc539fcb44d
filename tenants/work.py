"""Work that lies in stores, known in `public`. Each function is a transaction of its own on the owner alias.

Written before the store's own transaction ends: work that is then not there is found out by whoever comes for it.
"""

import datetime as dt
from uuid import UUID

from django.db import transaction

from tenants.models import StoreWork
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
