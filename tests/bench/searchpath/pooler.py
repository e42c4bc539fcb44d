"""PgBouncer in transaction mode before the same database, on a port of its own."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

SERVER_CONNECTIONS = 2
CONFIGURATION = """
[databases]
{name} = host={host} port={port} dbname={name}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {own}
unix_socket_dir =
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
default_pool_size = {size}
max_client_conn = 100
ignore_startup_parameters = extra_float_digits
logfile = {folder}/log
"""


@contextmanager
def pooler(*, name: str, user: str, password: str, host: str, port: str) -> Iterator[int]:
    """Answers the port. It ends with the block."""
    program = shutil.which("pgbouncer", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        sys.exit("pgbouncer is not installed; on Debian: apt-get install pgbouncer")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        own = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as path:
        folder = Path(path)
        (folder / "users").write_text(f'"{user}" "{password}"\n')
        (folder / "ini").write_text(
            CONFIGURATION.format(name=name, host=host, port=port, own=own, folder=folder, size=SERVER_CONNECTIONS)
        )
        command = [program, str(folder / "ini")]
        if os.geteuid() == 0:
            # It refuses to run as root.
            command[1:1] = ["-u", "nobody"]
            for file in (folder, folder / "users", folder / "ini"):
                shutil.chown(file, "nobody")
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            _wait(process, {"dbname": name, "user": user, "host": "127.0.0.1", "port": own})
            yield own
        finally:
            process.terminate()
            process.wait(timeout=10)


def _wait(process: subprocess.Popen, address: dict) -> None:
    until = time.monotonic() + 10
    while True:
        try:
            psycopg.connect(**address).close()
            return
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > until:
                sys.exit(f"pgbouncer does not answer: {error}")
            time.sleep(0.05)
