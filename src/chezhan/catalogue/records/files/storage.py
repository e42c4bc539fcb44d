"""Where bytes lie: on disk or in an S3-compatible storage (settings.STORAGES["stored"]), a folder for each store.

Names are drawn by lot and tell nothing. Nothing here has an address of its own: bytes leave by `serving` alone.
"""

import datetime as dt
import hashlib
import secrets
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from typing import IO
from uuid import UUID

from django.core.files.base import File
from django.core.files.storage import Storage, storages

from chezhan.catalogue.records.files.refusals import StorageAway

THUMBNAIL = ".small"
try:
    from boto3.exceptions import Boto3Error
    from botocore.exceptions import BotoCoreError, ClientError
except ImportError:
    # Without the extra `s3` there are only disks.
    OUTAGES: tuple[type[Exception], ...] = ()
else:
    OUTAGES = (Boto3Error, BotoCoreError, ClientError)


def kept_in() -> Storage:
    return storages["stored"]


def new_key(*, store_id: UUID) -> str:
    name = secrets.token_urlsafe(24)
    # Two steps, so that no folder holds all of a store's files.
    return f"{_folder(store_id)}/{secrets.token_hex(1)}/{name}"


def write(*, key: str, content: IO[bytes]) -> None:
    """Raises OSError for a name that is taken, StorageAway."""
    content.seek(0)
    with _reached():
        if kept_in().save(key, File(content)) != key:
            raise OSError("the name of a stored file is taken")


def digest_of(content: IO[bytes]) -> str:
    content.seek(0)
    return hashlib.file_digest(content, "sha256").hexdigest()  # type: ignore[arg-type]


def read(*, key: str, store_id: UUID) -> IO[bytes]:
    """Raises FileNotFoundError, also for a name out of another store's folder; StorageAway."""
    if not key.startswith(f"{_folder(store_id)}/"):
        raise FileNotFoundError(key)
    with _reached():
        return kept_in().open(key)


def remove(*, keys: Iterable[str]) -> None:
    """With their small pictures. What is not there is passed over. Raises StorageAway."""
    with _reached():
        for key in keys:
            for name in (key, f"{key}{THUMBNAIL}"):
                kept_in().delete(name)


def remove_one(*, key: str) -> None:
    kept_in().delete(key)


def written_before(*, store_id: UUID, moment: dt.datetime, known: Collection[str]) -> Iterator[str]:
    """Names in the store's folder that are not `known` and older than `moment`."""
    for name in _walk(_folder(store_id)):
        if name.removesuffix(THUMBNAIL) not in known and kept_in().get_modified_time(name) < moment:
            yield name


def remove_folder(*, store_id: UUID) -> None:
    """All of a store's files, for good."""
    for name in list(_walk(_folder(store_id))):
        kept_in().delete(name)


@contextmanager
def _reached() -> Iterator[None]:
    """An object storage that does not answer, or refuses us, is said so."""
    try:
        yield
    except OUTAGES as error:
        raise StorageAway from error


def _walk(folder: str) -> Iterator[str]:
    try:
        folders, files = kept_in().listdir(folder)
    except FileNotFoundError:
        return
    yield from (f"{folder}/{name}" for name in files)
    for name in folders:
        yield from _walk(f"{folder}/{name}")


def _folder(store_id: UUID) -> str:
    return store_id.hex
