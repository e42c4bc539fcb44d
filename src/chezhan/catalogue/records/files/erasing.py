"""Files in which a person stands, once their data are erased. In the owner's transaction."""

from chezhan.catalogue.audit.erasing import erase_records
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.records.files.removing import remove_files_of
from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER


@place("stored_files")
def remove_files_about(store: StoreRef, reach: Reach) -> int:
    """Those of the person's records, the deleted ones too: an erasure empties all fields that hold files."""
    gone = remove_files_of(record_ids=reach.ids(), using=OWNER)
    if gone:
        # What they were called.
        erase_records(store=store, entity=StoredFile._meta.db_table, record_ids=gone)
    return len(gone)
