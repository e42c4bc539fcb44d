"""A task runs where it says, or not at all."""

import pytest
from celery import Celery
from django.db import connection

from tenants.celery import HEADER, GroupTask, PublicTask, StoreTask, Unplaced
from tenants.context import public_context, public_role, tenant_context
from tenants.errors import NoTenant, StoreNotOpen, TenantChangeRefused
from tenants.models import Store

seen: list[str | None] = []


def _note_role() -> None:
    if not connection.in_atomic_block:
        seen.append(None)
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        seen.append(cursor.fetchone()[0])


@pytest.fixture
def app():
    seen.clear()
    return Celery("test", task_cls=Unplaced, broker="memory://", set_as_current=False)


def _for(store) -> dict[str, str]:
    return {HEADER: str(store.id)}


def test_a_stores_task_runs_as_that_stores_role(app, cast):
    task = app.task(base=StoreTask, name="test.store")(_note_role)
    for name in ("north", "south"):
        task.apply(headers=_for(cast.stores[name]), throw=True)
    assert seen == [cast.stores["north"].role, cast.stores["south"].role]


def test_a_stores_task_without_a_store_does_not_run(app, cast):
    task = app.task(base=StoreTask, name="test.store")(_note_role)
    with pytest.raises(NoTenant):
        task.apply(throw=True)
    assert not seen


def test_a_task_that_says_no_place_does_not_run(app, cast):
    task = app.task(name="test.nowhere")(_note_role)
    with pytest.raises(NoTenant):
        task.apply(headers=_for(cast.stores["north"]), throw=True)
    assert not seen


def test_a_public_task_runs_as_the_public_role(app, cast):
    app.task(base=PublicTask, name="test.public")(_note_role).apply(throw=True)
    assert seen == [public_role()]


def test_a_groups_task_runs_with_nothing_open(app, cast):
    app.task(base=GroupTask, name="test.group")(_note_role).apply(throw=True)
    assert seen == [None]


@pytest.mark.parametrize("gone", ["closed", "never was"])
def test_the_task_of_a_store_that_is_closed_or_gone_does_not_run(gone, app, cast):
    task = app.task(base=StoreTask, name="test.store")(_note_role)
    headers = {HEADER: str(cast.groups["a"].id)}
    if gone == "closed":
        headers = _for(cast.stores["north"])
        with public_context():
            Store.objects.filter(id=cast.stores["north"].id).update(status=Store.Status.CLOSED)
    with pytest.raises(StoreNotOpen):
        task.apply(headers=headers, throw=True)
    assert not seen


def test_a_stores_task_does_not_run_inside_another_store(app, cast):
    task = app.task(base=StoreTask, name="test.store")(_note_role)
    with pytest.raises(TenantChangeRefused), tenant_context(cast.stores["south"]):
        task.apply(headers=_for(cast.stores["north"]), throw=True)
    assert not seen


def test_a_retry_carries_the_store(app, cast):
    task = app.task(base=StoreTask, name="test.store")(_note_role)
    # As a worker does with the headers of the message.
    task.push_request(id="one", task="test.store", **_for(cast.stores["north"]))
    again = task.signature_from_request(task.request, (), {})
    task.pop_request()
    assert again.options["headers"] == _for(cast.stores["north"])
