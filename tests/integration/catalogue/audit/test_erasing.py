"""What was erased is gone from the audit too; who did what and when stays."""

import pytest

from chezhan.catalogue.audit.erasing import ERASED, erase_fields, erase_records
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from chezhan.kernel.ids import new_id
from chezhan.modules.parties.models import Customer
from tenants.acting import acting_as
from tenants.context import tenant_context


@pytest.fixture
def north(cast):
    return cast.stores["north"]


def _entries(store, **which):
    with tenant_context(store):
        return list_entries(which=AuditFilter(**which))


def _two(store):
    with tenant_context(store):
        one, other = (
            Customer.objects.create(name="张三", city="上海"),
            Customer.objects.create(name="李四", city="北京"),
        )
    with tenant_context(store):
        Customer.objects.filter(id=one.id).update(name="张三丰", city="")
    return one, other


def test_a_record_that_is_erased_says_nothing_more_and_others_do(north):
    one, other = _two(north)
    with acting_as(actor := new_id(), reason="on request"):
        assert erase_records(store=north, entity="customer", record_ids=[one.id]) == 2
    erased, *before = _entries(north, record_id=one.id)
    assert (erased.kind, erased.actor_id, erased.reason, erased.details["entries"]) == (
        "erased",
        actor,
        "on request",
        2,
    )
    assert [(entry.kind, dict(entry.changes)) for entry in before] == [("updated", {}), ("created", {})]
    [kept] = _entries(north, record_id=other.id)
    assert kept.changes["name"] == (None, "李四")


def test_a_field_that_is_erased_leaves_the_others(north):
    one, _ = _two(north)
    assert erase_fields(store=north, entity="customer", fields=["name"]) == 3
    _, changed, *_ = _entries(north)
    assert dict(changed.changes) == {"name": (ERASED, ERASED), "city": ("上海", "")}
    assert all("张三" not in repr(entry) and "李四" not in repr(entry) for entry in _entries(north))
    assert {entry.record_id for entry in _entries(north, kinds=("created",)) if entry.changes["city"][1]} >= {one.id}


def test_where_there_is_nothing_to_erase_nothing_is_noted(north):
    _two(north)
    before = _entries(north)
    assert erase_fields(store=north, entity="customer", fields=["nothing"]) == 0
    assert erase_records(store=north, entity="customer", record_ids=[new_id()]) == 0
    assert _entries(north) == before


def test_the_audit_of_another_store_stays(cast, north):
    south = cast.stores["south"]
    with tenant_context(south):
        Customer.objects.create(name="南店的人")
    _two(north)
    before = _entries(south)
    erase_fields(store=north, entity="customer", fields=["name"])
    assert _entries(south) == before
