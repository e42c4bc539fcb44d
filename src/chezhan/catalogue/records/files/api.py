"""/api/store/files: send a file up, and have its bytes."""

import re
from collections.abc import Iterator
from typing import IO
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Form, Router, Schema, Status
from ninja.files import UploadedFile

from chezhan.access import ActorRequest
from chezhan.catalogue.records.files.kinds import SHOWN
from chezhan.catalogue.records.files.serving import Opened, open_file
from chezhan.catalogue.records.files.uploading import upload_file

router = Router(tags=["files"])
RANGE = re.compile(r"bytes=(\d*)-(\d*)$")
PART = 256 * 1024


class StoredFileOut(Schema):
    """As a field of files holds it."""

    id: UUID
    name: str
    size: int
    kind: str


@router.post("", response={201: StoredFileOut}, operation_id="upload_file")
def upload(request: ActorRequest, file: File[UploadedFile], entity: Form[str], field: Form[str]):
    """Multipart. What is answered goes into a field's value; a file that no record is saved with goes after a day.
    With an answer in a flow: `entity` is flow:answer, `field` the id of the item, and the answer names the file's id.
    """
    return Status(201, upload_file(actor=request.actor, entity=entity, field=field, given=file))


@router.get("/{uuid:file_id}", operation_id="read_file")
def read(request: ActorRequest, file_id: UUID, download: bool = False):
    """The bytes, whole or a Range of them."""
    return _sent(request, open_file(actor=request.actor, file_id=file_id), download=download)


@router.get("/{uuid:file_id}/small", operation_id="read_small_picture")
def read_small(request: ActorRequest, file_id: UUID):
    """At most 400 dots at the longer side, as WebP."""
    return _sent(request, open_file(actor=request.actor, file_id=file_id, small=True), download=False)


def _sent(request: HttpRequest, opened: Opened, *, download: bool) -> HttpResponseBase:
    tag = f'"{opened.tag}"'
    part = _part(request.headers.get("Range", ""), opened.size)
    if tag in request.headers.get("If-None-Match", ""):
        opened.content.close()
        response: HttpResponseBase = HttpResponse(status=304)
    elif part is None:
        opened.content.close()
        response = HttpResponse(status=416)
        response["Content-Range"] = f"bytes */{opened.size}"
    else:
        first, last = part
        whole = last - first + 1 == opened.size
        response = StreamingHttpResponse(
            _read(opened.content, first, last), status=200 if whole else 206, content_type=opened.kind
        )
        response["Content-Length"] = str(last - first + 1)
        if not whole:
            response["Content-Range"] = f"bytes {first}-{last}/{opened.size}"
    response["ETag"] = tag
    response["Accept-Ranges"] = "bytes"
    # Kept by the browser alone, and asked for again each time: a right that is taken away is gone at once.
    response["Cache-Control"] = "private, no-cache"
    kept = download or opened.kind not in SHOWN
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=kept, filename=opened.name) or "attachment"
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _part(asked: str, size: int) -> tuple[int, int] | None:
    """The first and the last byte to be sent; all for what is no range that we know; None for one that is not there."""
    found = RANGE.match(asked)
    if not found or not any(found.groups()):
        return 0, size - 1
    start, end = found.groups()
    if not start:
        return (max(0, size - int(end)), size - 1) if int(end) else None
    first, last = int(start), min(int(end) if end else size - 1, size - 1)
    return (first, last) if first <= last else None


def _read(content: IO[bytes], first: int, last: int) -> Iterator[bytes]:
    with content:
        content.seek(first)
        left = last - first + 1
        while left > 0 and (part := content.read(min(PART, left))):
            left -= len(part)
            yield part
