"""A number told as an id is found again, and says nothing of the numbers beside it."""

from uuid import uuid4

import pytest

from chezhan.kernel.crypto import DataKey, SealBroken, hide_number, show_number

KEY = DataKey(store_id=uuid4(), secret=b"s" * 32)
LAST = 2**63 - 1


@pytest.mark.parametrize("number", [0, 1, 383, LAST])
def test_the_id_is_always_the_same_and_leads_back(number):
    hidden = hide_number(key=KEY, purpose="entry", number=number)
    assert hidden == hide_number(key=KEY, purpose="entry", number=number)
    assert show_number(key=KEY, purpose="entry", hidden=hidden) == number


def test_ids_stand_in_no_order():
    hidden = [hide_number(key=KEY, purpose="entry", number=number) for number in range(50)]
    assert len(set(hidden)) == 50
    assert hidden != sorted(hidden)


def test_another_purpose_store_or_guess_leads_nowhere():
    hidden = hide_number(key=KEY, purpose="entry", number=383)
    other = DataKey(store_id=uuid4(), secret=b"s" * 32)
    for key, purpose, told in ((KEY, "other", hidden), (other, "entry", hidden), (KEY, "entry", uuid4())):
        with pytest.raises(SealBroken):
            show_number(key=key, purpose=purpose, hidden=told)
