"""What hangs on records, and when any of it changed last: as personal.reach, of many records at one go."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db import connections

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.personal.reach import Link, links_of, owners_of
from chezhan.catalogue.whole import Catalogue

OWN = 'SELECT id, updated_at FROM "{table}" WHERE id = ANY(%(ids)s)'
LEADING = 'SELECT id, "{column}", {owner}, updated_at FROM "{table}" WHERE "{column}" = ANY(%(ids)s)'
SAID = "SELECT record_id, max(at) FROM record_comment WHERE record_id = ANY(%(ids)s) GROUP BY record_id"
# Brought back from the bin: its own stamps are as old as before.
BACK = """
SELECT record_id, max(at) FROM audit_entry back
WHERE record_id = ANY(%(ids)s) AND entity = %(entity)s AND kind = 'created' AND EXISTS (
  SELECT FROM audit_entry gone
  WHERE gone.record_id = back.record_id AND gone.entity = back.entity AND gone.kind = 'deleted' AND gone.id < back.id
) GROUP BY record_id
"""


@dataclass(slots=True)
class Around:
    """`ids`: by kind of record, its own among them. `latest`: when any of it was written last."""

    latest: dt.datetime
    ids: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))

    def every(self) -> set[UUID]:
        return set().union(*self.ids.values())


def look_around(*, using: str, catalogue: Catalogue, kind: Entity, record_ids: Collection[UUID]) -> dict[UUID, Around]:
    """Of those that are there. What belongs to a person is no other's, see personal.reach."""
    table = kind.model._meta.db_table
    found = {id: Around(at) for id, at in _rows(using, OWN.format(table=table), ids=list(record_ids))}
    waiting: dict[str, dict[UUID, set[UUID]]] = {kind.name: {}}
    for id, one in found.items():
        one.ids[kind.name].add(id)
        waiting[kind.name][id] = {id}
    persons = {one.name for one in catalogue.entities if one.person}
    while waiting:
        new: dict[str, dict[UUID, set[UUID]]] = defaultdict(lambda: defaultdict(set))
        for link in _leading_to(catalogue, waiting, persons, kind):
            for id, there, owner, at in _ask(using, link, waiting[link.target], persons if kind.person else set()):
                for root in waiting[link.target][there]:
                    if owner in (None, root) and id not in found[root].ids[link.kind.name]:
                        found[root].ids[link.kind.name].add(id)
                        found[root].latest = max(found[root].latest, at)
                        new[link.kind.name][id].add(root)
        waiting = {name: dict(ids) for name, ids in new.items() if ids}
    _hear(using, table, found)
    return found


def _leading_to(catalogue: Catalogue, waiting: Mapping, persons: set[str], root: Entity) -> Iterator[Link]:
    for kind in catalogue.entities:
        if kind.name not in persons and kind.name != root.name:
            yield from (link for link in links_of(kind) if link.target in waiting)


def _ask(using: str, link: Link, sought: Mapping[UUID, set[UUID]], persons: set[str]) -> list[tuple]:
    owners = [f'"{one.column}"' for one in owners_of(link.kind, persons=persons)]
    owner = f"coalesce({', '.join(owners)}, NULL)" if owners else "NULL::uuid"
    sql = LEADING.format(table=link.kind.model._meta.db_table, column=link.column, owner=owner)
    return _rows(using, sql, ids=list(sought))


def _hear(using: str, table: str, found: Mapping[UUID, Around]) -> None:
    """What was said of them, and that they came back, is something that happened."""
    of: dict[UUID, list[UUID]] = defaultdict(list)
    for root, one in found.items():
        for id in one.every():
            of[id].append(root)
    told = [*_rows(using, SAID, ids=list(of)), *_rows(using, BACK, ids=list(found), entity=table)]
    for id, at in told:
        for root in of[id]:
            found[root].latest = max(found[root].latest, at)


def _rows(using: str, sql: str, **given: Any) -> list[tuple]:
    with connections[using].cursor() as cursor:
        cursor.execute(sql, given)
        return cursor.fetchall()
