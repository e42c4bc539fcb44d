"""Wake-ups. The run's row in its store is the truth: a lost message costs seconds, a doubled one nothing."""

from uuid import UUID

from celery import shared_task

from chezhan.catalogue.packs import beginning
from chezhan.catalogue.packs.driving import AT_WORK, drive
from chezhan.catalogue.packs.models import PackRun
from chezhan.catalogue.packs.queueing import ADVANCE, KIND, LOOK_AGAIN, wake
from chezhan.kernel import clock
from tenants.celery import GroupTask
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.work.leasing import due_work, leave_work, put_off_work, take_work, work_done

# New stores of one round; the rest waits seconds for the next.
AT_ONCE = 50


@shared_task(base=GroupTask, name=ADVANCE)
def advance(*, store_id: str, run_id: str) -> None:
    """To the end; then nobody needs to look for it any more."""
    with public_context():
        found = Store.objects.select_related("group").filter(id=store_id, status=Store.Status.ACTIVE).first()
        store = found and StoreRef.of(found)
    if store is None:
        return
    drive(store=store, run_id=UUID(run_id))
    asked = clock.now()
    with tenant_context(store):
        at_work = PackRun.objects.filter(id=run_id, status__in=AT_WORK).exists()
    if not at_work:
        work_done(key=UUID(run_id), before=asked)


@shared_task(base=GroupTask, name="packs.wake_orphans")
def wake_orphans() -> None:
    """Every few seconds: runs whose worker died, or whose wake-up was lost, go on; new stores get their pack."""
    now = clock.now()
    for store_id, run_id in due_work(kind=KIND, now=now):
        put_off_work(key=run_id, until=now + LOOK_AGAIN)
        wake(store_id=store_id, run_id=run_id)
    for _ in range(AT_ONCE):
        work = take_work(kind=beginning.KIND, now=now, lease=LOOK_AGAIN * 4)
        if work is None:
            break
        beginning.begin_first_pack(store=work.store)
        leave_work(key=work.key, lease=work.lease, due_at=None)
