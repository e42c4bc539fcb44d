"""Does any file crash the reader, or come out changed? `python -m tests.bench.torture_hostile-files`, SIZE, MUTATE.

Messy and hostile files (bombs, lies, lost digits, other alphabets) are made here and read as an upload is: in a process
of their own. Each must come out right, cell by cell, or be refused by its name; what was lost must be told, and no
process may take more than 300 MB. MUTATE=1 lifts the limits and lets numbers that lost digits pass.
"""

import os
import sys
import tempfile
from collections import Counter
from itertools import islice
from pathlib import Path

from tests.bench.harness import finish, is_mutated, say
from tests.bench.importing.hostile import Hostile, hostile

MEMORY_BAR = 300
MUTANT = "tests.bench.importing.unguarded"


def main() -> None:
    from chezhan.catalogue.importing import parsing  # noqa: PLC0415
    from chezhan.catalogue.importing.files.refusals import FileRefused  # noqa: PLC0415
    from chezhan.catalogue.importing.files.workbooks import Wish  # noqa: PLC0415

    say(__doc__.strip())
    if is_mutated():
        parsing.CHILD, parsing.limits["bytes"] = MUTANT, 2 << 30
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        path, rows = Path(folder) / "upload", Path(folder) / "rows.jsonl"
        for one in hostile():
            path.write_bytes(one.content)
            counts["tried"] += 1
            try:
                table = parsing.parse(path=path, rows=rows, wish=Wish(**(one.wish or {})))
            except FileRefused as refusal:
                told = refusal.code
                wrong = "" if told in one.refused else "crashed" if told == "import_file_heavy" else "changed"
                counts["refused"] += not wrong
            else:
                told, wrong = _judged(one, rows, table)
                counts["right"] += not wrong
            if wrong:
                counts[wrong] += 1
                say(f"  {wrong.upper()}: {one.name}: {told}")
    peak_mb = parsing.peak["kb"] >> 10
    say(f"{counts['tried']} files: {counts['right']} right, {counts['refused']} refused by name, {peak_mb} MB at most.")
    finish(
        result={
            "name": "hostile-files", "tried": counts["tried"], "crashed": counts["crashed"],
            "silently_changed": counts["changed"], "peak_mb": peak_mb, "n": counts["tried"],
        },
        bad=counts["crashed"] + counts["changed"] + (peak_mb >= MEMORY_BAR),
        controls={
            "at least thirty files": counts["tried"] >= 30,
            "some were read": counts["right"] >= 15,
            "some were refused": counts["refused"] >= 15,
        },
    )  # fmt: skip


def _judged(one: Hostile, rows: Path, table: dict) -> tuple[str, str]:
    from chezhan.catalogue.importing.parsing import read_rows  # noqa: PLC0415

    if one.rows is None:
        return "it was read, and should have been refused", "changed"
    read = [
        [[cell[0]] if isinstance(cell, list) else cell for cell in cells]
        for _, cells, _, _ in islice(read_rows(path=rows), 3)
    ]
    if read != one.rows[:3]:
        return f"{read!r:.200}", "changed"
    if table["hidden_rows"] != one.hidden_rows:
        return f"{table['hidden_rows']} hidden rows", "changed"
    return "", ""


if __name__ == "__main__":
    sys.path.insert(0, os.getcwd())
    main()
