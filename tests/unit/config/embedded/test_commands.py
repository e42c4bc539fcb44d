from pathlib import Path

import pytest

from chezhan.config.embedded.commands import build_environment, run_chores
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.passwords import load_passwords

ADDRESSES = {"DATABASE_URL": "postgres://ours", "DATABASE_OWNER_URL": "postgres://ours", "REDIS_URL": "redis://ours"}


def build(*, folder: Path, host: str = "127.0.0.1") -> dict[str, str]:
    passwords = load_passwords(folder / "passwords.json")
    return build_environment(addresses=ADDRESSES, var=folder, passwords=passwords, host=host, port=8123)


def test_the_app_gets_our_servers_and_a_key_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres://stray")
    monkeypatch.delenv("SECRET_KEY", raising=False)
    built = build(folder=tmp_path)
    assert built["DATABASE_URL"] == "postgres://ours"
    assert built["SECRET_KEY"] == load_passwords(tmp_path / "passwords.json").secret_key


def test_what_the_caller_sets_wins_over_our_defaults(tmp_path, monkeypatch):
    monkeypatch.setenv("CHEZHAN_PUBLIC_URL", "https://crm.example")
    assert build(folder=tmp_path)["CHEZHAN_PUBLIC_URL"] == "https://crm.example"


def test_an_address_for_all_interfaces_is_shown_as_one_that_opens(tmp_path, monkeypatch):
    monkeypatch.delenv("CHEZHAN_PUBLIC_URL", raising=False)
    assert build(folder=tmp_path, host="0.0.0.0")["CHEZHAN_PUBLIC_URL"] == "http://127.0.0.1:8123"


def test_each_chore_answers_what_it_printed(tmp_path):
    find = "findstatic --first admin/css/base.css"
    printed = run_chores(commands=["openapi", find], environment=build(folder=tmp_path), logs=tmp_path)
    assert list(printed) == ["openapi", find]
    assert printed["openapi"].startswith("{")
    assert printed[find].rstrip().endswith("admin/css/base.css")


def test_a_failed_chore_stops_those_after_it_and_shows_its_words(tmp_path):
    with pytest.raises(ServiceFailure, match="no_such_command"):
        run_chores(commands=["no_such_command", "openapi"], environment=build(folder=tmp_path), logs=tmp_path)
    assert "== openapi" not in (tmp_path / "chores.log").read_text()
