"""All that the store holds of one person as one file to give to them: a workbook to read, and JSON for programs."""

import datetime as dt
import io
import shutil
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.audit.services import record_handed_out
from chezhan.catalogue.records.files.refusals import FileLost, UnknownFile
from chezhan.catalogue.records.files.serving import open_file
from chezhan.catalogue.records.personal.gathering import Gathered, gather
from chezhan.catalogue.records.personal.models import PersonalRequest
from chezhan.catalogue.records.personal.workbook import Change, write_workbook
from chezhan.catalogue.records.timeline.reading import Event, read_timeline
from chezhan.catalogue.types.files import FILES
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from tenants.lookup import people_of_store

PAGE = 200
# Beyond this the file is on disk while it is made.
IN_MEMORY = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class HandedOut:
    """`file`: a zip, at its beginning; gone when it is closed."""

    file: IO[bytes]
    name: str


def hand_out(*, actor: Actor, entity: str, record_id: UUID, reason: str) -> HandedOut:
    """Made in the caller's transaction, and told in the audit and in the list of requests. Raises as gather."""
    found = gather(actor=actor, entity=entity, record_id=record_id)
    people = dict(people_of_store(store=actor.in_store))
    changes = list(_changes(actor, found))
    now = clock.now()
    language = "en" if actor.language == "en" else "zh"
    book = io.BytesIO()
    write_workbook(
        file=book, found=found, changes=changes, people=people, language=language, by=actor.person_name, at=now
    )
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by who sends it)
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("data.xlsx", book.getvalue())
        archive.writestr("data.json", orjson.dumps(_as_json(found, changes, now), option=orjson.OPT_INDENT_2))
        _write_files(archive, actor, found)
    file.seek(0)
    PersonalRequest.objects.create(
        kind=PersonalRequest.Kind.EXPORTED,
        reason=reason,
        entity=entity,
        record_id=record_id,
        by=actor.person_id,
        counts={held.kind.name: len(held.rows) for held in found.held},
    )
    table = found.view.entity.model._meta.db_table
    record_handed_out(entity=table, record_id=record_id, rows=found.records, reason=reason)
    return HandedOut(file, f"personal-data-{now.astimezone(SHANGHAI):%Y%m%d-%H%M}.zip")


def _write_files(archive: zipfile.ZipFile, actor: Actor, found: Gathered) -> None:
    """Each under its record's id. What can't be read any more is told in the JSON alone."""
    for held in found.held:
        names = [name for name, field in held.kind.fields.items() if field.type in FILES]
        for row in held.rows:
            for value in (row.get(name) for name in names):
                # A mask is text.
                for number, one in enumerate(value if isinstance(value, list) else (), start=1):
                    with suppress(UnknownFile, FileLost):
                        opened = open_file(actor=actor, file_id=UUID(one["id"]))
                        place = f"files/{held.kind.name}/{row['id']}/{number}-{opened.name}"
                        with opened.content as content, archive.open(place, "w") as copy:
                            shutil.copyfileobj(content, copy)


def _changes(actor: Actor, found: Gathered) -> Iterator[Change]:
    for held in found.held:
        for record_id, title in held.titles().items():
            for event in _events(actor, held.kind.name, record_id):
                if event.comment is None:
                    yield Change(held.kind, record_id, title, event)


def _events(actor: Actor, entity: str, record_id: UUID) -> Iterator[Event]:
    cursor: str | None = ""
    while cursor is not None:
        page = read_timeline(actor=actor, entity=entity, record_id=record_id, cursor=cursor, limit=PAGE)
        yield from page.rows
        cursor = page.next_cursor


def _as_json(found: Gathered, changes: list[Change], now: dt.datetime) -> dict[str, Any]:
    return {
        "made_at": now,
        "records": {held.kind.name: held.rows for held in found.held},
        "comments": [
            {"entity": one.entity, "record_id": one.record_id, "author": one.author, "at": one.at, "text": one.text}
            for one in found.comments
        ],
        "changes": [
            {
                "entity": one.kind.name,
                "record_id": one.record_id,
                "kind": one.event.kind,
                "at": one.event.at,
                "actor": one.event.actor_id,
                "fields": [{"field": c.field, "before": c.before, "after": c.after} for c in one.event.changes],
            }
            for one in changes
        ],
        "beside": found.beside,
        "recycle_bin": [
            {"entity": one.entity, "record_id": one.record_id, "title": one.title} for one in found.deleted
        ],
    }
