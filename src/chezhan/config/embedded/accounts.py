"""PostgreSQL refuses to run as root: as root it runs as `nobody`, which must be able to reach its files."""

import hashlib
import os
import pwd
import subprocess
from dataclasses import dataclass
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure

# /var/tmp outlives a reboot, /tmp may not
SHARED_HOME = Path("/var/tmp")


@dataclass(frozen=True)
class Account:
    uid: int
    gid: int


def find_service_account() -> Account | None:
    """Answers None when we are not root: then a service runs as we do."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam("nobody")
    except KeyError:
        raise ServiceFailure(
            "PostgreSQL can't run as root and there is no user 'nobody' to run it as. "
            "Run this as an ordinary user, or set DATABASE_URL and DATABASE_OWNER_URL."
        ) from None
    return Account(uid=entry.pw_uid, gid=entry.pw_gid)


def can_reach(*, account: Account | None, path: Path) -> bool:
    """Asks the kernel, as that account, whether the directory can be entered or the program run."""
    if account is None:
        return os.access(path, os.X_OK)
    answer = subprocess.run(
        ["test", "-x", str(path)],
        cwd="/",
        user=account.uid,
        group=account.gid,
        extra_groups=[],
        check=False,
    )
    return answer.returncode == 0


def find_reachable_home(*, wanted: Path, account: Account | None) -> Path:
    """`wanted`, made when missing, or a directory under /var/tmp named after it if the account can't enter
    `wanted` (a checkout under /root, say)."""
    wanted.mkdir(parents=True, exist_ok=True)
    if can_reach(account=account, path=wanted):
        return wanted
    name = hashlib.sha256(str(wanted.resolve()).encode()).hexdigest()[:16]
    return make_private_home(SHARED_HOME / f"chezhan-{name}")


def make_private_home(home: Path) -> Path:
    """Makes or takes again a directory in a place where anybody may write.

    Raises ServiceFailure when somebody else made it first: their files would become ours.
    """
    home.mkdir(mode=0o755, exist_ok=True)
    found = home.lstat()
    if home.is_symlink() or found.st_uid != os.geteuid() or found.st_mode & 0o022:
        raise ServiceFailure(f"{home} belongs to somebody else. Look what it is, remove it, and start again.")
    return home
