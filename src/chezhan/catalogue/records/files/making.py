"""Files that the product makes itself, for fields that nobody writes by hand: the record's at once."""

from io import BytesIO
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.kinds import PICTURES, kind_of
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.pictures import made_anew
from chezhan.catalogue.records.files.uploading import keep_bytes
from chezhan.kernel import clock
from tenants.directory import StoreRef


def keep_made(*, actor: Actor, entity: str, field: str, record_id: UUID, name: str, content: bytes) -> StoredFile:
    """Pictures are made anew, as those are that people send up. Raises what is refused of files."""
    given = BytesIO(content)
    kind = kind_of(name=name, content=given)
    picture = made_anew(kind=kind, content=given) if kind in PICTURES else None
    whole = picture.whole if picture else given
    size = whole.seek(0, 2)
    row = keep_bytes(actor, entity=entity, field=field, name=name, kind=kind, size=size, whole=whole, picture=picture)
    row.state, row.record_id, row.state_since = StoredFile.State.ATTACHED, record_id, clock.now()
    row.save(update_fields=["state", "record_id", "state_since"])
    return row


def bytes_of(*, file_id: UUID, store: StoreRef) -> bytes:
    """In the store's transaction; who may read it is asked before. Raises FileNotFoundError."""
    row = StoredFile.objects.get(id=file_id)
    with storage.read(key=row.key, store_id=store.id) as content:
        return content.read()
