"""What the ledger of imports keeps of a person's records. In the owner's transaction in the store's schema."""

from collections.abc import Collection
from uuid import UUID

from django.db import connections

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach, deciding_links
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = "UPDATE intake_touch SET before = '{}' WHERE record_id = ANY(%(ids)s) AND before <> '{}'"
# Another's record that was this person's before the import.
EMPTY_OLD_LINKS = """
UPDATE intake_touch SET before = '{}' WHERE entity = %(entity)s AND before ->> %(attribute)s = ANY(%(texts)s)
"""
JOBS = """
SELECT job_id FROM intake_touch WHERE record_id = ANY(%(ids)s)
UNION SELECT substring(reason FROM 8)::uuid FROM audit_entry
WHERE record_id = ANY(%(ids)s) AND reason ~ '^import:[0-9a-f-]{36}$'
"""


@place("imports")
def empty_touches(store: StoreRef, reach: Reach) -> int:
    """Old values that taking an import back would restore. Answers how many entries held some."""
    texts = [str(one) for one in reach.ids()]
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": reach.ids()})
        done = int(cursor.rowcount)
        for kind in reach.catalogue.entities:
            for link in () if kind.person else deciding_links(kind, catalogue=reach.catalogue):
                attribute = next(one.attname for one in kind.model._meta.concrete_fields if one.column == link.column)
                cursor.execute(EMPTY_OLD_LINKS, {"entity": kind.name, "attribute": attribute, "texts": texts})
                done += int(cursor.rowcount)
    return done


def jobs_behind(*, record_ids: Collection[UUID]) -> list[UUID]:
    """The imports that brought or changed these records."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(JOBS, {"ids": list(record_ids)})
        return [job for (job,) in cursor.fetchall()]
