import pytest

from chezhan.kernel.signed_on import SignedOn


def test_a_name_is_given_once_and_to_the_same_again():
    doers = SignedOn[object]("doers")
    one, other = object(), object()
    assert doers.under("a")(one) is one
    assert doers.bring("a", one) is one
    with pytest.raises(ValueError, match="two doers are called a"):
        doers.bring("a", other)
    assert doers == {"a": one}
