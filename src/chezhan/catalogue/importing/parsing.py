"""Have a file read by a process of its own, which may use only so much memory and time."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import orjson

from chezhan.catalogue.importing.files.refusals import FileRefused, FileTooHeavy
from chezhan.catalogue.importing.files.workbooks import Wish

MEMORY = 450 << 20
SECONDS = 240
BREATH = 3
CHILD = "chezhan.catalogue.importing.files.child"
# Set otherwise by the torture alone, which shows what the limit is for.
limits: dict[str, int] = {"bytes": MEMORY}
# The most that a reader took here, in kB.
peak = {"kb": 0}


def parse(*, path: Path, rows: Path, wish: Wish, alive: Callable[[], None] = lambda: None) -> dict[str, Any]:
    """What tables.Table has, as JSON; the rows lie in `rows`, put there at once when they are whole.

    `alive` is called every few seconds while it reads, and may raise to stop it. Raises a FileRefused: as the reader
    said, or FileTooHeavy when it was stopped or broke down.
    """
    draft = rows.with_suffix(".new")
    order = {
        "path": str(path),
        "rows": str(draft),
        "wish": asdict(wish),
        "seconds": SECONDS,
        "bytes": limits["bytes"],
    }
    child = subprocess.Popen(
        [sys.executable, "-m", CHILD, orjson.dumps(order).decode()],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        stdin=subprocess.DEVNULL,
    )
    try:
        answer = orjson.loads(_said(child, alive))
    except orjson.JSONDecodeError as error:
        draft.unlink(missing_ok=True)
        raise FileTooHeavy from error
    finally:
        child.kill()
        child.wait()
    peak["kb"] = max(peak["kb"], answer["peak_kb"])
    if refused := answer.get("refused"):
        draft.unlink(missing_ok=True)
        raise FileRefused(refused["message"], code=refused["code"], params=refused["params"])
    draft.replace(rows)
    table: dict[str, Any] = answer["table"]
    return table


def read_rows(*, path: Path, skip: int = 0) -> Iterator[list[Any]]:
    """Rows after the first `skip`: [row in the file, cells, whether hidden, fault of its shape]."""
    with path.open("rb") as file:
        for number, line in enumerate(file):
            if number >= skip:
                yield orjson.loads(line)


def _said(child: subprocess.Popen[bytes], alive: Callable[[], None]) -> bytes:
    """What the child prints; nothing when its time is up."""
    for _ in range(SECONDS * 2 // BREATH):
        try:
            said, _ = child.communicate(timeout=BREATH)
        except subprocess.TimeoutExpired:
            alive()
        else:
            return said
    return b""
