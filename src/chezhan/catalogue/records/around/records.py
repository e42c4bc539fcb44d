"""The records that are about another one, in the order in which they happened: one statement for all kinds."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection
from functools import lru_cache
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import DateTimeField, F, Func, Q, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact

from chezhan.catalogue.entity import Entity, Happens
from chezhan.catalogue.records.around.pieces import Before, Piece
from chezhan.catalogue.records.finding.showing import show
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import ANY_ID, Statement, run
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.types import DATE, LINK
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock


def kinds_around(*, view: View) -> list[str]:
    """Those of which the viewer may be told on such a record."""
    today = clock.today()
    return [one.name for one in view.viewer.entities() if _part(view.viewer, view.entity.name, one.name, today)]


def records_around(
    *, view: View, record_id: UUID, kinds: Collection[str], before: Before, limit: int, person_id: UUID
) -> list[Piece]:
    """The latest first. Two statements: which, and what is shown of them."""
    today = clock.today()
    parts = [
        _cut(name, part, before, limit)
        for name in kinds
        if (part := _part(view.viewer, view.entity.name, name, today)) is not None
    ]
    if not parts:
        return []
    union = " UNION ALL ".join(part.sql for part in parts)
    latest = f"SELECT json_agg(f) FROM (SELECT * FROM ({union}) u ORDER BY a DESC, k DESC LIMIT {int(limit)}) f"
    params = tuple(value for part in parts for value in part.params)
    (found,) = run(Statement(latest, params), person_id=person_id, record_id=record_id)
    rows = [(dt.datetime.fromisoformat(row["a"]), row["e"], UUID(row["i"])) for row in orjson.loads(found or b"[]")]
    chosen: dict[str, list[UUID]] = defaultdict(list)
    for _, kind, one in rows:
        chosen[kind].append(one)
    shown = show(viewer=view.viewer, chosen=chosen, term=None, person_id=person_id)
    told = {(kind, one): (title, row) for kind, some in shown.items() for one, title, _, row in some}
    return [Piece(at, kind, one, *told[kind, one]) for at, kind, one in rows if (kind, one) in told]


def _cut(kind: str, part: Statement, before: Before, limit: int) -> Statement:
    """The latest of one kind, as far as they are wanted."""
    where, params = "", part.params
    if before is not None:
        where, params = f" WHERE (a, '{kind}:' || i::text) < (%s::timestamptz, %s)", (*params, *before)
    latest = f"FROM ({part.sql}) s{where} ORDER BY a DESC, k DESC LIMIT {int(limit)}"
    return Statement(f"(SELECT '{kind}' AS e, i, a, '{kind}:' || i::text AS k {latest})", params)


@lru_cache(maxsize=1024)
def _part(viewer: Viewer, about: str, kind: str, today: dt.date) -> Statement | None:
    """Id and moment of the records of `kind` that are about one of `about`; ANY_ID stands where its id goes. None
    where there are none to tell. `today`: policies may count days."""
    view = View(viewer, viewer.target(kind))
    happens = _happens(view.entity, about)
    if happens is None or not view.lens.open:
        return None
    try:
        moment = _moment(view.sight(happens.at), view.sight("created_at"))
    except UnknownField:
        return None
    which = Q()
    for path in happens.of:
        if (link := _link(view, path, about)) is not None:
            which |= link.read.only(Q(Exact(link.compared(), Value(ANY_ID))))
    if not which:
        return None
    try:
        sql, params = view.seen().filter(which).order_by().values(i=F("id"), a=moment).query.sql_with_params()
    except EmptyResultSet:
        return None
    return Statement(sql, params)


def _happens(entity: Entity, about: str) -> Happens | None:
    """As it is declared; of links that a store added, and of its own kinds, when the record was made."""
    added = [one for one in entity.fields.values() if one.type is LINK and one.target == about and not one.retired]
    own = tuple(one.name for one in added if one.origin != "product" or entity.name.startswith("x_"))
    declared = entity.happens
    if declared is None:
        return Happens("created_at", own) if own else None
    return Happens(declared.at, (*declared.of, *own))


def _link(view: View, path: str, about: str) -> Sight | None:
    """The last link of the path, as the viewer sees it; None where it leads elsewhere, or may not be seen."""
    *steps, last = path.split(".")
    try:
        for step in steps:
            view = view.beyond(view.sight(step).field)
        link = view.sight(last)
    except UnknownField:
        return None
    return link if link.field.target == about else None


class _Begin(Func):
    """A day, as the moment at which it begins."""

    template = "(%(expressions)s::timestamp AT TIME ZONE 'Asia/Shanghai')"
    output_field = DateTimeField()


def _moment(at: Sight, made: Sight) -> Coalesce:
    """Where it did not happen yet, or may not be known: when it was written."""
    value = at.read.value(at.value)
    begun = _Begin(value) if at.field.type is DATE else value
    return Coalesce(begun, made.read.value(made.value), output_field=DateTimeField())
