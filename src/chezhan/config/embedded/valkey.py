import os
import signal
import time
from pathlib import Path

import redis

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.leftovers import end_leftover_server
from chezhan.config.embedded.passwords import Passwords, write_private
from chezhan.config.embedded.ports import find_free_port
from chezhan.config.embedded.processes import Child, read_tail, start_child, stop_child
from chezhan.config.embedded.wheels import find_valkey

SECONDS_TO_START = 60


def start_valkey(*, home: Path, passwords: Passwords, log: Path, durable: bool) -> tuple[Child, int]:
    """Answers the server and its port once it has loaded its data and is known to be this folder's own."""
    data = home / "valkey"
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    end_leftover_server(pid_file=home / "valkey.pid", folder=data, stop_signal=signal.SIGTERM)
    for _ in range(5):
        port = find_free_port()
        _write_settings(home=home, data=data, port=port, password=passwords.valkey, durable=durable)
        child = start_child(
            name="Valkey",
            command=[find_valkey(), home / "valkey.conf"],
            log=log,
            folder=data,
            stop_signal=signal.SIGTERM,
            patience=20.0,
        )
        if _is_ours(child=child, port=port, password=passwords.valkey, data=data):
            return child, port
        stop_child(child)
    raise ServiceFailure(f"Valkey did not start. Its log {log} ends with:\n{read_tail(path=log)}")


def build_url(*, password: str, port: int) -> str:
    return f"redis://:{password}@127.0.0.1:{port}/0"


def _write_settings(*, home: Path, data: Path, port: int, password: str, durable: bool) -> None:
    # a file, since everybody can read a command line
    lines = [
        "bind 127.0.0.1",
        f"port {port}",
        f'dir "{data}"',
        f'pidfile "{home / "valkey.pid"}"',
        f"requirepass {password}",
        "appendonly yes" if durable else "appendonly no",
        'save ""',
        "databases 64",
        "maxmemory-policy noeviction",
        "daemonize no",
    ]
    write_private(path=home / "valkey.conf", text="\n".join(lines) + "\n")


def _is_ours(*, child: Child, port: int, password: str, data: Path) -> bool:
    """False when the server ended before it answered, or another one has the port."""
    deadline = time.monotonic() + SECONDS_TO_START
    with redis.Redis(host="127.0.0.1", port=port, password=password, decode_responses=True) as client:
        while child.alive and time.monotonic() < deadline:
            try:
                return os.path.realpath(client.config_get("dir")["dir"]) == os.path.realpath(data)
            except redis.AuthenticationError:
                return False
            except redis.RedisError:
                # starting, or loading its data
                time.sleep(0.02)
    return False
