"""What public forms keep of a person: the posts that became their records. In the owner's transaction."""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = "UPDATE form_post SET payload = NULL, sender = NULL WHERE record_id = ANY(%(ids)s) AND payload IS NOT NULL"


@place("public_forms")
def empty_posts(store: StoreRef, reach: Reach) -> int:
    """Answers how many posts held something."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": reach.ids()})
        return int(cursor.rowcount)
