"""A store is made whole or not at all."""

import os
import signal
import subprocess
import sys
import threading

import pytest
from django.conf import settings
from django.db import OperationalError, connections

from chezhan.kernel.errors import NotFound
from chezhan.modules.parties.models import Customer
from tenants.context import public_context, tenant_context
from tenants.errors import BadName, NameTaken, UnknownPack
from tenants.models import Store
from tenants.provisioning import create_store, drop_store

EVERYTHING = """
SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname ~ '^s_'
UNION ALL SELECT 'role ' || rolname FROM pg_roles, installation WHERE rolname LIKE prefix || '%'
UNION ALL SELECT 'row ' || id FROM store
UNION ALL SELECT 'host ' || domain FROM store_domain
"""
KILLED = """
import os, signal, sys, django
django.setup()
from django.conf import settings
from tenants.provisioning import create_store
create_store(group_id=sys.argv[1], name="半途店", pack="dealer", progress=lambda step: step == sys.argv[2]
             and os.kill(os.getpid(), signal.SIGKILL))
"""


@pytest.fixture
def everything(database):
    """() → all that stores have left in the database."""
    return lambda: {row[0] for row in database.wiper.execute(EVERYTHING).fetchall()}


def _make(cast, name: str = "新店", **changes):
    return create_store(**({"group_id": cast.groups["a"].id, "name": name, "pack": "dealer"} | changes))


def test_a_new_store_is_ready_to_use(cast):
    store = _make(cast)
    with tenant_context(store):
        Customer.objects.create(name="第一位")
        assert Customer.objects.count() == 1
    with tenant_context(cast.stores["north"]):
        assert not Customer.objects.exists()


def test_the_steps_are_told(cast):
    heard: list[str] = []
    _make(cast, progress=heard.append)
    assert heard == ["tables", "rights", "done"]


@pytest.mark.parametrize("step", ["tables", "rights"])
def test_what_fails_half_way_leaves_nothing(step, cast, everything):
    before = everything()

    def fail(reached: str) -> None:
        if reached == step:
            raise RuntimeError(step)

    with pytest.raises(RuntimeError, match=step):
        _make(cast, progress=fail)
    assert everything() == before


def test_a_connection_lost_half_way_leaves_nothing(cast, everything, database):
    before = everything()

    def cut(step: str) -> None:
        if step == "rights":
            pid = connections["owner"].connection.info.backend_pid
            database.wiper.execute("SELECT pg_terminate_backend(%s, 5000)", [pid])

    with pytest.raises(OperationalError):
        _make(cast, progress=cut)
    connections["owner"].close()
    assert everything() == before


def test_a_process_killed_half_way_leaves_nothing(cast, everything):
    before = everything()
    owner = settings.DATABASES["owner"]
    address = f"postgres://{owner['USER']}:{owner['PASSWORD']}@{owner['HOST']}:{owner['PORT']}/{owner['NAME']}"
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(cast.groups["a"].id), "rights"],
        env=os.environ | {"DATABASE_OWNER_URL": address, "DJANGO_SETTINGS_MODULE": "chezhan.config.testing"},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert everything() == before


@pytest.mark.parametrize(
    "name", ["", " ", "店", "a" * 61, "安和\n北店", "安和\x00", "安和\u202e北", "安\u200b和", "——", "\ud800ab"]
)
def test_a_bad_name_is_refused_and_leaves_nothing(name, cast, everything):
    before = everything()
    with pytest.raises(BadName):
        _make(cast, name)
    assert everything() == before


@pytest.mark.parametrize("name", ["安和北店", " 安和北店 ", "ANHE North", "ａｎｈｅ　Ｎｏｒｔｈ"])
def test_a_name_that_is_taken_is_refused_and_leaves_nothing(name, cast, everything):
    _make(cast, "Anhe North")
    before = everything()
    with pytest.raises(NameTaken) as refused:
        _make(cast, name)
    assert refused.value.status == 409
    assert everything() == before


def test_another_group_may_use_the_same_name(cast):
    store = _make(cast, "安和北店", group_id=cast.groups["b"].id)
    assert store.name == cast.stores["north"].name
    assert store.slug != cast.stores["north"].slug


def test_an_unknown_pack_is_refused(cast, everything):
    before = everything()
    with pytest.raises(UnknownPack):
        _make(cast, pack="submarine")
    assert everything() == before


def test_a_group_that_is_not_there_is_refused(cast, everything):
    before = everything()
    with pytest.raises(NotFound):
        _make(cast, group_id=cast.stores["north"].id)
    assert everything() == before


def test_of_two_at_once_with_one_name_one_wins(cast, everything):
    before = everything()
    start = threading.Barrier(2)
    answers: list[object] = []

    def make() -> None:
        start.wait()
        try:
            answers.append(_make(cast, "同名店"))
        except NameTaken as error:
            answers.append(error)
        finally:
            connections["owner"].close()

    threads = [threading.Thread(target=make) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(type(answer).__name__ for answer in answers) == ["NameTaken", "StoreRef"]
    assert len(everything() - before) == 3


def test_a_dropped_store_leaves_nothing(cast, everything):
    before = everything()
    store = _make(cast)
    drop_store(store_id=store.id)
    assert everything() == before
    with public_context():
        assert not Store.objects.filter(id=store.id).exists()
