import pytest

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.passwords import load_passwords


def test_passwords_stay_the_same(tmp_path):
    path = tmp_path / "passwords.json"
    assert load_passwords(path) == load_passwords(path)


def test_only_the_owner_may_read_them(tmp_path):
    path = tmp_path / "passwords.json"
    load_passwords(path)
    assert path.stat().st_mode & 0o777 == 0o600


def test_two_installations_share_none(tmp_path):
    one, other = load_passwords(tmp_path / "one.json"), load_passwords(tmp_path / "other.json")
    assert not set(vars(one).values()) & set(vars(other).values())


def test_a_damaged_file_is_refused_and_kept(tmp_path):
    path = tmp_path / "passwords.json"
    path.write_text('{"owner": "half')
    with pytest.raises(ServiceFailure, match="is damaged"):
        load_passwords(path)
    assert path.read_text() == '{"owner": "half'
