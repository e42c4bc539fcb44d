"""Which master key opens a store's key, and what happens when it is gone."""

import base64
from uuid import UUID

import pytest

from chezhan.kernel.crypto import (
    MasterKeyMissing,
    MasterKeyUnknown,
    SealBroken,
    make_data_key,
    open_data_key,
    rewrap_data_key,
    seal,
    unseal,
)
from chezhan.kernel.crypto.errors import DataKeyMissing
from chezhan.kernel.crypto.masters import read_masters

NORTH, SOUTH = UUID(int=1), UUID(int=2)
OLD, NEW = (base64.b64encode(sign * 32).decode() for sign in (b"o", b"n"))


def test_a_new_master_opens_what_the_old_one_wrapped_while_both_are_there(settings):
    settings.MASTER_KEYS = (OLD,)
    wrapped = make_data_key(store_id=NORTH)
    sealed = seal(key=open_data_key(store_id=NORTH, wrapped=wrapped), purpose="customer.phone", text="1380")
    settings.MASTER_KEYS = (NEW, OLD)
    again = rewrap_data_key(store_id=NORTH, wrapped=wrapped)
    assert again != wrapped
    assert rewrap_data_key(store_id=NORTH, wrapped=again) == again
    settings.MASTER_KEYS = (NEW,)
    key = open_data_key(store_id=NORTH, wrapped=again)
    assert unseal(key=key, purpose="customer.phone", sealed=sealed) == "1380"


def test_a_master_that_was_taken_away_opens_nothing_more(settings):
    settings.MASTER_KEYS = (OLD,)
    wrapped = make_data_key(store_id=NORTH)
    open_data_key(store_id=NORTH, wrapped=wrapped)
    settings.MASTER_KEYS = (NEW,)
    with pytest.raises(MasterKeyUnknown):
        open_data_key(store_id=NORTH, wrapped=wrapped)
    with pytest.raises(MasterKeyUnknown):
        rewrap_data_key(store_id=NORTH, wrapped=wrapped)


def test_without_a_master_nothing_is_made_or_opened(settings):
    wrapped = make_data_key(store_id=NORTH)
    settings.MASTER_KEYS = ()
    with pytest.raises(MasterKeyMissing):
        make_data_key(store_id=NORTH)
    with pytest.raises(MasterKeyMissing):
        open_data_key(store_id=NORTH, wrapped=wrapped)


def test_another_stores_key_is_not_taken_for_ones_own():
    wrapped = make_data_key(store_id=SOUTH)
    with pytest.raises(SealBroken):
        open_data_key(store_id=NORTH, wrapped=wrapped)


def test_any_changed_bit_of_a_wrapped_key_is_noticed():
    wrapped = make_data_key(store_id=NORTH)
    for place in range(len(wrapped) * 8):
        changed = bytearray(wrapped)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises((SealBroken, MasterKeyUnknown)):
            open_data_key(store_id=NORTH, wrapped=bytes(changed))


@pytest.mark.parametrize("wrapped", [None, b""])
def test_a_destroyed_key_is_said_to_be_missing(wrapped):
    with pytest.raises(DataKeyMissing):
        open_data_key(store_id=NORTH, wrapped=wrapped)


@pytest.mark.parametrize("text", [OLD, OLD.rstrip("="), base64.urlsafe_b64encode(b"\xff" * 32).decode()])
def test_a_master_comes_in_either_alphabet(text):
    assert read_masters([text]) == (text,)


@pytest.mark.parametrize("text", ["", "short", base64.b64encode(b"x" * 31).decode(), "密钥" * 20, f"{OLD}!"])
def test_what_is_no_master_is_refused_without_being_shown(text):
    with pytest.raises(ValueError, match="Master key 2 is not 32 bytes") as refused:
        read_masters([OLD, text])
    assert OLD not in str(refused.value)
