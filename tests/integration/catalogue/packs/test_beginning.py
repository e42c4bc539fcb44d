"""A new store begins with the pack of its trade, which a worker installs in the name of the group's owner."""

from uuid import UUID

import pytest
from django.db import transaction

from chezhan.catalogue.packs import tasks
from chezhan.catalogue.packs.beginning import KIND
from chezhan.catalogue.packs.driving import drive
from chezhan.catalogue.packs.models import PackRun
from tenants.context import public_context, tenant_context
from tenants.models import StoreWork
from tenants.provisioning import create_store, drop_store
from tenants.roles import OWNER
from tests.integration.catalogue.packs.conftest import PACKS, RULES, Packer, pack


@pytest.fixture
def opened(cast, settings, shipping):
    shipping(pack(key="dealer"))
    settings.FIRST_DAY_PACKS = True
    made = []

    def _open(trade: str = "dealer"):
        made.append(create_store(group_id=cast.groups["a"].id, name=f"安和新店{len(made)}", pack=trade))
        return made[-1]

    yield _open
    for store in made:
        drop_store(store_id=store.id)


def waiting():
    with transaction.atomic(using=OWNER):
        return list(StoreWork.objects.using(OWNER).filter(kind=KIND).values_list("store_id", flat=True))


def test_a_new_store_only_leaves_word_and_has_its_pack_when_a_worker_came(opened, cast, client):
    store = opened()
    assert waiting() == [store.id]
    with tenant_context(store):
        assert not PackRun.objects.exists()
    tasks.wake_orphans()
    assert waiting() == []
    with tenant_context(store):
        run = PackRun.objects.get()
        assert (run.automatic, run.by, run.by_name) == (True, cast.people["owner"].id, "Owner")
    assert drive(store=store, run_id=UUID(str(run.id)))
    with public_context():
        client.force_login(cast.people["owner"], backend="allauth.account.auth_backends.AuthenticationBackend")
    owner = Packer(client, store, headers={"X-Store": store.slug})
    assert set(owner.states("dealer").values()) == {"shipped"}
    assert [one["published_by"] for one in owner.ask("get", RULES)] == ["Owner"]
    # Who was quicker has it; nothing comes twice.
    tasks.wake_orphans()
    assert owner.ask("get", PACKS)["run"]["id"] == str(run.id)


def test_a_trade_without_a_pack_leaves_no_word_and_one_without_says_what_there_is(opened, cast, packer):
    opened("repair")
    assert waiting() == []
    offered = packer().ask("get", PACKS)
    assert ([one["key"] for one in offered["offered"]], offered["installed"], offered["run"]) == (["dealer"], [], None)
