"""Who acts is said at each door: requests, tasks, imports."""

import pytest
from celery import Celery

from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from chezhan.modules.parties.models import Customer
from tenants.acting import acting_as, who_acts
from tenants.celery import StoreTask
from tenants.context import tenant_context


@pytest.fixture
def app():
    made = Celery("doors", broker="memory://", set_as_current=False)
    yield made
    made.close()


def _entries(store):
    with tenant_context(store):
        return list_entries(which=AuditFilter())


def test_a_request_acts_as_its_person(cast, sign_in, monkeypatch):
    seen = []
    client = sign_in("manager", store="north")
    monkeypatch.setattr("chezhan.catalogue.api.home", lambda **given: seen.append(who_acts()) or {}, raising=False)
    monkeypatch.setattr(
        "chezhan.config.middleware.scope.tenant_context", lambda store: _seeing(seen, tenant_context(store))
    )
    answer = client.get("/api/store/home", headers={"X-Request-Id": "forged"}, REMOTE_ADDR="203.0.113.9")
    assert answer.status_code == 200
    [acting] = [one for one in seen if one][:1]
    assert acting.actor_id == cast.people["manager"].id
    assert acting.request_id == answer["X-Request-Id"] != "forged"
    assert acting.address == "203.0.113.9"
    assert who_acts() is None


def _seeing(seen, context):
    seen.append(who_acts())
    return context


def test_a_task_acts_as_who_queued_it(cast, app):
    store, person = cast.stores["north"], cast.people["manager"].id
    sent = {}

    @app.task(base=StoreTask, name="doors.make")
    def make():
        Customer.objects.create(name="任务")

    make.apply_async = lambda kwargs, headers: sent.update(headers)
    with acting_as(person, reason="王五 13800138000", request_id="r1", address="203.0.113.7"):
        make.send_to(store_id=store.id)
    make.push_request(headers=sent)
    make()
    make.pop_request()
    [entry] = _entries(store)
    assert (entry.actor_id, entry.reason, entry.request_id) == (person, "task:doors.make", "r1")
    assert sent == {"chezhan_store": str(store.id), "chezhan_acting": f"{person}/r1"}


def test_a_task_that_nobody_queued_says_which_it_was(cast, app):
    store = cast.stores["north"]

    @app.task(base=StoreTask, name="doors.tick")
    def tick():
        Customer.objects.create(name="定时")

    tick.push_request(headers={"chezhan_store": str(store.id)})
    tick()
    tick.pop_request()
    [entry] = _entries(store)
    assert (entry.actor_id, entry.reason) == (None, "task:doors.tick")
