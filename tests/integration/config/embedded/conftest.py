import shutil
import tempfile
from pathlib import Path

import pytest

from chezhan.config.embedded import accounts, postgres


@pytest.fixture(autouse=True)
def own_services_only(monkeypatch):
    """The suite's own servers are not to be taken for those under test."""
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def shared_home(monkeypatch):
    """Stands in for /var/tmp: pytest's own folders are closed to the user that PostgreSQL runs as."""
    home = Path(tempfile.mkdtemp(prefix="chezhan-test-", dir="/var/tmp"))
    home.chmod(0o755)
    monkeypatch.setattr(accounts, "SHARED_HOME", home)
    monkeypatch.setattr(postgres, "SHARED_HOME", home)
    yield home
    shutil.rmtree(home)


@pytest.fixture
def folder(shared_home):
    return shared_home / "embedded"
