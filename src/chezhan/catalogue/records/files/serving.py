"""A file's bytes for one viewer: the record's own value, read through the lens, is the only ticket; of what is no
record's field, the word of its holder."""

from dataclasses import dataclass
from typing import IO
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.holders import holder_named
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.refusals import FileLost, UnknownFile
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import note_fields
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import Forbidden, NotFound


@dataclass(frozen=True, slots=True)
class Opened:
    """`content` is closed by whoever sends it. `tag` is the same as long as the bytes are."""

    content: IO[bytes]
    name: str
    kind: str
    size: int
    tag: str


def open_file(*, actor: Actor, file_id: UUID, small: bool = False) -> Opened:
    """`small`: the small picture of one. Raises UnknownFile alike for what is not there and what the actor may not
    see, FileLost."""
    row = StoredFile.objects.filter(id=file_id).first()
    if row is None or (small and not row.thumbnail):
        raise UnknownFile
    if row.record_id is None:
        # Nobody's yet: for who sent it up, to look at before it is saved.
        if row.uploader != actor.person_id or actor.viewed_by is not None:
            raise UnknownFile
    else:
        _require_read(actor, row)
    key = f"{row.key}{storage.THUMBNAIL}" if small else row.key
    try:
        content = storage.read(key=key, store_id=actor.in_store.id)
    except FileNotFoundError as error:
        raise FileLost from error
    if small:
        size = content.seek(0, 2)
        content.seek(0)
        return Opened(content, row.name, "image/webp", size, f"{row.sha256}-small")
    return Opened(content, row.name, row.kind, row.size, row.sha256)


def _require_read(actor: Actor, row: StoredFile) -> None:
    holder = holder_named(row.entity)
    if holder is not None:
        if not holder.may_read(actor, row):
            raise UnknownFile
        return
    try:
        viewer = viewer_of(actor)
        kind = viewer.entity(row.entity)
        viewer.open(kind)
        view = View(viewer, kind)
        sight = view.sight(row.field)
    except (UnknownField, NotFound, Forbidden):
        raise UnknownFile from None
    if sight.read.never:
        # A mask is no ticket.
        raise UnknownFile
    found = view.seen().filter(id=row.record_id).values_list("id", sight.read.value(sight.value))
    # JSON comes as text; nothing where the field may not be read on this record.
    values = [orjson.loads(value) for _, value in select_as(found, person_id=actor.person_id) if value]
    if not any(str(row.id) == one["id"] for value in values for one in value or ()):
        raise UnknownFile
    if sight.field.sensitivity and row.record_id:
        note_fields(table=kind.model._meta.db_table, fields_of={row.record_id: [row.field]})
