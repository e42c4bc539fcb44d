"""Take a file in: looked at, made anew where it is a picture, kept, and put down as waiting for its record."""

from contextlib import suppress
from pathlib import PurePath
from typing import IO
from uuid import UUID

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import connection
from django.db.models import Sum

from chezhan.access import Actor
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.holders import holder_named
from chezhan.catalogue.records.files.kinds import PICTURES, fitting_name, kind_of
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.pictures import Picture, made_anew
from chezhan.catalogue.records.files.refusals import (
    BadFileName,
    EmptyFile,
    FileOverLimit,
    NoFileField,
    StorageAway,
    StorageFull,
)
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.types.files import FILES
from chezhan.kernel.ids import new_id

MEGA = 1024 * 1024
NAME_LIMIT = 200


def upload_file(*, actor: Actor, entity: str, field: str, given: UploadedFile) -> StoredFile:
    """It waits a day for a record to be written with it, by the actor and in this field; or, where `entity` names a
    holder, for what it says.

    The bytes are written first: a row never leads nowhere. Raises Forbidden, UnknownEntity, UnknownField, NotWritable,
    NoFileField, what is refused of files, and what the holder raises.
    """
    told = _place(actor, entity, field)
    name = _name(given.name or "")
    content: IO[bytes] = given.file  # type: ignore[assignment]
    size = given.size or 0
    limit = settings.FILE_MAX_BYTES
    if told is not None:
        limit = min(limit, (told.settings.max_mb or MEGA) * MEGA)
    if size == 0:
        raise EmptyFile
    if size > limit:
        raise FileOverLimit(params={"limit_mb": limit // MEGA})
    kind = kind_of(name=name, content=content)
    name = fitting_name(name=name, kind=kind)
    if told is not None:
        told.type.clean([{"id": str(new_id()), "name": name, "size": size, "kind": kind}], told)
    picture = made_anew(kind=kind, content=content) if kind in PICTURES else None
    whole = picture.whole if picture else content
    size = whole.seek(0, 2)
    # What would not fit anyway is not written first.
    _check_room(size)
    return keep_bytes(actor, entity=entity, field=field, name=name, kind=kind, size=size, whole=whole, picture=picture)


def used_bytes() -> int:
    """What the store's files take; call in its transaction."""
    return StoredFile.objects.aggregate(all=Sum("size"))["all"] or 0


def _place(actor: Actor, entity: str, name: str) -> Field | None:
    """None for a holder's."""
    holder = holder_named(entity)
    if holder is None:
        return _field(actor, entity, name)
    holder.require_add(actor, name)
    return None


def _field(actor: Actor, entity: str, name: str) -> Field:
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    check_names(view=view, names=[name])
    field = view.sight(name).field
    if field.type not in FILES:
        raise NoFileField(params={"field": name})
    return field


def _name(given: str) -> str:
    """The last part of whatever path, without signs that are none."""
    name = PurePath(given.replace("\\", "/")).name
    name = "".join(sign for sign in name if sign.isprintable()).strip()
    if not 0 < len(name) <= NAME_LIMIT:
        raise BadFileName(params={"limit": NAME_LIMIT})
    return name


def _take_turn() -> None:
    """Until the transaction ends nobody else's file is counted in this store: two at once can't pass its room."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('files'))")


def _check_room(size: int) -> None:
    room = settings.STORE_FILES_BYTES
    if used_bytes() + size > room:
        raise StorageFull(params={"limit_gb": room // MEGA // 1024})


def keep_bytes(
    actor: Actor,
    *,
    entity: str,
    field: str,
    name: str,
    kind: str,
    size: int,
    whole: IO[bytes],
    picture: Picture | None,
) -> StoredFile:
    store_id: UUID = actor.in_store.id
    key = storage.new_key(store_id=store_id)
    sha256 = storage.digest_of(whole)
    try:
        storage.write(key=key, content=whole)
        if picture:
            storage.write(key=f"{key}{storage.THUMBNAIL}", content=picture.small)
        _take_turn()
        _check_room(size)
        return StoredFile.objects.create(
            entity=entity,
            field=field,
            name=name,
            kind=kind,
            size=size,
            sha256=sha256,
            key=key,
            thumbnail=picture is not None,
            uploader=actor.person_id,
        )
    except BaseException:
        # Whoever is killed here leaves bytes without a row, as a storage does that is away: the sweep finds them.
        with suppress(StorageAway):
            storage.remove(keys=[key])
        raise
