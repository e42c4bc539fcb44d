"""`make lint`: every check that reads files and needs no server. All run, then the verdict."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from tests.workbench.places import FRONTEND, ROOT, with_tools_on_path


@dataclass(frozen=True)
class Check:
    name: str
    command: list[str]
    remedy: str
    folder: Path = ROOT


CHECKS = [
    Check("Python style", ["ruff", "check", "."], "make format mends most of it"),
    Check("Python format", ["ruff", "format", "--check", "."], "make format"),
    Check("layers", ["lint-imports"], "move the code, never the contract"),
    Check("types", ["mypy", "src", "tenants", "billing"], "see the lines above"),
    Check("migrations", ["chezhan", "makemigrations", "--check", "--dry-run"], "chezhan makemigrations"),
    Check("API description", [sys.executable, "-m", "tests.workbench.openapi"], "see the line above"),
    Check("browser app's style", ["npm", "run", "--silent", "lint"], "see the lines above", FRONTEND),
    Check("browser app's types", ["npm", "run", "--silent", "typecheck"], "see the lines above", FRONTEND),
]


def run_checks() -> list[str]:
    """Answers the names of the checks that failed; the output of each is printed."""
    failed = []
    for check in CHECKS:
        began = time.monotonic()
        done = subprocess.run(
            check.command,
            cwd=check.folder,
            env={**with_tools_on_path(), "CHEZHAN_DEV_OUTBOX": "1"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        verdict = "ok" if done.returncode == 0 else "FAILED"
        print(f"lint: {check.name}: {verdict} ({time.monotonic() - began:.1f} s)", flush=True)
        if done.returncode:
            print(f"{done.stdout}{done.stderr}".rstrip() + f"\n  remedy: {check.remedy}\n", flush=True)
            failed.append(check.name)
    return failed


def main() -> int:
    failed = run_checks()
    if failed:
        print(f"lint: {len(failed)} of {len(CHECKS)} checks failed: {', '.join(failed)}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
