"""Files, photos and signatures: a list of {id, name, size, kind}. The bytes are kept elsewhere under the id."""

import re
from fnmatch import fnmatchcase
from functools import partial
from typing import Any
from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import PRESENCE, FieldType, Told, json_column, parse_nothing
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import some_text

NAME_LIMIT, FILE_LIMIT, SIZE_LIMIT = 200, 20, 2**40
# What every browser shows. Telephones turn what else they have into one of these.
IMAGES = ("image/jpeg", "image/png", "image/webp", "image/gif")
_KIND = re.compile(r"[a-z0-9][a-z0-9.+-]*/[a-z0-9][a-z0-9.+-]*$")


def _clean_files(
    value: Any, field: Told, *, accept: tuple[str, ...] = (), most: int = FILE_LIMIT
) -> list[dict[str, Any]] | None:
    """`accept`: patterns of media types, when the field's settings name none."""
    if value in (None, "", []):
        return None
    if not isinstance(value, list):
        raise FieldRefused("not_a_list")
    limit = min(field.settings.max_files or most, most)
    if len(value) > limit:
        raise FieldRefused("too_many_files", {"limit": limit})
    files = [_clean_file(one) for one in value]
    if len({file["id"] for file in files}) < len(files):
        raise FieldRefused("not_a_file")
    kinds = field.settings.accept or accept
    if kinds and not all(any(fnmatchcase(file["kind"], kind) for kind in kinds) for file in files):
        raise FieldRefused("file_kind_refused", {"kinds": ", ".join(kinds)})
    return files


def _clean_file(value: Any) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != {"id", "name", "size", "kind"}:
        raise FieldRefused("not_a_file")
    size, kind = value["size"], value["kind"]
    if not isinstance(size, int) or isinstance(size, bool) or not 0 <= size <= SIZE_LIMIT:
        raise FieldRefused("not_a_file")
    if not isinstance(kind, str) or len(kind) > 100 or not _KIND.match(kind):
        raise FieldRefused("not_a_file")
    try:
        id = UUID(value["id"])
    except (ValueError, TypeError, AttributeError):
        raise FieldRefused("not_a_file") from None
    name = some_text(value["name"], limit=NAME_LIMIT)
    if name is None or "/" in name or "\\" in name:
        raise FieldRefused("not_a_file")
    return {"id": str(id), "name": name, "size": size, "kind": kind}


def _kind_of_file(name: str, label: Label, **bounds: Any) -> FieldType:
    clean = partial(_clean_files, **bounds)
    return FieldType(name, label, PRESENCE, parse_nothing, key=None, clean=clean, column=json_column)


FILE = _kind_of_file("file", Label("文件", "file"))
PHOTO = _kind_of_file("photo", Label("照片", "photo"), accept=IMAGES)
SIGNATURE = _kind_of_file("signature", Label("签名", "signature"), accept=IMAGES, most=1)

FILES = (FILE, PHOTO, SIGNATURE)
