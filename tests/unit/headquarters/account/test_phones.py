import pytest

from chezhan.headquarters.account.phones import e164

SPELLINGS = (
    "13912345678",
    "139 1234 5678",
    "139-1234-5678",
    "+86 139 1234 5678",
    "008613912345678",
    "１３９１２３４５６７８",
)


@pytest.mark.parametrize("text", SPELLINGS)
def test_a_mainland_number_needs_no_country(text):
    assert e164(text) == "+8613912345678"


def test_a_country_that_is_named_is_kept():
    assert e164("+852 5123 4567") == "+85251234567"


@pytest.mark.parametrize("text", ["", "110", "abc", "+86", "139123456789", "8264678", "\x00", "1" * 300])
def test_what_is_no_number_is_none(text):
    assert e164(text) is None
