"""What posts of leads keep of a person: those of which their leads came, and what else came from the same phone, as
what was refused. In the owner's transaction.
"""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = """
UPDATE lead_post SET payload = NULL, sender = NULL, phone_index = NULL
WHERE (
  lead_id = ANY(%(ids)s) OR phone_index IN (SELECT p.phone_index FROM lead_post p WHERE p.lead_id = ANY(%(ids)s))
) AND (payload IS NOT NULL OR sender IS NOT NULL)
"""


@place("lead_posts")
def empty_posts(store: StoreRef, reach: Reach) -> int:
    """Answers how many posts held something."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": list(reach.ids())})
        return int(cursor.rowcount)
