"""Values that an action writes: as they were written out, or calculated of each record."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Any
from uuid import UUID

from pydantic import Field

from chezhan.access import Actor
from chezhan.catalogue.part import Name, Part
from chezhan.catalogue.records.expressing import ViewSchema
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.cleaning import clean_rows
from chezhan.catalogue.records.writes.people import nameable_of
from chezhan.expressions import build_value, read_formula, resolve
from chezhan.expressions.typed import Typed
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

Values = dict[str, Any]
FIELDS = 20


class GivenValue(Part):
    """A value as records are sent, or a formula that is calculated of the record; not both."""

    field: Name
    value: Any = None
    formula: Annotated[str, Field(max_length=2_000)] = ""


def resolved(*, view: View, formula: str) -> Typed:
    """Raises what formulas are refused for."""
    now = view.viewer.minute or clock.now()
    return resolve(read_formula(formula).expression, ViewSchema(view), today=clock.today(), now=now)


def refused_values(*, actor: Actor, view: View, there: View, fields: Sequence[GivenValue]) -> list[AppError]:
    """What is wrong with values that go into records of `there`, calculated of those of `view`."""
    fixed = {one.field: one.value for one in fields if not one.formula}
    nameable = nameable_of(actor, there, fixed)
    _, refused = clean_rows(actor=actor, view=there, rows=[fixed], nameable=nameable, new=False)
    found = [error for problems in refused.values() for error in problems.values()]
    return [*found, *refused_formulas(view=view, fields=fields)]


def refused_formulas(*, view: View, fields: Sequence[GivenValue]) -> list[AppError]:
    found = []
    for one in fields:
        if one.formula:
            try:
                resolved(view=view, formula=one.formula)
            except AppError as error:
                found.append(error)
    return found


def values_for(
    *, actor: Actor, view: View, fields: Sequence[GivenValue], record_ids: Sequence[UUID]
) -> list[tuple[Values, list[UUID]]]:
    """Records that are to have the same values together."""
    fixed = {one.field: one.value for one in fields if not one.formula}
    made = {f"r{number}": one for number, one in enumerate(fields) if one.formula}
    if not made:
        return [(fixed, list(record_ids))]
    columns = {name: build_value(resolved(view=view, formula=one.formula)) for name, one in made.items()}
    rows = view.seen().filter(id__in=list(record_ids)).annotate(**columns).order_by("id")
    alike: dict[tuple[Any, ...], list[UUID]] = {}
    for record_id, *found in select_as(rows.values_list("id", *columns), person_id=actor.person_id):
        alike.setdefault(tuple(_as_sent(value) for value in found), []).append(record_id)
    names = [one.field for one in made.values()]
    return [({**fixed, **dict(zip(names, values, strict=True))}, ids) for values, ids in alike.items()]


def _as_sent(value: Any) -> Any:
    """An answer of the database as records are sent."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, dt.date | dt.datetime):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value
