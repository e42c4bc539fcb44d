"""What people were told of a person's records goes with these. In the owner's transaction in the store's schema."""

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

DROP = "DELETE FROM notice WHERE record_id = ANY(%s)"


@place("notices")
def drop_notices(store: StoreRef, reach: Reach) -> int:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(DROP, [reach.ids()])
        return int(cursor.rowcount)
