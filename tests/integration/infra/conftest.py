import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from chezhan.config.embedded.accounts import find_service_account
from chezhan.config.embedded.passwords import load_passwords
from chezhan.config.embedded.postgres import Cluster, prepare_cluster, start_postgres
from chezhan.config.embedded.processes import running


@pytest.fixture
def empty_servers():
    """empty_servers() starts a PostgreSQL that holds nothing but its superuser: (cluster, port)."""
    home = Path(tempfile.mkdtemp(prefix="chezhan-test-", dir="/var/tmp"))
    home.chmod(0o755)

    @contextmanager
    def start(name: str) -> Iterator[tuple[Cluster, int]]:
        folder = home / name
        folder.mkdir()
        cluster = prepare_cluster(
            home=folder,
            account=find_service_account(),
            passwords=load_passwords(folder / "passwords.json"),
            log=folder / "postgres.log",
        )
        child, port = start_postgres(cluster=cluster, durable=False)
        with running(child):
            yield cluster, port

    yield start
    shutil.rmtree(home)
