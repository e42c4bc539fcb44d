import os
import signal
import sys
from pathlib import Path

import psutil
import pytest

from chezhan.config.embedded.processes import Child, read_tail, running, start_child, stop_child
from chezhan.config.embedded.supervisor import ChildDied, require_alive, wait_until_it_answers

DEAF = "import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('deaf', flush=True); signal.pause()"
PARENT = (
    "import subprocess, sys, signal; child = subprocess.Popen(['sleep', '600']); "
    "print(child.pid, flush=True); signal.pause()"
)


def start(*, program: str, log: Path, patience: float = 15.0) -> Child:
    return start_child(name="web", command=[sys.executable, "-c", program], log=log, patience=patience)


def wait_for_first_line(child: Child) -> str:
    """Blocks on the child until its log has a line."""
    while child.alive:
        if line := read_tail(path=child.log):
            return line
    raise AssertionError(read_tail(path=child.log))


def test_a_child_that_ignores_the_request_to_stop_is_killed(tmp_path):
    child = start(program=DEAF, log=tmp_path / "web.log", patience=0.0)
    wait_for_first_line(child)
    stop_child(child)
    assert child.process.returncode == -signal.SIGKILL


def test_what_a_killed_child_leaves_behind_ends_with_it(tmp_path):
    child = start(program=PARENT, log=tmp_path / "web.log")
    grandchild = psutil.Process(int(wait_for_first_line(child)))
    os.kill(child.process.pid, signal.SIGKILL)
    stop_child(child)
    grandchild.wait(timeout=10)
    assert not grandchild.is_running()


def test_an_error_in_the_block_stops_the_child(tmp_path):
    child = start(program="import signal; signal.pause()", log=tmp_path / "web.log")
    with pytest.raises(ZeroDivisionError), running(child):
        raise ZeroDivisionError
    assert not child.alive


def test_a_dead_child_is_named_with_its_exit_code_and_the_end_of_its_log(tmp_path):
    child = start(program="print('no such table'); raise SystemExit(3)", log=tmp_path / "web.log")
    with running(child):
        os.waitid(os.P_PID, child.process.pid, os.WEXITED | os.WNOWAIT)
        with pytest.raises(ChildDied, match=r"web ended unexpectedly \(exit code 3\)(.|\n)*no such table"):
            require_alive([child])


def test_a_living_child_raises_nothing(tmp_path):
    with running(start(program="import signal; signal.pause()", log=tmp_path / "web.log")) as child:
        require_alive([child])
        assert child.alive


def test_waiting_for_an_answer_ends_when_the_server_dies(tmp_path):
    child = start(program="raise SystemExit('address in use')", log=tmp_path / "web.log")
    with running(child), pytest.raises(ChildDied, match="address in use"):
        wait_until_it_answers(url="http://127.0.0.1:1/readyz", children=[child])


def test_output_is_added_to_the_log_of_earlier_runs(tmp_path):
    log = tmp_path / "log" / "web.log"
    for word in ("first", "second"):
        child = start(program=f"print('{word}')", log=log)
        child.process.wait()
        stop_child(child)
    assert log.read_text() == "first\nsecond\n"


def test_only_the_last_lines_of_a_log_are_shown(tmp_path):
    log = tmp_path / "web.log"
    log.write_text("".join(f"line {number}\n" for number in range(100)))
    assert read_tail(path=log, lines=2) == "line 98\nline 99"
