"""Personal data that was read in clear is put down in the audit: whose, which fields, by whom, once a day.

The statement that reads the rows also answers whose they were, and what this process has seen noted today is not noted
again; so a warm read asks the database nothing more. What is new goes into the audit within the same transaction:
no answer leaves before its entry is kept.
"""

from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import transaction
from django.db.models import F, QuerySet

from chezhan.catalogue.audit.services import record_reads
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement
from chezhan.catalogue.records.subjects import subject_of
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.records.where import EVERY, Where
from chezhan.catalogue.types import LINK
from chezhan.kernel import clock
from chezhan.kernel.noted import Noted
from tenants.acting import who_acts
from tenants.context import present_scope

ID = 16
KEPT = 200_000
_noted = Noted(limit=KEPT)


@dataclass(frozen=True, slots=True)
class Read:
    """`fields` of records in `table` were read in clear."""

    table: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reads:
    """`reads`: what a statement's answer shows; `column`: SQL of one column that tells of which records, as an array
    with the ids (16 bytes each) for each of the reads."""

    reads: tuple[Read, ...]
    column: Statement


NOTHING = Reads((), Statement("NULL", ()))


def reads_of(*, view: View, rows: QuerySet, fields: Sequence[Sight]) -> Reads:
    """What showing `fields` of `rows` reads of anybody's personal data. `rows` may be sliced."""
    groups = _groups(view, fields)
    if not groups:
        return NOTHING
    columns = {f"p{index}": where.value(F(path)) for index, (_, path, where) in enumerate(groups)}
    try:
        sql, params = rows.values(**columns).query.sql_with_params()
    except EmptyResultSet:
        return NOTHING
    return Reads(_reads(groups), Statement(f"(SELECT {_together(columns)} FROM ({sql}) s)", params))


def reads_of_page(*, view: View, fields: Sequence[Sight], limit: int) -> Reads:
    """As `reads_of`, of the page that `page_of` chose: to stand beside its columns."""
    groups = _groups(view, fields)
    if not groups:
        return NOTHING
    columns = {f"p{index}": where.value(F(path)) for index, (_, path, where) in enumerate(groups)}
    source, params = f"SELECT c0 AS p0 FROM page WHERE n <= {int(limit)}", ()
    if len(groups) > 1 or groups[0][1] != "id" or not groups[0][2].always:
        every = view.entity.model._default_manager.all().values(q0=F("id"), **columns)
        sql, params = every.query.sql_with_params()
        # Row by row, as the page's columns are read.
        one = f"SELECT * FROM ({sql}) r WHERE r.q0 = page.c0 OFFSET 0"
        source = f"SELECT o.* FROM page, LATERAL ({one}) o WHERE page.n <= {int(limit)}"
    return Reads(_reads(groups), Statement(f"(SELECT {_together(columns)} FROM ({source}) s)", params))


def joined(parts: Sequence[Reads]) -> Reads:
    """Those of several selections, in one column."""
    told = [part for part in parts if part.reads]
    if not told:
        return NOTHING
    sql = " || ".join(part.column.sql for part in told)
    params = tuple(value for part in told for value in part.column.params)
    return Reads(tuple(read for part in told for read in part.reads), Statement(sql, params))


def beside(statement: Statement, reads: Reads) -> Statement:
    """The statement of several columns with that of the reads as its last; itself when there is nothing to note."""
    if not reads.reads:
        return statement
    return Statement(f"{statement.sql}, {reads.column.sql}", (*statement.params, *reads.column.params))


def note(reads: Sequence[Read], ids: Sequence[bytes | None] | None = None) -> None:
    """`ids`: what the column of the reads answered, None where there was none. Call in the transaction that read."""
    if not reads or ids is None:
        return
    fresh: dict[tuple[str, bytes], set[str]] = defaultdict(set)
    who = _who()
    for read, found in zip(reads, ids, strict=True):
        key = (who, read)
        new = _noted.unknown(key, (found[at : at + ID] for at in range(0, len(found), ID))) if found else ()
        for one in new:
            fresh[read.table, one].update(read.fields)
        if new:
            # Not before it is kept: of what is rolled back nobody got an answer, and nothing is told.
            transaction.on_commit(partial(_noted.add, key, new))
    if fresh:
        record_reads(_by_fields(fresh))


def _by_fields(fresh: Mapping[tuple[str, bytes], Collection[str]]) -> list[tuple[str, list[str], list[UUID]]]:
    """Records of one table of which the same fields were read, together: (table, fields, records)."""
    told: dict[tuple[str, tuple[str, ...]], list[UUID]] = defaultdict(list)
    for (table, one), fields in fresh.items():
        told[table, tuple(sorted(fields))].append(UUID(bytes=one))
    return [(table, list(fields), records) for (table, fields), records in told.items()]


def note_fields(*, table: str, fields_of: Mapping[UUID, Collection[str]]) -> None:
    """As `note`, for what was read otherwise than by a plan: by record, the fields."""
    groups: dict[Read, list[bytes]] = defaultdict(list)
    for record_id, fields in fields_of.items():
        if fields:
            groups[Read(table, tuple(sorted(fields)))].append(record_id.bytes)
    note(list(groups), [b"".join(ids) for ids in groups.values()])


def _who() -> Hashable:
    """Who reads, in which store, on which day."""
    acting = who_acts()
    return present_scope(), acting and (acting.actor_id, acting.reason), clock.today()


def _groups(view: View, fields: Sequence[Sight]) -> list[tuple[Read, str, Where]]:
    """Fields that are read of the same records under the same condition, together."""
    found: dict[tuple[str, str, Where], set[str]] = {}
    for sight in fields:
        for entity, one, where in _in_clear(view.viewer, view.entity, sight, EVERY):
            subject = subject_of(viewer=view.viewer, entity=entity, field=one.field, prefix=one.prefix)
            if (one.field.sensitivity or subject.field.sensitivity) and not where.never:
                found.setdefault((subject.table, subject.path, where), set()).add(subject.field.name)
    return [(Read(table, tuple(sorted(names))), path, where) for (table, path, where), names in found.items()]


def _in_clear(viewer: Viewer, entity: Entity, sight: Sight, where: Where) -> Iterator[tuple[Entity, Sight, Where]]:
    """The field and on which rows it is whole; of a link, what names the record that it leads to."""
    if sight.field.type is not LINK:
        yield entity, sight, where & sight.read
        return
    for title in sight.title:
        yield from _in_clear(viewer, viewer.target(sight.field.target), title, where & sight.read)


def _path(path: str) -> F:
    return F(path)


def _reads(groups: Sequence[tuple[Read, str, Where]]) -> tuple[Read, ...]:
    return tuple(read for read, _, _ in groups)


def _together(columns: Iterable[str]) -> str:
    ids = ", ".join(f"string_agg(uuid_send({name}), '')" for name in columns)
    return f"ARRAY[{ids}]"
