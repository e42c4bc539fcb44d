"""What contracts were set from holds a person's name and phone; their files and names are fields of records. In the
owner's transaction."""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = "UPDATE contract_source SET document = NULL WHERE contract_id = ANY(%(ids)s) AND document IS NOT NULL"


@place("contracts")
def empty_sources(store: StoreRef, reach: Reach) -> int:
    """Answers how many there were."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": list(reach.ids())})
        return int(cursor.rowcount)
