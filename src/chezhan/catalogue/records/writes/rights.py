"""On which records a field may be written, asked of the rows themselves."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import BooleanField, Case, Value, When

from chezhan.access import Actor
from chezhan.access.rights import OWN_ROWS, Right
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.refusals import NotWritable
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError


def check_names(*, view: View, names: Iterable[str], new: bool = False) -> list[str]:
    """The names, each of a field that the viewer may write on some record; `new`: which is made with them.

    Raises UnknownField for what is hidden or not there, NotWritable for what may only be looked at.
    """
    known = list(dict.fromkeys(names))
    for name in known:
        field = view.sight(name).field
        if field.fixed or (field.once and not new) or view.lens.highest(name) < Right.WRITE:
            raise NotWritable(params={"field": name})
    return known


def own_suffices(*, view: View, names: Iterable[str]) -> bool:
    """Whether the fields may be written on a record of one's own, whatever else it says."""
    return all(
        any(alternative <= {OWN_ROWS} for alternative in view.lens.where(name, Right.WRITE)) for name in names
    ) and any(alternative <= {OWN_ROWS} for alternative in view.lens.rows)


def require_writable(*, actor: Actor, view: View, ids: Collection[UUID], names: Iterable[str]) -> dict[UUID, AppError]:
    """Refusals by record: UnknownRecord for one that the viewer does not see, NotWritable for a field fixed there."""
    return _refusals(actor, view, ids, names, Right.WRITE)


def require_readable(*, actor: Actor, view: View, ids: Collection[UUID], names: Iterable[str]) -> dict[UUID, AppError]:
    """Refusals by record, of values that are to go elsewhere: NotWritable for a field that is not read whole there."""
    return _refusals(actor, view, ids, names, Right.READ)


def writable_on(*, actor: Actor, view: View, record_id: UUID, names: Iterable[str]) -> list[str]:
    """Those of the fields that the actor may write on this record, by one statement; none where it is not seen."""
    asked = [name for name in names if _may_ever(view, name)]
    if not asked:
        return []
    may = (_may(view, name, Right.WRITE) for name in asked)
    found = select_as(view.seen().filter(id=record_id).values_list(*may), person_id=actor.person_id)
    return [name for name, one in zip(asked, found[0], strict=True) if one] if found else []


def _may_ever(view: View, name: str) -> bool:
    try:
        field = view.sight(name).field
    except UnknownField:
        return False
    return not field.fixed and view.lens.highest(name) >= Right.WRITE


def _refusals(
    actor: Actor, view: View, ids: Collection[UUID], names: Iterable[str], right: Right
) -> dict[UUID, AppError]:
    asked = list(names)
    told = {f"w{index}": _may(view, name, right) for index, name in enumerate(asked)}
    rows = select_as(view.seen().filter(id__in=list(ids)).values_list("id", *told.values()), person_id=actor.person_id)
    found = {record_id: flags for record_id, *flags in rows}
    refused: dict[UUID, AppError] = {}
    for record_id in ids:
        if record_id not in found:
            refused[record_id] = UnknownRecord(params={"entity": view.entity.name})
        elif not all(found[record_id]):
            name = next(name for name, may in zip(asked, found[record_id], strict=True) if not may)
            refused[record_id] = NotWritable(params={"field": name})
    return refused


def _may(view: View, name: str, right: Right) -> Case:
    rows = view.granted(name, right)
    if rows.always:
        return Case(default=Value(True), output_field=BooleanField())
    if rows.q is None:
        return Case(default=Value(False), output_field=BooleanField())
    return Case(When(rows.q, then=Value(True)), default=Value(False), output_field=BooleanField())
