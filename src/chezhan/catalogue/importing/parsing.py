"""Have a file read by a process of its own, which may use only so much memory and time."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, BinaryIO

import orjson

from chezhan.catalogue.importing.files.child import HEADERS
from chezhan.catalogue.importing.files.refusals import FileRefused, FileTooHeavy
from chezhan.catalogue.importing.files.workbooks import Wish

MEMORY = 450 << 20
SECONDS = 240
BREATH = 3
# How often rows are looked for where none have come, and so much at a time.
PAUSE, BLOCK = 0.02, 1 << 18
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
        rows.with_suffix(HEADERS).unlink(missing_ok=True)
    peak["kb"] = max(peak["kb"], answer["peak_kb"])
    if refused := answer.get("refused"):
        draft.unlink(missing_ok=True)
        raise FileRefused(refused["message"], code=refused["code"], params=refused["params"])
    draft.replace(rows)
    table: dict[str, Any] = answer["table"]
    return table


@dataclass
class Growing:
    """A file that is being read: its columns and its rows as they come. Leaving it early stops the reader."""

    rows: Path
    reading: Future[dict[str, Any]]

    def headers(self, *, alive: Callable[[], None]) -> list[str]:
        """None of a file that was refused. `alive` is called while they are waited for."""
        path = self.rows.with_suffix(HEADERS)
        while not self.reading.done():
            alive()
            with suppress(FileNotFoundError):
                found: list[str] = orjson.loads(path.read_bytes())
                return found
            wait([self.reading], timeout=PAUSE)
        return [] if self.reading.exception() else list(self.reading.result()["headers"])

    def follow(self) -> Iterator[list[Any]]:
        """As `read_rows`, up to where the reader broke off."""
        file = self._open()
        if file is None:
            return
        rest = b""
        with file:
            while True:
                over = self.reading.done()
                if text := file.read(BLOCK):
                    *lines, rest = (rest + text).split(b"\n")
                    yield from map(orjson.loads, lines)
                elif over:
                    return
                else:
                    wait([self.reading], timeout=PAUSE)

    def table(self) -> dict[str, Any]:
        """When all is read. Raises what `parse` raises."""
        return self.reading.result()

    def _open(self) -> BinaryIO | None:
        """Nothing where it was refused before its first row."""
        while True:
            over = self.reading.done()
            # What is there before it is done is of an earlier reading.
            for path in (self.rows.with_suffix(".new"), self.rows)[: 1 + over]:
                with suppress(FileNotFoundError):
                    return path.open("rb")
            if over:
                return None
            wait([self.reading], timeout=PAUSE)


class _Stopped(Exception):
    pass


@contextmanager
def growing(*, path: Path, rows: Path, wish: Wish) -> Iterator[Growing]:
    """`parse`, in a thread that waits for the reader."""
    stopped = False

    def alive() -> None:
        if stopped:
            raise _Stopped

    for left in (HEADERS, ".new"):
        rows.with_suffix(left).unlink(missing_ok=True)
    with ThreadPoolExecutor(1, thread_name_prefix="reading") as beside:
        try:
            yield Growing(rows, beside.submit(parse, path=path, rows=rows, wish=wish, alive=alive))
        finally:
            stopped = True


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
