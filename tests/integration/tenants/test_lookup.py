"""Who may enter is remembered, and forgotten the moment it changes."""

import pytest
from django.core.cache import cache

from tenants import lookup
from tenants.context import public_context
from tenants.lookup import find_in_group, find_in_store, find_person, forget_person, forget_roles, forget_store
from tenants.models import Membership, Person, Store
from tenants.provisioning import create_store, drop_store


def _roles(cast, name: str = "manager", store: str = "north") -> frozenset[str]:
    return find_in_store(person_id=cast.people[name].id, slug=cast.stores[store].slug)[2]


def _end_membership(cast, name: str = "manager") -> None:
    person = cast.people[name]
    with public_context():
        Membership.objects.filter(person=person).delete()
        forget_roles(person_id=person.id, group_id=cast.groups["a"].id)


def test_a_second_look_asks_the_database_nothing(cast, monkeypatch):
    assert _roles(cast) == {"store_manager"}

    def refuse():
        raise AssertionError("the database was asked again")

    monkeypatch.setattr(lookup, "public_context", refuse)
    assert _roles(cast) == {"store_manager"}


def test_who_is_removed_is_out_at_the_next_request(cast, sign_in):
    manager, owner = sign_in("manager", store="north"), sign_in("owner")
    assert manager.get("/api/store/home").status_code == 200
    with public_context():
        membership = Membership.objects.get(person=cast.people["manager"])
    removed = owner.delete(f"/api/account/groups/{cast.groups['a'].slug}/memberships/{membership.id}")
    assert removed.status_code == 204
    assert manager.get("/api/store/home").status_code == 404


def test_who_is_removed_from_one_store_keeps_the_other(cast):
    assert _roles(cast, "both", "south") == {"store_manager"}
    with public_context():
        Membership.objects.filter(person=cast.people["both"], role="sales_advisor").delete()
        forget_roles(person_id=cast.people["both"].id, group_id=cast.groups["a"].id)
    assert not _roles(cast, "both", "north")
    assert _roles(cast, "both", "south") == {"store_manager"}


def test_a_renamed_store_has_its_new_name_at_the_next_request(cast, sign_in):
    owner, manager = sign_in("owner"), sign_in("manager", store="north")
    assert manager.get("/api/store/home").json()["store"]["name"] == "安和北店"
    address = f"/api/account/groups/{cast.groups['a'].slug}/stores/{cast.stores['north'].slug}"
    owner.patch(address, {"name": "安和总店"}, content_type="application/json")
    assert manager.get("/api/store/home").json()["store"]["name"] == "安和总店"


def test_a_suspended_store_is_shut_at_the_next_request(cast, sign_in):
    manager = sign_in("manager", store="north")
    assert manager.get("/api/store/home").status_code == 200
    with public_context():
        Store.objects.filter(id=cast.stores["north"].id).update(status=Store.Status.SUSPENDED)
        forget_store(slug=cast.stores["north"].slug)
    assert manager.get("/api/store/home").status_code == 423


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "another hash"}])
def test_a_session_ends_with_the_password_or_the_person_it_began_with(change, cast, sign_in):
    manager = sign_in("manager", store="north")
    assert manager.get("/api/store/home").status_code == 200
    with public_context():
        Person.objects.filter(id=cast.people["manager"].id).update(**change)
        forget_person(person_id=cast.people["manager"].id)
    assert manager.get("/api/store/home").status_code == 401


def test_a_dropped_store_is_not_remembered(cast):
    store = create_store(group_id=cast.groups["a"].id, name="短命店", pack="repair")
    owner = cast.people["owner"].id
    assert find_in_store(person_id=owner, slug=store.slug)[1] == store
    drop_store(store_id=store.id)
    assert find_in_store(person_id=owner, slug=store.slug)[1] is None


def test_a_reader_who_read_before_the_change_cannot_bring_it_back(cast, monkeypatch):
    held_back: list[tuple] = []
    with monkeypatch.context() as patch:
        patch.setattr(lookup, "remember", lambda *what: held_back.append(what))
        assert _roles(cast) == {"store_manager"}
    _end_membership(cast)
    for what in held_back:
        lookup.remember(*what)
    assert not _roles(cast)


def test_a_reader_between_the_change_and_its_commit_cannot_keep_the_old(cast):
    person = cast.people["manager"]
    assert _roles(cast) == {"store_manager"}
    with public_context():
        Membership.objects.filter(person=person).delete()
        forget_roles(person_id=person.id, group_id=cast.groups["a"].id)
        name = lookup.key("roles", cast.stores["north"].slug, person.id)
        # The commit is so long in coming that the first mark has run out.
        cache.delete(name)
        lookup.remember(name, frozenset({"store_manager"}))
    assert not _roles(cast)


def test_a_change_that_is_rolled_back_changes_nothing(cast):
    assert _roles(cast) == {"store_manager"}
    with pytest.raises(RuntimeError), public_context():
        Membership.objects.filter(person=cast.people["manager"]).delete()
        forget_roles(person_id=cast.people["manager"].id, group_id=cast.groups["a"].id)
        raise RuntimeError
    assert _roles(cast) == {"store_manager"}


def test_one_persons_roles_are_not_anothers(cast):
    assert _roles(cast, "manager") == {"store_manager"}
    assert not _roles(cast, "rival_manager")
    assert not _roles(cast, "stranger")


def test_the_owner_of_another_group_has_no_role_here(cast):
    person, group, roles = find_in_group(person_id=cast.people["rival_owner"].id, slug=cast.groups["a"].slug)
    assert person is not None
    assert group is not None
    assert not roles


@pytest.mark.parametrize("slug", ["", "\x00", "a" * 5000, "../../x", "安和", "a b", "A", "x:y", "'"])
def test_what_can_be_no_slug_is_not_found(slug, cast):
    person = cast.people["owner"].id
    assert find_in_store(person_id=person, slug=slug)[1:] == (None, frozenset())
    assert find_in_group(person_id=person, slug=slug)[1:] == (None, frozenset())
    assert find_person(person_id=person) is not None


@pytest.mark.parametrize("address", ["/api/hq/%00/imports", "/api/hq/%E5%AE%89/imports", "/api/hq//imports"])
def test_an_address_that_can_be_no_groups_is_not_found(address, cast, sign_in):
    assert sign_in("owner").get(address).status_code == 404
