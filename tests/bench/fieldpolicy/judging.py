"""Whether two answers are one answer: what must differ between any two stores is taken out, and nothing else."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Sequence

from tenants.directory import StoreRef

ZIP = b"PK\x03\x04"
UUID = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
# Made for each request, whatever is asked.
PER_REQUEST = re.compile(rb'"request_id":\s*"[^"]*"')
# When the database wrote a history's entry: by its own clock, which nothing here can hold.
WRITTEN_AT = re.compile(rb'"at":\s*"[^"]*"')

# The same as a cell of a workbook.
MOMENT = re.compile(rb"<v>\d{5}\.\d+</v>")


# Where the audit goes on: the moment of an entry, and its id.
GOES_ON = re.compile(rb'"next_cursor":\s*"[^"~]*T[^"~]*~[^"]*"')
# When an entry was written and by which request, in a file of the audit.
OF_REQUEST = ("时间", "请求编号")
CELLS_OF_REQUEST = re.compile(rb'<c r="[AK]\d+"[^>]*>.*?</c>')


def as_text(body: bytes, *, path: str) -> bytes:
    """A spreadsheet as its parts, in order; the bin by records, since what was deleted at one moment stands there in
    an order drawn by lot; a file of the audit without what is each request's own; anything else as it is."""
    if path.endswith("/bin") and body.startswith(b'{"rows"'):
        page = json.loads(body)
        page["rows"].sort(key=lambda row: row["record_id"])
        return json.dumps(page).encode()
    if path.endswith("/audit/export.csv") and not body.startswith(b"{"):
        lines = csv.DictReader(io.StringIO(body.decode("utf-8-sig")))
        return json.dumps([{name: row[name] for name in row if name not in OF_REQUEST} for row in lines]).encode()
    if not body.startswith(ZIP):
        return body
    with zipfile.ZipFile(io.BytesIO(body)) as parts:
        names = sorted(parts.namelist())
        if path.endswith(".zip"):
            # With a workbook in it, whose sheet of changes has moments; what moments records hold the JSON has too.
            read = {name: MOMENT.sub(b"<v/>", as_text(parts.read(name), path=name)) for name in names}
        else:
            read = {name: parts.read(name) for name in names}
        text = b"\n".join(name.encode() + b"\n" + read[name] for name in names)
    return CELLS_OF_REQUEST.sub(b"", text) if "/audit/" in path else text


def plain(body: bytes, *, store: StoreRef, known: Sequence[bytes]) -> bytes:
    """The answer without the store's own names, and with ids that were made on the way told by their turn."""
    for name in (store.slug, store.name, str(store.id), store.schema):
        for form in (name.encode(), json.dumps(name)[1:-1].encode()):
            body = body.replace(form, b"STORE")
    body = GOES_ON.sub(b'"next_cursor": "on"', body)
    body = WRITTEN_AT.sub(b'"at": ""', PER_REQUEST.sub(b'"request_id": ""', body))
    turns: dict[bytes, bytes] = {}
    kept = set(known)

    def turn(found: re.Match[bytes]) -> bytes:
        one = found.group()
        return one if one in kept else turns.setdefault(one, b"NEW-%d" % len(turns))

    return UUID.sub(turn, body)
