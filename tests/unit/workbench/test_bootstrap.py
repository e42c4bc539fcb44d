"""`make setup` without setting anything up: what it decides and what it says."""

import errno
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

FILE = Path(__file__).resolve().parents[3] / "bootstrap.py"


@pytest.fixture
def bootstrap(tmp_path, monkeypatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("bootstrap", FILE)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "LOGS", tmp_path)
    return module


def test_a_step_is_done_again_when_a_file_it_read_changes(bootstrap, tmp_path):
    (tmp_path / "a.lock").write_text("one")
    before = bootstrap.digest([tmp_path / "a.lock"], tmp_path)
    assert bootstrap.digest([tmp_path / "a.lock"], tmp_path) == before
    (tmp_path / "a.lock").write_text("two")
    assert bootstrap.digest([tmp_path / "a.lock"], tmp_path) != before


def test_a_renamed_file_counts_as_a_change(bootstrap, tmp_path):
    (tmp_path / "a").write_text("same")
    before = bootstrap.digest(tmp_path.iterdir(), tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert bootstrap.digest(tmp_path.iterdir(), tmp_path) != before


def test_another_python_is_refused_with_a_remedy(bootstrap, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(bootstrap.SetupFailure, match=r"needs Python 3\.11.*is 3\.9\.2(.|\n)*PYTHON="):
        bootstrap.require_python()


def test_a_nearly_full_disk_is_told_with_figures(bootstrap):
    with pytest.raises(bootstrap.SetupFailure, match=r"nearly full: [\d.]+ GB free, [\d.]+ GB needed"):
        bootstrap.require_disk(10**18)


def test_a_disk_that_fills_up_in_a_step_is_told_as_such(bootstrap, tmp_path):
    log = tmp_path / "setup-2.log"
    log.write_text("Downloading…\nerror: failed to write: No space left on device (os error 28)\n")
    explained = bootstrap.explain_failure(name="Installing", log=log, remedy="never mind")
    assert isinstance(explained, bootstrap.DiskFull)
    assert "is full. Free at least" in str(explained)
    assert "is full" in bootstrap.explain_os_error(OSError(errno.ENOSPC, "No space left on device"))


def test_a_failed_step_shows_its_first_complaint_its_log_and_the_remedy(bootstrap, capsys):
    script = "print('npm error code EUSAGE'); print('usage\\n' * 30); raise SystemExit(1)"
    with pytest.raises(bootstrap.SetupFailure) as failure:
        bootstrap.run_step(next(iter(bootstrap.STEPS)), [[sys.executable, "-c", script]], remedy="Mend the lock file.")
    assert "npm error code EUSAGE" in str(failure.value)
    assert "setup-1.log" in str(failure.value)
    assert str(failure.value).endswith("Mend the lock file.")


def test_a_step_that_failed_keeps_the_next_command_from_running(bootstrap, tmp_path):
    proof = tmp_path / "proof"
    commands = [[sys.executable, "-c", "raise SystemExit(1)"], ["touch", proof]]
    with pytest.raises(bootstrap.SetupFailure):
        bootstrap.run_step(next(iter(bootstrap.STEPS)), commands)
    assert not proof.exists()
