"""The doors of a file that is brought in: what it meets, what is told of its rows, what it leaves.

`{import}` stands for the import that the store took last; its work is done before the next is asked.
"""

import csv
import io
from collections.abc import Iterator
from typing import Any

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door

ONE = f"{STORE}imports/{{import}}"
# By what records of each kind are found, and which of it the twins' first rows have.
LINKS = {
    "vehicle": {"customer.name": "客户甲"},
    "sales_order": {"customer.name": "客户甲", "vehicle.plate": "浙A12340"},
}
KEYS = {"customer": ("name", "客户乙"), "vehicle": ("plate", "浙A12341"), "sales_order": ("number", "SO20260301")}


def _columns(hidden: Hidden) -> dict[str, str]:
    """Target → text, for a row that could be a record of the kind; without the hidden field."""
    row = {name: str(value) for name, value in hidden.fresh().items() if name not in ("customer", "vehicle")}
    links = {
        "vehicle": {"customer.name": "客户甲"},
        "sales_order": {"customer.name": "客户甲", "vehicle.plate": "浙A12340"},
    }
    known = {one.name for one in hidden.entity.own_fields} - {hidden.field.name}
    links = LINKS.get(hidden.entity.name, {})
    named = {name: text for name, text in links.items() if name.partition(".")[0] in known}
    return {**row, **{name: str(value) for name, value in hidden.other().items() if name in known}, **named}


def _file(columns: dict[str, str], hidden: Hidden, key: tuple[str, str]) -> bytes:
    """One row for each value that the twins hide, on a record that is there and on one that is not."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow([*columns, hidden.field.label.zh])
    for value in (*hidden.asked(), ""):
        for found in (key[1], columns.get(key[0], "没有的")):
            lines.writerow([*({**columns, key[0]: found} if key[0] in columns else columns).values(), str(value)])
    return out.getvalue().encode()


def _orders(columns: dict[str, str], hidden: Hidden, key: tuple[str, str]) -> Iterator[dict[str, Any]]:
    places = [{"column": index, "target": name} for index, name in enumerate(columns)]
    also = {"column": len(columns), "target": hidden.field.name}
    keys = [[key[0]]] if key[0] in columns else []
    yield {"mode": "insert", "columns": places, "keys": keys, "twins": "ask"}
    if not hidden.field.unique:
        yield {"mode": "insert", "columns": [*places, also], "keys": [[hidden.field.name]], "twins": "skip"}
        yield {"mode": "upsert", "columns": [*places, also], "keys": [[hidden.field.name], *keys]}
    yield {"mode": "update", "columns": places, "keys": keys}


@door
def imports(hidden: Hidden) -> Iterator[Ask]:
    columns = _columns(hidden)
    key = KEYS.get(hidden.entity.name, ("x_text", "改了"))
    if key[0] in {"plate", "x_text"} and hidden.field.name != key[0]:
        columns.setdefault(key[0], key[1])
    place = f"{hidden.records}/imports"
    yield Ask("", place, "POST", file=_file(columns, hidden, key))
    yield Ask("", ONE)
    for order in _orders(columns, hidden, key):
        yield Ask("", f"{ONE}/order", "POST", body=order)
        yield Ask("", ONE)
        yield Ask("", f"{ONE}/rows")
    yield Ask("", f"{ONE}/rows.csv", params={"became": ""})
    yield Ask("", f"{ONE}/rows.xlsx", params={"became": ""})
    yield Ask("", f"{ONE}/template", "POST", body={"name": "按列"})
    yield Ask("", f"{ONE}/start", "POST", body={})
    yield Ask("", f"{ONE}/state")
    yield Ask("", f"{ONE}/rows")
    yield Ask("", place)
    yield Ask("", f"{ONE}/undo", "POST", body={})
    yield Ask("", ONE)
