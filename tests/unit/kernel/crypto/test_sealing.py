import pickle
from uuid import UUID

import pytest

from chezhan.kernel.crypto import SealBroken, blind_index, make_data_key, open_data_key, seal, tail, unseal
from chezhan.kernel.crypto.data_keys import DataKey

NORTH, SOUTH = UUID(int=1), UUID(int=2)
PHONE = "+8613800138000"


def key_for(store_id: UUID) -> DataKey:
    return open_data_key(store_id=store_id, wrapped=make_data_key(store_id=store_id))


@pytest.fixture(scope="module")
def north() -> DataKey:
    return key_for(NORTH)


@pytest.mark.parametrize("text", [PHONE, "", "微信 wxid_🚗", "x" * 100_000])
def test_what_is_sealed_opens_as_it_was(text, north):
    sealed = seal(key=north, purpose="customer.phone", text=text)
    assert unseal(key=north, purpose="customer.phone", sealed=memoryview(sealed)) == text
    assert not text or text.encode() not in sealed


def test_the_same_text_is_never_sealed_alike(north):
    assert len({seal(key=north, purpose="customer.phone", text=PHONE) for _ in range(100)}) == 100


def test_any_changed_bit_is_noticed(north):
    sealed = seal(key=north, purpose="customer.phone", text=PHONE)
    for place in range(len(sealed) * 8):
        changed = bytearray(sealed)
        changed[place // 8] ^= 1 << place % 8
        with pytest.raises(SealBroken):
            unseal(key=north, purpose="customer.phone", sealed=bytes(changed))


@pytest.mark.parametrize("left", [0, 1, 12, 13, 28, 40])
def test_a_cut_value_is_noticed(left, north):
    sealed = seal(key=north, purpose="customer.phone", text=PHONE)
    with pytest.raises(SealBroken):
        unseal(key=north, purpose="customer.phone", sealed=sealed[:left])


def test_another_column_does_not_open_it(north):
    sealed = seal(key=north, purpose="customer.phone", text=PHONE)
    with pytest.raises(SealBroken):
        unseal(key=north, purpose="customer.wechat", sealed=sealed)


def test_another_store_does_not_open_it(north):
    sealed = seal(key=north, purpose="customer.phone", text=PHONE)
    with pytest.raises(SealBroken):
        unseal(key=key_for(SOUTH), purpose="customer.phone", sealed=sealed)


def test_two_stores_with_one_secret_do_not_open_each_others_values(north):
    one, other = (DataKey(store_id=store_id, secret=b"s" * 32) for store_id in (NORTH, SOUTH))
    sealed = seal(key=one, purpose="customer.phone", text=PHONE)
    with pytest.raises(SealBroken):
        unseal(key=other, purpose="customer.phone", sealed=sealed)


def test_equal_texts_of_one_purpose_have_one_index(north):
    assert blind_index(key=north, purpose="phone", normalised=PHONE) == blind_index(
        key=north, purpose="phone", normalised=PHONE
    )
    assert len(blind_index(key=north, purpose="phone", normalised=PHONE)) == 16


def test_other_texts_purposes_and_stores_have_other_indexes(north):
    found = {
        blind_index(key=north, purpose="phone", normalised=PHONE),
        blind_index(key=north, purpose="phone", normalised=PHONE[:-1]),
        blind_index(key=north, purpose="id_card", normalised=PHONE),
        blind_index(key=key_for(SOUTH), purpose="phone", normalised=PHONE),
    }
    assert len(found) == 4


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (PHONE, "8000"),
        ("138 0013 800０", "800０"),
        ("11010519491231002X", "002X"),
        ("wxid", ""),
        ("12345678", ""),
        ("", ""),
    ],
)
def test_the_tail_is_the_end_of_what_is_long_enough(text, shown):
    assert tail(text) == shown


@pytest.mark.parametrize("purpose", ["", "customer phone", "a\x00b", "9.phone", "电话；"])
def test_a_purpose_names_a_column(purpose, north):
    with pytest.raises(ValueError, match="not a purpose"):
        seal(key=north, purpose=purpose, text=PHONE)


def test_an_open_key_does_not_leave_the_process_or_show_itself(north):
    with pytest.raises(TypeError):
        pickle.dumps(north)
    assert repr(north) == f"DataKey({NORTH})"
    assert not hasattr(north, "__dict__")
