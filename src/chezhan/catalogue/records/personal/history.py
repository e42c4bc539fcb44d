"""Erase what the audit says of a person's records, of those that are long gone too. In the owner's transaction."""

from collections.abc import Iterator
from uuid import UUID

from django.db import connections

from chezhan.catalogue.audit.erasing import erase_records, erase_until
from chezhan.catalogue.records.personal.reach import Link, Reach, deciding_links
from tenants.directory import StoreRef
from tenants.roles import OWNER

# Records that led here once, each with the last entry that says so.
LED_HERE = """
SELECT record_id, max(id) FROM audit_entry
WHERE entity = %(entity)s AND kind IN ('created', 'updated', 'deleted') AND (
  changes ->> %(column)s = ANY(%(texts)s)
  OR (kind = 'updated' AND changes -> %(column)s ?| %(texts)s)
) GROUP BY record_id
"""
STILL = """
SELECT id FROM "{table}" WHERE id = ANY(%(ids)s)
UNION SELECT record_id FROM recycled_record WHERE record_id = ANY(%(ids)s)
"""


def erase_history(*, store: StoreRef, reach: Reach, others: dict[str, set[UUID]]) -> int:
    """`others`: table → ids of what isn't a record of the catalogue. Answers how many entries were emptied.

    A record that is another's by now keeps its history from the day on which it became theirs.
    """
    done = sum(erase_records(store=store, entity=table, record_ids=ids) for table, ids in others.items() if ids)
    of_reach = {reach.catalogue.by_name[name].model._meta.db_table: ids for name, ids in reach.every().items()}
    once = list(_once_here(reach))
    for table, ids in of_reach.items():
        done += erase_records(store=store, entity=table, record_ids=ids)
    for table, record_id, last, there in once:
        if record_id in of_reach.get(table, ()):
            continue
        if there:
            done += erase_until(store=store, entity=table, record_id=record_id, last=last)
        else:
            done += erase_records(store=store, entity=table, record_ids=[record_id])
    return done


def _once_here(reach: Reach) -> Iterator[tuple[str, UUID, int, bool]]:
    """Table, id, last entry that says so, and whether the record is still there."""
    texts = [str(one) for one in reach.ids()]
    for kind in reach.catalogue.entities:
        for link in () if kind.person else deciding_links(kind, catalogue=reach.catalogue):
            yield from _led_here(link, texts)


def _led_here(link: Link, texts: list[str]) -> Iterator[tuple[str, UUID, int, bool]]:
    table = link.kind.model._meta.db_table
    with connections[OWNER].cursor() as cursor:
        cursor.execute(LED_HERE, {"entity": table, "column": link.column, "texts": texts})
        found = dict(cursor.fetchall())
        cursor.execute(STILL.format(table=table), {"ids": list(found)})
        there = {one for (one,) in cursor.fetchall()}
    yield from ((table, record_id, last, record_id in there) for record_id, last in found.items())
