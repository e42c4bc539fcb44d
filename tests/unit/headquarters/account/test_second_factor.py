import pytest
from cryptography.fernet import InvalidToken

from chezhan.headquarters.account.second_factor import SecondFactorAdapter

SECRET = "JBSWY3DPEHPK3PXP"


def test_a_secret_rests_encrypted_and_comes_back():
    kept = SecondFactorAdapter().encrypt(SECRET)
    assert SECRET not in kept
    assert SecondFactorAdapter().decrypt(kept) == SECRET


def test_after_the_key_was_rotated_it_still_opens(settings):
    kept = SecondFactorAdapter().encrypt(SECRET)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "a new key of fifty signs, or more, as they should be"
    assert SecondFactorAdapter().decrypt(kept) == SECRET


def test_another_key_does_not_open_it(settings):
    kept = SecondFactorAdapter().encrypt(SECRET)
    settings.SECRET_KEY = "a new key of fifty signs, or more, as they should be"
    with pytest.raises(InvalidToken):
        SecondFactorAdapter().decrypt(kept)
