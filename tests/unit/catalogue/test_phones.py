import pytest

from chezhan.catalogue.phones import digits_of


@pytest.mark.parametrize(
    ("phone", "digits"),
    [
        ("138-0013-8000", "13800138000"),
        ("+86 138 0013 8000", "13800138000"),
        ("008613800138000", "13800138000"),
        ("8264678", "8264678"),
        ("86123", "86123"),
        ("none", None),
        ("", None),
        (None, None),
    ],
)
def test_phones_are_compared_by_their_digits(phone, digits):
    assert digits_of(phone) == digits
