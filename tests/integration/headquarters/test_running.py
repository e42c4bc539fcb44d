"""Headquarters sees how the rules and flows of its stores get on, and of nobody else's."""

import datetime as dt

import pytest
from django.db import transaction

from chezhan.catalogue.events.interest import take_interest
from chezhan.engines.rules.clockwork import KIND
from chezhan.kernel import clock, outbox
from chezhan.kernel.ids import new_id
from chezhan.kernel.models import OutboxWaiting
from tenants.context import tenant_context
from tenants.models import Membership, StoreWork
from tenants.roles import OWNER
from tests.integration.engines.flows.conftest import FlowMaker
from tests.integration.engines.flows.walking import approval, start

FINE = {"waiting": 0, "since": None, "again": 0, "dead": 0, "rules": 0, "flows": 0}


@pytest.fixture
def running(cast, sign_in):
    """running("owner") → by the name of the store in the cast; or the status that was refused with."""

    def _running(name: str, group: str = "a"):
        answer = sign_in(name).get(f"/api/hq/{cast.groups[group].slug}/running")
        if answer.status_code != 200:
            return answer.status_code
        names = {store.slug: key for key, store in cast.stores.items()}
        return {
            names[one["store"]]: {key: one[key] for key in one if key not in {"store", "name"}} for one in answer.json()
        }

    return _running


@pytest.fixture
def trouble(cast):
    """Of a store: a change that waits, two that were given up, a rule that was set aside."""

    def _trouble(name: str) -> None:
        store, now = cast.stores[name], clock.now()
        with transaction.atomic(using=OWNER):
            take_interest(store_id=store.id, consumer="test", entities={"customer"})
            for _ in range(2):
                OutboxWaiting.objects.using(OWNER).create(
                    consumer="test", event_id=new_id(), store_id=store.id, entity="customer", record_id=new_id(),
                    kind="created", at=now, position=1, next_at=now, dead_at=now, attempts=8, error="x",
                )  # fmt: skip
            StoreWork.objects.using(OWNER).create(
                key=new_id(), store_id=store.id, kind=KIND, stuck_at=now, code="worker_lost"
            )
        with tenant_context(store):
            for entity in ("customer", "nobody_wants_it"):
                outbox.announce(entity=entity, kind="created", record_ids=[new_id()], store_id=store.id, actor_id=None)

    return _trouble


def test_what_waits_was_given_up_or_set_aside_is_told_by_store(running, trouble):
    trouble("south")
    trouble("rival")
    told = running("analyst")
    assert {name for name, one in told.items() if one == FINE} == {"north", "garage"}
    south = told["south"]
    assert dt.datetime.fromisoformat(south["since"]) <= clock.now()
    assert south | {"since": None} == FINE | {"waiting": 1, "dead": 2, "rules": 1}
    assert set(running("rival_owner", "b")) == {"rival"}


def test_a_flow_that_stands_still_is_counted_in_its_store(running, sign_in):
    manager, owner = (FlowMaker(sign_in(name, store="north")) for name in ("manager", "owner"))
    flow = manager.put(**approval([{"kind": "field", "field": "owner"}], own=False))
    start(owner, flow, owner.made(name="甲"))
    assert {name: one["flows"] for name, one in running("owner").items()} == {"north": 1, "south": 0, "garage": 0}


def test_it_is_for_who_designs_at_the_head_of_the_group(running, cast):
    assert (running("manager"), running("rival_owner")) == (404, 404)
    with transaction.atomic(using=OWNER):
        Membership.objects.using(OWNER).create(
            person=cast.people["stranger"], group_id=cast.groups["a"].id, role="auditor"
        )
    assert running("stranger") == 403
