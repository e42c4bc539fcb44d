"""`make bench NAME=…` and `make torture NAME=…`: one module of tests/bench on servers started for it.

The module prints what it does in plain words and one JSON object as its last line; so nothing is printed after.
"""

import os
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure
from chezhan.config.embedded.services import throw_away_services
from chezhan.config.embedded.supervisor import stop_on_signals
from tests.workbench.places import ROOT, with_tools_on_path
from tests.workbench.system import MissingProgram, provide_pgbouncer

SIZES = ("small", "full")
# They kill their servers, and so start them themselves.
OWN_SERVERS = {"tests.bench.torture_kill"}


class BadRequest(Exception):
    pass


def main(kind: str) -> int:
    stop_on_signals()
    try:
        module = find_module(kind=kind, name=os.environ.get("NAME", ""), size=os.environ.get("SIZE", ""))
        if kind == "torture":
            provide_pgbouncer()
        with nullcontext({}) if module in OWN_SERVERS else throw_away_services() as addresses:
            environment = {**with_tools_on_path(), **addresses, "CHEZHAN_DEV_OUTBOX": "1"}
            return subprocess.run([sys.executable, "-m", module], env=environment, cwd=ROOT, check=False).returncode
    except (BadRequest, MissingProgram, ServiceFailure) as failure:
        print(failure, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped.", file=sys.stderr)
        return 130


def find_module(*, kind: str, name: str, size: str, folder: Path = ROOT / "tests" / "bench") -> str:
    """Raises BadRequest that lists what there is."""
    names = sorted(path.stem.removeprefix(f"{kind}_") for path in folder.glob(f"{kind}_*.py"))
    if name not in names:
        raise BadRequest(
            f"NAME must be one of: {', '.join(names)}. For example: make {kind} NAME={(names or ['…'])[0]}"
        )
    if size not in SIZES:
        raise BadRequest(f"SIZE must be small or full, not {size!r}.")
    return f"tests.bench.{kind}_{name}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
