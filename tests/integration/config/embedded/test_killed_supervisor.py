"""kill -9 of whoever started the services: the next start finds its way."""

import signal
import subprocess
import sys

import psutil
import psycopg

from chezhan.config.embedded.services import embedded_services

SUPERVISOR = """
import signal, sys
from pathlib import Path
from chezhan.config.embedded.services import open_services
folder = Path(sys.argv[1])
with open_services(directory=folder, logs=folder / "log", durable=True, given={}) as services:
    print(*(child.process.pid for child in services.children), flush=True)
    signal.pause()
"""


def test_the_services_of_a_killed_supervisor_end_and_start_again(folder):
    supervisor = subprocess.Popen([sys.executable, "-c", SUPERVISOR, str(folder)], stdout=subprocess.PIPE, text=True)
    assert supervisor.stdout is not None
    left = [psutil.Process(int(pid)) for pid in supervisor.stdout.readline().split()]
    supervisor.send_signal(signal.SIGKILL)
    supervisor.wait()
    supervisor.stdout.close()
    with embedded_services(folder) as env, psycopg.connect(env["DATABASE_URL"]) as connection:
        assert connection.execute("SELECT 1").fetchone() == (1,)
    _, alive = psutil.wait_procs(left, timeout=30)
    assert not alive
