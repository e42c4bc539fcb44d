"""The built product on a free port: web and worker as processes of their own, on the test worker's database."""

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
from django.conf import settings
from tenacity import Retrying, retry_if_exception_type, stop_after_delay, wait_fixed

ROOT = Path(__file__).resolve().parents[2]
LOGS = ROOT / "var" / "log"
WORKER = ("celery", "-A", "chezhan.config.celery", "worker", "--concurrency", "1", "--loglevel", "info")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _on_database(url: str, name: str) -> str:
    return urlunsplit(urlsplit(url)._replace(path=f"/{name}"))


@contextmanager
def _process(name: str, command: list[str], env: dict[str, str]) -> Iterator[None]:
    LOGS.mkdir(parents=True, exist_ok=True)
    with (LOGS / f"e2e-{name}.log").open("ab") as log:
        process = subprocess.Popen(command, env=env, stdout=log, stderr=log, cwd=ROOT)
        try:
            yield
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def running_site(*, database: str, files: Path) -> Iterator[str]:
    """The address of a web process with a worker beside it; both end with the block."""
    with running_web(database=database, files=files, beside=WORKER) as address:
        yield address


@contextmanager
def running_web(*, database: str, files: Path, beside: tuple[str, ...] = ()) -> Iterator[str]:
    """The address of a web process that answers; `beside`: the command of another that runs as long."""
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    bin_dir = Path(sys.executable).parent
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "chezhan.config.testing",
        "DATABASE_URL": _on_database(os.environ["DATABASE_URL"], database),
        "DATABASE_OWNER_URL": _on_database(os.environ["DATABASE_OWNER_URL"], database),
        "REDIS_URL": settings.REDIS_URL,
        "CHEZHAN_TEST_SLOT": str(settings.TEST_SLOT),
        "CHEZHAN_PUBLIC_URL": address,
        "CHEZHAN_VAR": str(files),
        "CHEZHAN_FRONTEND_DIST": os.environ.get("CHEZHAN_FRONTEND_DIST") or str(ROOT / "frontend" / "dist"),
    }
    web = [
        str(bin_dir / "granian"), "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port),
        "--workers", "1", "--blocking-threads", "4", "chezhan.config.wsgi:application",
    ]  # fmt: skip
    with ExitStack() as processes:
        processes.enter_context(_process("web", web, env))
        if beside:
            processes.enter_context(_process("worker", [str(bin_dir / beside[0]), *beside[1:]], env))
        for attempt in Retrying(
            retry=retry_if_exception_type((httpx.HTTPError, AssertionError)),
            stop=stop_after_delay(180),
            wait=wait_fixed(0.2),
            reraise=True,
        ):
            with attempt:
                assert httpx.get(f"{address}/readyz").status_code == 200
        yield address
