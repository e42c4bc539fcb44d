"""Loaded again, or after a kill, there is one demo group, and nobody else's is touched."""

import pytest
from django.db import connections

from chezhan.config.demo import erasing
from chezhan.config.demo.cast import CAST
from chezhan.config.demo.loading import DemoBusy
from chezhan.config.demo.standing import find_standing
from chezhan.kernel.models import OutboxEvent
from chezhan.modules.parties.models import Customer
from tenants.context import public_context, tenant_context
from tenants.models import Group, Membership, Person, Store


class Killed(BaseException):
    """Ends a load where it stands; nothing catches it on the way out."""


def kill_at(name: str):
    def tell(store: str, count: int) -> None:
        if store == name:
            raise Killed

    return tell


def drop_one_then_die(drop):
    dropped = []

    def drop_store(*, store_id):
        if dropped:
            raise Killed
        drop(store_id=store_id)
        dropped.append(store_id)

    return drop_store


def schemas() -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT nspname FROM pg_namespace WHERE nspname LIKE 's\\_%'")
        return {name for (name,) in cursor.fetchall()}


def roles() -> set[str]:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT rolname FROM pg_roles WHERE rolname LIKE (SELECT prefix || '%' FROM installation)")
        return {name for (name,) in cursor.fetchall()}


def test_a_load_replaces_the_one_before(load, stores):
    before = load()
    after = load()
    assert after.whole
    assert len(after.groups) == 1
    assert after.groups[0].id != before.groups[0].id
    assert {store.schema for store in stores(after).values()} < schemas()
    assert len(stores(after)) == 2


def test_nothing_of_the_replaced_group_is_left(load, stores, cast):
    empty = schemas(), roles()
    old = stores(load())
    new = stores(load())
    assert schemas() - empty[0] == {store.schema for store in new.values()}
    assert roles() - empty[1] == {store.role for store in new.values()}
    with public_context():
        assert not OutboxEvent.objects.filter(store_id__in=[store.id for store in old.values()]).exists()


def test_people_keep_their_ids_and_open_sessions(load):
    def people():
        with public_context():
            return {
                person.email: (person.id, person.password)
                for person in Person.objects.filter(email__in=[member.email for member in CAST])
            }

    load()
    before = people()
    load()
    assert people() == before
    assert len(before) == len(CAST)


def test_other_groups_stay_as_they_were(load, cast):
    with tenant_context(cast.stores["north"]):
        Customer.objects.create(name="北店的客户")
    with public_context():
        before = set(Store.objects.values_list("id", flat=True)), Membership.objects.count()
    load()
    load()
    with tenant_context(cast.stores["north"]):
        assert [customer.name for customer in Customer.objects.all()] == ["北店的客户"]
    with public_context():
        assert before[0] < set(Store.objects.values_list("id", flat=True))
        assert Membership.objects.filter(group_id__in=[ref.id for ref in cast.groups.values()]).count() == before[1]


def test_another_group_of_the_same_name_is_not_the_demo(load, cast):
    with public_context():
        Group.objects.filter(id=cast.groups["a"].id).update(name="澄骐汽车集团")
    standing = load()
    assert standing.others
    assert [group.id for group in standing.groups] != [cast.groups["a"].id]
    load()
    with public_context():
        assert Group.objects.filter(id=cast.groups["a"].id).exists()


@pytest.mark.parametrize("victim", [0, 1])
def test_killed_half_way_it_is_not_whole_and_the_next_load_mends_it(load, stores, histories, victim):
    empty = schemas()
    with pytest.raises(Killed):
        load(tell=kill_at(histories[victim].store.name))
    assert not find_standing().whole
    standing = load()
    assert standing.whole
    assert schemas() - empty == {store.schema for store in stores(standing).values()}


def test_killed_while_it_erases_it_is_not_whole_either(load, stores, monkeypatch):
    empty = schemas()
    load()
    with monkeypatch.context() as patch, pytest.raises(Killed):
        patch.setattr(erasing, "drop_store", drop_one_then_die(erasing.drop_store))
        load()
    assert len(schemas() - empty) == 1
    assert not find_standing().whole
    standing = load()
    assert standing.whole
    assert schemas() - empty == {store.schema for store in stores(standing).values()}


def test_two_loads_at_once_are_refused(load):
    other = connections["owner"].copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('chezhan demo'))")
        with pytest.raises(DemoBusy):
            load()
    other.close()
    assert find_standing().groups == ()
