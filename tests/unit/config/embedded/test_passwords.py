import json

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


def test_a_file_from_before_the_master_key_gets_one_and_keeps_the_rest(tmp_path):
    path = tmp_path / "passwords.json"
    before = vars(load_passwords(path)) | {}
    path.write_text(json.dumps({name: value for name, value in before.items() if name != "master_key"}))
    after = load_passwords(path)
    assert after.master_key and load_passwords(path) == after
    assert vars(after) | {"master_key": ""} == before | {"master_key": ""}
    assert path.stat().st_mode & 0o777 == 0o600


def test_a_damaged_file_is_refused_and_kept(tmp_path):
    path = tmp_path / "passwords.json"
    path.write_text('{"owner": "half')
    with pytest.raises(ServiceFailure, match="is damaged"):
        load_passwords(path)
    assert path.read_text() == '{"owner": "half'
