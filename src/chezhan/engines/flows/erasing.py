"""What people said in flows about somebody who is erased. In the owner's transaction in the store's schema."""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = """
UPDATE flow_entry e SET text = '' FROM flow_instance i
WHERE i.id = e.instance_id AND i.record_id = ANY(%(ids)s) AND e.text <> ''
"""


@place("flows")
def empty_entries(store: StoreRef, reach: Reach) -> int:
    """Answers how many comments were emptied."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": reach.ids()})
        return int(cursor.rowcount)
