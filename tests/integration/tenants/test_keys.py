"""Where a store's key rests, who may see it, and when it comes and goes."""

import base64
import io
import json
import pickle

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection

from chezhan.kernel.crypto import MasterKeyUnknown, seal, unseal
from chezhan.kernel.crypto.errors import DataKeyMissing
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.keys import destroy_data_key, ensure_data_keys, key_of
from tenants.lookup import find_in_store
from tenants.models import Store

PURPOSE = "customer.phone"
NEW_MASTER = base64.b64encode(b"N" * 32).decode()


def _again(cast, name: str = "north") -> StoreRef:
    with public_context():
        return StoreRef.of(Store.objects.select_related("group").get(id=cast.stores[name].id))


def _prepare() -> None:
    call_command("prepare", stdout=io.StringIO())


def test_each_store_is_born_with_a_key_of_its_own(cast):
    assert len({store.data_key for store in cast.stores.values()}) == len(cast.stores)
    sealed = seal(key=key_of(cast.stores["north"]), purpose=PURPOSE, text="138")
    assert unseal(key=key_of(_again(cast)), purpose=PURPOSE, sealed=sealed) == "138"


def test_a_store_without_a_key_gets_one_and_the_others_keep_theirs(cast):
    with public_context():
        Store.objects.filter(id=cast.stores["north"].id).update(data_key=None)
    with pytest.raises(DataKeyMissing):
        key_of(_again(cast))
    _prepare()
    assert key_of(_again(cast))
    assert _again(cast, "south").data_key == cast.stores["south"].data_key


def test_who_knew_the_store_by_its_old_key_asks_again(cast, settings):
    person = cast.people["manager"].id
    find_in_store(person_id=person, slug=cast.stores["north"].slug)
    settings.MASTER_KEYS = (NEW_MASTER, *settings.MASTER_KEYS)
    assert ensure_data_keys().rewrapped == len(cast.stores)
    settings.MASTER_KEYS = (NEW_MASTER,)
    store = find_in_store(person_id=person, slug=cast.stores["north"].slug)[1]
    assert store is not None
    assert store.data_key != cast.stores["north"].data_key
    assert key_of(store)


def test_prepare_refuses_a_master_that_opens_no_key_and_changes_nothing(cast, settings):
    settings.MASTER_KEYS = (NEW_MASTER,)
    with pytest.raises(CommandError, match="CHEZHAN_MASTER_KEY"):
        _prepare()
    with pytest.raises(MasterKeyUnknown):
        key_of(_again(cast))
    assert _again(cast).data_key == cast.stores["north"].data_key


def test_a_destroyed_key_is_not_made_again(cast):
    destroy_data_key(store_id=cast.stores["north"].id)
    _prepare()
    store = _again(cast)
    assert (store.data_key, store.status) == (None, "closed")
    with pytest.raises(DataKeyMissing):
        key_of(store)
    assert key_of(_again(cast, "south"))


def test_a_store_does_not_read_keys(cast):
    with pytest.raises(ProgrammingError), tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute("SELECT data_key FROM public.store")


def test_no_answer_and_no_text_of_a_store_shows_its_key(cast, sign_in):
    store = cast.stores["north"]
    shown = [repr(store), json.dumps(sign_in("manager", store="north").get("/api/store/home").json())]
    for form in (store.data_key.hex(), base64.b64encode(store.data_key).decode(), repr(store.data_key)):
        assert not [text for text in shown if form in text]


def test_the_cache_holds_the_key_wrapped_alone(cast, monkeypatch):
    written = []
    monkeypatch.setattr(cache, "add", lambda name, value, ttl: written.append(pickle.dumps(value)))
    store = find_in_store(person_id=cast.people["manager"].id, slug=cast.stores["north"].slug)[1]
    assert store is not None
    assert any(store.data_key in value for value in written)
    assert not [value for value in written if key_of(store)._secret in value]
