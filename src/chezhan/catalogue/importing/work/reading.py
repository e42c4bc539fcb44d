"""Read a file, look at its columns, and propose an order."""

from collections.abc import Iterator
from dataclasses import asdict
from functools import partial
from typing import Any

from chezhan.access.rights import Action
from chezhan.catalogue.importing.files.refusals import FileHeaderOnly
from chezhan.catalogue.importing.files.tables import text_of
from chezhan.catalogue.importing.files.workbooks import Wish
from chezhan.catalogue.importing.guessing import Guess, guess_columns
from chezhan.catalogue.importing.ordering import ColumnOrder, Order
from chezhan.catalogue.importing.parsing import Growing, growing
from chezhan.catalogue.importing.preparing import known_names
from chezhan.catalogue.importing.profile import Column, Profile, profile_rows
from chezhan.catalogue.importing.remembering import remembered_for, remembered_headers
from chezhan.catalogue.importing.storage import keep_cells, rows_path, upload_path
from chezhan.catalogue.importing.targets import Target, targets_of
from chezhan.catalogue.importing.work.desk import Bench
from chezhan.catalogue.records.looking import View
from tenants.context import tenant_context

VALUES_SHOWN = 200
# By which people are found twice most often; the first that is mapped is proposed.
LIKELY_KEYS = ("number", "vin", "phone", "wechat", "plate", "id_card", "email", "tax_no", "barcode")


def read_job(bench: Bench) -> None:
    job = bench.job
    bench.lease.keep(phase="reading", rows_done=0, rows_total=0, measured_at=None)
    rows = rows_path(job_id=job.id)
    with growing(path=upload_path(job_id=job.id), rows=rows, wish=Wish(**job.wish)) as file:
        profile = _profiled(bench, file)
        table = file.table()
    with tenant_context(bench.store):
        view = bench.view()
        targets = targets_of(actor=bench.actor, view=view)
        known = known_names(bench.actor)
        remembered = remembered_headers(actor=bench.actor, entity=job.entity)
        guesses = guess_columns(columns=profile.columns, targets=targets, known=known, remembered=remembered)
        before = remembered_for(actor=bench.actor, entity=job.entity, headers=table["headers"])
        order = before or _proposal(view, guesses, profile.columns, targets)
    cells = [
        {"examples": _examples(column), "values": _values(column), "repairs": column.repairs}
        for column in profile.columns
    ]
    keep_cells(job_id=job.id, name="columns", cells=cells)
    keep_cells(job_id=job.id, name="head", cells=table.pop("head"))
    job.table, job.order = table, order.as_json()
    job.columns = [_told(column) for column in profile.columns]
    job.guesses = [asdict(guess) for guess in guesses]
    bench.lease.settle(
        status="ready",
        phase="",
        table=job.table,
        columns=job.columns,
        guesses=job.guesses,
        order=job.order,
        trial=None,
        rows_total=profile.rows,
        rows_done=0,
    )


def _profiled(bench: Bench, file: Growing) -> Profile:
    """Columns are looked at while the rows are still read. Raises what reading raises."""
    headers = file.headers(alive=bench.lease.keep_sometimes)
    progress = partial(_say, bench)
    try:
        return profile_rows(headers=headers, rows=_texts(file), progress=progress)
    except FileHeaderOnly:
        # Where the reader refused the file, that is what is said.
        file.table()
        raise


def _say(bench: Bench, done: int) -> None:
    bench.lease.keep_sometimes(rows_done=done)


def _texts(file: Growing) -> Iterator[tuple[int, list[str], str | None]]:
    for number, cells, _, shape in file.follow():
        yield number, ["" if isinstance(cell, list) else text_of(cell) for cell in cells], shape or None


def _proposal(view: View, guesses: list[Guess], columns: list[Column], targets: dict[str, Target] | Any) -> Order:
    chosen = tuple(
        ColumnOrder(column=one.column, target=one.target, dates=_dates(columns[one.column]))
        for one in guesses
        if one.target and targets[one.target].writable
    )
    used = {one.target for one in chosen}
    unique = [one.key for one in targets.values() if one.keyed and one.field.unique and one.key in used]
    likely = [name for name in LIKELY_KEYS if name in used and targets[name].keyed]
    typed = [one.key for one in targets.values() if one.keyed and one.key in used and one.type_name in LIKELY_KEYS]
    keys = tuple((name,) for name in dict.fromkeys([*unique, *likely, *typed]))
    creates = Action.CREATE in view.lens.actions
    return Order(mode="insert" if creates else "update", columns=chosen, keys=keys, twins="skip")


def _dates(column: Column) -> str:
    return (column.dates and column.dates.order) or "ymd"


def _told(column: Column) -> dict[str, Any]:
    dates = column.dates
    return {
        "index": column.index,
        "header": column.header,
        "filled": column.filled,
        "distinct": column.distinct,
        "repaired": column.repaired,
        "lost": column.lost,
        "date_order": dates.order if dates else None,
        "date_doubt": "mixed" if dates and dates.mixed else "ambiguous" if dates and dates.ambiguous else "",
    }


def _examples(column: Column) -> list[str]:
    examples: list[str] = column.as_json()["examples"]
    return [text[:80] for text in examples]


def _values(column: Column) -> list[str]:
    """What the column says, the most frequent first, where that is little enough to be looked at."""
    if column.counts is None:
        return []
    return [value for value, _ in column.counts.most_common(VALUES_SHOWN)]
