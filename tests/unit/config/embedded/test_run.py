import socket

import pytest

from chezhan.config.embedded import run
from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.locks import AlreadyRunning, hold_lock
from chezhan.config.embedded.ports import find_free_port


def test_a_second_run_in_one_checkout_is_refused(tmp_path):
    with hold_lock(folder=tmp_path, what="Chezhan"), pytest.raises(AlreadyRunning, match="already running from"):
        run.run(var=tmp_path, host="127.0.0.1", port=find_free_port())
    assert not (tmp_path / "embedded").exists()


def test_a_port_in_use_is_told_before_anything_starts(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        with pytest.raises(ServiceFailure, match=f"Port {port} on 127.0.0.1 is in use"):
            run.run(var=tmp_path, host="127.0.0.1", port=port)
    assert not (tmp_path / "embedded").exists()


@pytest.mark.parametrize("text", ["eighty", "0", "65536", "-1"])
def test_a_port_that_is_none_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(SystemExit, match="is not a port"):
        run._read_port()
