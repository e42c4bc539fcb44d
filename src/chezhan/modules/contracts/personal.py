"""What contracts were set from holds a person's name and phone; their files and names are fields of records. In the
owner's transaction."""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

# One that was kept and not done yet; what names no contract may name anybody.
ANSWERS = """
UPDATE signing_answer SET payload = NULL
WHERE (contract_id = ANY(%(ids)s) OR contract_id IS NULL) AND payload IS NOT NULL
"""
EMPTY = "UPDATE contract_source SET document = NULL WHERE contract_id = ANY(%(ids)s) AND document IS NOT NULL"


@place("contracts")
def empty_sources(store: StoreRef, reach: Reach) -> int:
    """Answers how many there were."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": list(reach.ids())})
        emptied = cursor.rowcount
        cursor.execute(ANSWERS, {"ids": list(reach.ids())})
        return int(emptied + cursor.rowcount)
