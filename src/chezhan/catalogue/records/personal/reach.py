"""Which records tell of one person: everything that leads to theirs, by the links that the catalogue knows.

A record with links to persons belongs to the first that is filled: an order to its customer, not to who recommended
the dealer; one that joins two persons belongs to both. What belongs to nobody by itself belongs to whom it leads to by
what it hangs on, a visit to a car's owner.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast
from uuid import UUID

from django.db import connections
from django.db.models import Field as ModelField
from django.db.models import Model

from chezhan.catalogue.definitions.composing import compose
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.personal.refusals import TooMuchToGather
from chezhan.catalogue.types import LINK
from chezhan.catalogue.whole import Catalogue

LIMIT = 20_000
Ids = Mapping[str, frozenset[UUID]]
LIVE = 'SELECT id FROM "{table}" WHERE "{column}" = ANY(%(ids)s) AND {mine}'
DELETED = """
SELECT record_id FROM recycled_record
WHERE entity = %(entity)s AND row ->> '{column}' = ANY(%(ids)s::text[]) AND {mine}
"""


@dataclass(frozen=True, slots=True)
class Link:
    """A column of `kind` that leads to records of `target`."""

    kind: Entity
    column: str
    target: str


@dataclass(frozen=True, slots=True)
class Reach:
    """By kind of record. `live`: in their tables, the person's own among them; `deleted`: in the recycle bin."""

    catalogue: Catalogue
    live: Ids
    deleted: Ids

    def every(self) -> Ids:
        names = {*self.live, *self.deleted}
        return {name: self.live.get(name, frozenset()) | self.deleted.get(name, frozenset()) for name in names}

    def ids(self) -> list[UUID]:
        return sorted(set().union(*self.every().values()))


def whole_catalogue(*, using: str) -> Catalogue:
    """With the kinds and fields that are retired: what they hold is held."""
    definition = read_definition(using=using)
    return compose(
        replace(
            definition,
            entities=tuple(replace(one, retired=False) for one in definition.entities),
            fields=tuple(replace(one, retired=False) for one in definition.fields),
        )
    )


def column_in(model: type[Model], name: str) -> str:
    """PostgreSQL's name of a model field's column."""
    return str(cast(ModelField, model._meta.get_field(name)).column)


def links_of(kind: Entity) -> list[Link]:
    """Those that are columns of its own, in the order of its fields."""
    own = [one for one in kind.own_fields if one.type is LINK and "__" not in one.column]
    return [Link(kind, column_in(kind.model, one.column), one.target) for one in own]


def deciding_links(kind: Entity, *, catalogue: Catalogue) -> list[Link]:
    """By which it is told whose a record is: the first that leads to a person, else all."""
    links = links_of(kind)
    of_persons = [one for one in links if catalogue.by_name[one.target].person]
    return [one for one in of_persons if _joins(one)] or of_persons[:1] or links


def _joins(link: Link) -> bool:
    fields = link.kind.fields
    return link.column in [column_in(link.kind.model, fields[name].column) for name in link.kind.joins]


def owners_of(kind: Entity, *, persons: Collection[str]) -> list[Link]:
    """The links of which the first that is filled says whose a record is; none where it is everybody's it leads to."""
    return [] if kind.joins else [one for one in links_of(kind) if one.target in persons]


def find_reach(*, using: str, catalogue: Catalogue, entity: str, record_id: UUID) -> Reach:
    """Raises TooMuchToGather beyond LIMIT records."""
    persons = {kind.name for kind in catalogue.entities if kind.person}
    live: dict[str, set[UUID]] = defaultdict(set, {entity: {record_id}})
    deleted: dict[str, set[UUID]] = defaultdict(set)
    waiting: dict[str, set[UUID]] = {entity: {record_id}}
    while waiting:
        found: dict[str, set[UUID]] = defaultdict(set)
        for link, sought in _leading_to(catalogue, waiting, persons):
            for ids, sql in ((live, LIVE), (deleted, DELETED)):
                new = _ask(sql, link, sought, persons, person=record_id, using=using) - ids[link.kind.name]
                ids[link.kind.name] |= new
                found[link.kind.name] |= new
        if sum(map(len, (*live.values(), *deleted.values()))) > LIMIT:
            raise TooMuchToGather(params={"limit": LIMIT})
        waiting = {name: new for name, new in found.items() if new}
    return Reach(catalogue, *({name: frozenset(new) for name, new in ids.items() if new} for ids in (live, deleted)))


def _leading_to(
    catalogue: Catalogue, waiting: Mapping[str, set[UUID]], persons: set[str]
) -> Iterator[tuple[Link, set[UUID]]]:
    """Links of records that are no persons themselves: those have data of their own."""
    for kind in catalogue.entities:
        if kind.name not in persons:
            yield from ((link, waiting[link.target]) for link in links_of(kind) if link.target in waiting)


def _ask(sql: str, link: Link, sought: set[UUID], persons: set[str], *, person: UUID, using: str) -> set[UUID]:
    owners = [one.column for one in owners_of(link.kind, persons=persons)]
    named = (
        [f"row ->> '{column}'" for column in owners] if sql is DELETED else [f'"{column}"::text' for column in owners]
    )
    owner = f"coalesce({', '.join(named)})" if len(named) > 1 else "".join(named)
    mine = f"({owner} IS NULL OR {owner} = %(person)s)" if owner else "TRUE"
    given = {
        "ids": [str(one) for one in sought] if sql is DELETED else list(sought),
        "entity": link.kind.name,
        "person": str(person),
    }
    with connections[using].cursor() as cursor:
        cursor.execute(sql.format(table=link.kind.model._meta.db_table, column=link.column, mine=mine), given)
        return {found for (found,) in cursor.fetchall()}
