"""Read one file in a process of its own: python -m chezhan.catalogue.importing.files.child <order as JSON>.

The order: {path, rows, wish, seconds, bytes}. `rows` is where the rows go, a JSON line each; beside it, under another
suffix, the names of the columns. What is printed is one JSON object: {table} or {refused: {code, message, params}}.
Django is not loaded here.
"""

import re
import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import orjson

from chezhan.catalogue.importing.files.packing import kind_of
from chezhan.catalogue.importing.files.refusals import FileBroken, FileHeaderOnly, FileRefused
from chezhan.catalogue.importing.files.tables import Row, Table
from chezhan.catalogue.importing.files.texts import read_text
from chezhan.catalogue.importing.files.workbooks import Wish, read_workbook

HEADERS = ".headers"


def read_file(*, path: Path, rows_to: Path, wish: Wish) -> Table:
    """Raises a FileRefused; what was written until then is no whole file."""
    kind = kind_of(path=path)
    with _panics_told():
        read = read_text if kind == "text" else partial(read_workbook, kind=kind)
        table, rows = read(path=path, wish=wish)
        _tell(table.headers, rows_to.with_suffix(HEADERS))
        with rows_to.open("wb") as file:
            table.rows = _write(rows, file)
    if not table.rows:
        raise FileHeaderOnly
    return table


@contextmanager
def _panics_told() -> Iterator[None]:
    """Where calamine breaks down over a file that is cut off, it raises what is no Exception and has no module."""
    try:
        yield
    except BaseException as error:
        if type(error).__name__ == "PanicException":
            raise FileBroken from error
        raise


def _write(rows: Iterator[Row], file: Any) -> int:
    count = 0
    for count, row in enumerate(rows, start=1):  # noqa: B007
        file.write(orjson.dumps(row, option=orjson.OPT_APPEND_NEWLINE))
    return count


def _tell(headers: list[str], path: Path) -> None:
    """Whole at once, before the first row, for whoever looks at rows while they are read."""
    draft = path.with_suffix(".part")
    draft.write_bytes(orjson.dumps(headers))
    draft.replace(path)


def _peak_kb() -> int:
    """Of this process alone: what getrusage answers begins with the memory of whoever started it."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s*(\d+)", status.read_text()) if status.exists() else None
    return int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> None:
    order = orjson.loads(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_AS, (order["bytes"], order["bytes"]))
    resource.setrlimit(resource.RLIMIT_CPU, (order["seconds"], order["seconds"] + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    answer: dict[str, Any]
    try:
        table = read_file(path=Path(order["path"]), rows_to=Path(order["rows"]), wish=Wish(**order["wish"]))
        answer = {"table": table.as_json()}
    except FileRefused as refusal:
        answer = {"refused": {"code": refusal.code, "message": refusal.message, "params": refusal.params}}
    answer["peak_kb"] = _peak_kb()
    sys.stdout.buffer.write(orjson.dumps(answer))


if __name__ == "__main__":
    main()
