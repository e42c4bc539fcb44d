"""Programs that tests need and no Python or Node package brings: a browser, Chinese fonts, PgBouncer."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

# The shell has no windows to draw, and does the same with two thirds of the processor's time.
BROWSERS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSER = "chromium-headless-shell|chromium"
LOG = Path("var/log/system-packages.log")


class MissingProgram(Exception):
    """For the terminal: what is missing and how to get it."""


def provide_programs() -> str:
    """Finds or installs all of them; answers the browser's path. Raises MissingProgram."""
    _install_missing({BROWSER: _find_browser, "fonts-noto-cjk": _find_chinese_font, "pgbouncer": _find_pgbouncer})
    browser = _find_browser() or _install_playwright_browser()
    _require_pgbouncer()
    if _find_chinese_font() is None:
        raise MissingProgram("No font shows Chinese here: sudo apt-get install fonts-noto-cjk")
    return browser


def provide_pgbouncer() -> None:
    """Raises MissingProgram."""
    _install_missing({"pgbouncer": _find_pgbouncer})
    _require_pgbouncer()


def _install_missing(wanted: dict[str, Callable[[], str | None]]) -> None:
    missing = [package for package, find in wanted.items() if find() is None]
    if missing and _can_install():
        _install(missing)


def _require_pgbouncer() -> None:
    if _find_pgbouncer() is None:
        raise MissingProgram("PgBouncer is not installed and its tests need it: sudo apt-get install pgbouncer")


def _find_browser() -> str | None:
    named = os.environ.get("CHEZHAN_CHROMIUM")
    if named and not Path(named).exists():
        raise MissingProgram(f"CHEZHAN_CHROMIUM={named} does not exist. Correct it, or unset it to have one found.")
    return named or next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _find_pgbouncer() -> str | None:
    return shutil.which("pgbouncer", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")


def _find_chinese_font() -> str | None:
    if shutil.which("fc-list") is None:
        return None
    answer = subprocess.run(["fc-list", ":lang=zh", "family"], capture_output=True, text=True, check=False)
    return answer.stdout.partition("\n")[0] or None


def _can_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    print(f"Installing {', '.join(packages)} with apt-get …", flush=True)
    apt = ["apt-get", "-o", "DPkg::Lock::Timeout=300", "--quiet"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    LOG.parent.mkdir(parents=True, exist_ok=True)
    with LOG.open("w") as log:

        def run(*command: str) -> int:
            return subprocess.run([*apt, *command], env=environment, stdout=log, stderr=log, check=False).returncode

        run("update")
        failed = run("install", "--yes", "--no-install-recommends", *map(_served, packages))
    if failed:
        end = "\n".join(LOG.read_text().splitlines()[-8:])
        raise MissingProgram(f"apt-get could not install {', '.join(packages)}; {LOG} ends with:\n{end}")


def _served(package: str) -> str:
    """Of packages that do the same, "a|b", the first that this system's archive has; else the last."""
    names = package.split("|")
    return next((name for name in names if _is_served(name)), names[-1])


def _is_served(package: str) -> bool:
    return subprocess.run(["apt-cache", "show", package], capture_output=True, check=False).returncode == 0


def _install_playwright_browser() -> str:
    print("Installing Chromium with Playwright …", flush=True)
    playwright = [sys.executable, "-m", "playwright"]
    done = subprocess.run([*playwright, "install", "chromium"], capture_output=True, text=True, check=False)
    asked = subprocess.run(
        [
            sys.executable,
            "-c",
            "from playwright.sync_api import sync_playwright as start\n"
            "with start() as playwright: print(playwright.chromium.executable_path)",
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    path = asked.stdout.strip()
    if done.returncode or not path or not Path(path).exists():
        raise MissingProgram(
            "There is no Chromium for the browser tests: sudo apt-get install chromium, or set CHEZHAN_CHROMIUM "
            f"to one. Playwright said: {done.stderr.strip()[-300:]}"
        )
    return path
