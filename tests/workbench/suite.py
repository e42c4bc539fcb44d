"""`make test`: lint, the browser app's own tests, then pytest on servers started for this run alone.

Nothing is skipped: what a test needs is found, installed, or the run fails and says what is missing.
"""

import os
import subprocess
import sys
import time

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.services import throw_away_services
from chezhan.config.embedded.supervisor import stop_on_signals
from tests.workbench.lint import run_checks
from tests.workbench.places import FRONTEND, with_tools_on_path
from tests.workbench.system import MissingProgram, provide_programs


def main(arguments: list[str]) -> int:
    """`arguments`, when given, go to pytest, and the other checks are left out."""
    stop_on_signals()
    try:
        environment = {**with_tools_on_path(), "CHEZHAN_CHROMIUM": provide_programs(), "CHEZHAN_DEV_OUTBOX": "1"}
        if not arguments:
            failed = run_checks() + run_frontend_tests(environment)
            if failed:
                print(f"\nStopped before the Python tests, failed: {', '.join(failed)}")
                return 1
        with throw_away_services() as addresses:
            return run_python_tests(arguments=arguments, environment={**environment, **addresses})
    except (MissingProgram, ServiceFailure) as failure:
        print(f"\n{failure}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped.")
        return 130


def run_frontend_tests(environment: dict[str, str]) -> list[str]:
    began = time.monotonic()
    done = subprocess.run(["npm", "run", "--silent", "test"], cwd=FRONTEND, env=environment, check=False)
    print(f"browser app's tests: {'ok' if done.returncode == 0 else 'FAILED'} ({time.monotonic() - began:.1f} s)")
    return ["browser app's tests"] if done.returncode else []


def run_python_tests(*, arguments: list[str], environment: dict[str, str]) -> int:
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    command = [sys.executable, "-m", "pytest", "-n", str(workers), "--dist", "loadgroup", *arguments]
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
