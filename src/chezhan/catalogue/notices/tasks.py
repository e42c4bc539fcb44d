"""What was told long ago is forgotten, read or not."""

import datetime as dt

from celery import shared_task
from django.db import transaction

from chezhan.catalogue.notices.models import Notice
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER

KEPT = dt.timedelta(days=180)


@shared_task(base=GroupTask, name="notices.forget")
def forget_notices() -> None:
    with transaction.atomic(using=OWNER):
        open_ = Store.objects.using(OWNER).exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        stores = [StoreRef.of(store) for store in open_]
    for store in stores:
        with acting_as(None, reason="task:notices.forget"), tenant_context(store):
            Notice.objects.filter(at__lt=clock.now() - KEPT).delete()
