import pytest

from tests.workbench import system


def test_a_named_browser_is_taken(monkeypatch, tmp_path):
    browser = tmp_path / "chromium"
    browser.touch()
    monkeypatch.setenv("CHEZHAN_CHROMIUM", str(browser))
    assert system.provide_programs() == str(browser)


def test_a_named_browser_that_is_missing_stops_the_run(monkeypatch):
    monkeypatch.setenv("CHEZHAN_CHROMIUM", "/nowhere/chromium")
    with pytest.raises(system.MissingProgram, match="CHEZHAN_CHROMIUM=/nowhere/chromium does not exist"):
        system.provide_programs()


def test_without_pgbouncer_and_the_right_to_install_it_the_run_stops(monkeypatch):
    monkeypatch.setattr(system, "_find_pgbouncer", lambda: None)
    monkeypatch.setattr(system, "_can_install", lambda: False)
    with pytest.raises(system.MissingProgram, match="apt-get install pgbouncer"):
        system.provide_programs()


def test_of_two_packages_the_first_that_the_archive_has_is_installed(monkeypatch, tmp_path):
    apt_cache = tmp_path / "apt-cache"
    apt_cache.write_text('#!/bin/sh\ntest "$2" = chromium\n')
    apt_cache.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    assert system._served("chromium-headless-shell|chromium") == "chromium"
    assert system._served("chromium|chromium-headless-shell") == "chromium"
    assert system._served("pgbouncer") == "pgbouncer"
