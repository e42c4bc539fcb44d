import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError

from chezhan.kernel.errors import Forbidden
from chezhan.modules.intake.models import IntakeChunk, IntakeTouch
from chezhan.modules.intake.queries import count_known, taken_so_far
from chezhan.modules.intake.services import take_back_step, take_in_chunk
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.sales.contracts import SaleRow
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.contracts import VehicleRow
from tenants.context import tenant_context


def sales(*numbers, price=100):
    return [
        SaleRow(
            number=number,
            ordered_on=dt.date(2022, 1, 13),
            price=Decimal(price),
            customer=CustomerRow(name=f"Buyer of {number}"),
            vehicle=VehicleRow(brand="Ford"),
        )
        for number in numbers
    ]


@pytest.fixture
def north(cast):
    """(call keywords, store): the owner, working in the north store."""
    actor = cast.actor("owner", store="north")
    return {"actor": actor, "store": actor.store, "job_id": uuid4()}


def test_a_chunk_goes_in_once(north):
    with tenant_context(north["store"]):
        assert take_in_chunk(**north, chunk_no=0, rows=sales("A1", "A2")).created == 2
        assert take_in_chunk(**north, chunk_no=0, rows=sales("A1", "A2", price=999)) is None
        assert set(SalesOrder.objects.values_list("price", flat=True)) == {100}
        assert taken_so_far(actor=north["actor"], job_id=north["job_id"]).rows == 2


def test_the_ledger_refuses_a_chunk_twice_whatever_the_code_does(north):
    chunk = {"job_id": north["job_id"], "chunk_no": 0, "actor_id": north["actor"].person_id}
    counts = {"rows": 1, "created": 1, "updated": 0, "unchanged": 0, "touched": 0}
    with pytest.raises(IntegrityError), tenant_context(north["store"]):
        IntakeChunk.objects.create(**chunk, **counts)
        IntakeChunk.objects.create(**chunk, **counts)


def test_the_ledger_refuses_counts_that_do_not_add_up(north):
    with pytest.raises(IntegrityError), tenant_context(north["store"]):
        IntakeChunk.objects.create(
            job_id=uuid4(), chunk_no=0, actor_id=uuid4(), rows=2, created=1, updated=0, unchanged=0, touched=0
        )


def test_the_ledger_adds_up_what_each_chunk_did(north):
    with tenant_context(north["store"]):
        take_in_chunk(**north, chunk_no=0, rows=sales("A1", "A2"))
        take_in_chunk(**north, chunk_no=1, rows=[*sales("A2"), *sales("A3"), *sales("A1", price=5)])
        taken = taken_so_far(actor=north["actor"], job_id=north["job_id"])
    assert (taken.chunks, taken.rows, taken.created, taken.updated, taken.unchanged) == (2, 5, 3, 1, 1)
    assert taken.touched == 10


def test_known_numbers_are_counted_in_this_store_alone(north, cast):
    with tenant_context(north["store"]):
        take_in_chunk(**north, chunk_no=0, rows=sales("A1", "A2"))
        assert count_known(actor=north["actor"], numbers=["A1", "A2", "A3"]) == 2
    south = cast.actor("owner", store="south")
    with tenant_context(south.store):
        assert count_known(actor=south, numbers=["A1", "A2", "A3"]) == 0


def test_it_requires_the_right_to_import(north, cast):
    advisor = cast.actor("advisor", store="north")
    with tenant_context(north["store"]):
        with pytest.raises(Forbidden):
            take_in_chunk(**north | {"actor": advisor}, chunk_no=0, rows=sales("A1"))
        with pytest.raises(Forbidden):
            take_back_step(**north | {"actor": advisor})
        assert not SalesOrder.objects.exists()


def test_one_job_is_taken_back_and_another_stays(north):
    other = north | {"job_id": uuid4()}
    with tenant_context(north["store"]):
        take_in_chunk(**north, chunk_no=0, rows=sales("A1"))
        take_in_chunk(**other, chunk_no=0, rows=sales("B1"))
        while take_back_step(**north):
            pass
        assert [order.number for order in SalesOrder.objects.all()] == ["B1"]
        assert set(IntakeTouch.objects.values_list("job_id", flat=True)) == {other["job_id"]}


def test_a_record_that_two_chunks_touched_comes_back_whole(north):
    with tenant_context(north["store"]):
        before = north | {"job_id": uuid4()}
        take_in_chunk(**before, chunk_no=0, rows=sales("A1", price=1))
        take_in_chunk(**north, chunk_no=0, rows=sales("A1", price=2))
        take_in_chunk(**north, chunk_no=1, rows=sales("A1", price=3))
        while take_back_step(**north):
            pass
        assert SalesOrder.objects.get().price == 1
