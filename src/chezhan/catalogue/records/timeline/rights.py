"""What a viewer may know today of one record's fields, asked of the record itself."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.db.models import BooleanField, Case, Value, When

from chezhan.access.rights import Right
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.where import Where
from chezhan.catalogue.types import LINK


def known_fields(*, view: View, record_id: UUID, person_id: UUID) -> dict[str, tuple[Field, Right]]:
    """By database column: the fields of the record's own table that are at least masked on this record.

    Rights that hang on the row are those of the row as it is now, for its past too. Of a link nothing is said here
    about the records that it led to.
    """
    own = [sight.field for sight in view.sights() if "__" not in sight.field.column and not sight.field.formula]
    flags: dict[str, Case] = {}
    for number, field in enumerate(own):
        flags[f"m{number}"] = _holds(view.granted(field.name, Right.MASKED))
        flags[f"r{number}"] = _holds(view.granted(field.name, Right.READ))
    rows = view.entity.model._default_manager.filter(id=record_id).values_list("id", *flags.values())
    ((_, *told),) = select_as(rows, person_id=person_id)
    return _by_column(view, own, told)


def _by_column(view: View, fields: Sequence[Field], told: Sequence[bool]) -> dict[str, tuple[Field, Right]]:
    known: dict[str, tuple[Field, Right]] = {}
    columns: Mapping[str, str] = {one.name: str(one.column) for one in view.entity.model._meta.concrete_fields}
    for number, field in enumerate(fields):
        met, read = told[2 * number], told[2 * number + 1]
        # A link is read or it is not there.
        if field.column in columns and (read or (met and field.type is not LINK)):
            known[columns[field.column]] = (field, Right.READ if read else Right.MASKED)
    return known


def _holds(rows: Where) -> Case:
    if rows.always:
        return Case(default=Value(True), output_field=BooleanField())
    if rows.q is None:
        return Case(default=Value(False), output_field=BooleanField())
    return Case(When(rows.q, then=Value(True)), default=Value(False), output_field=BooleanField())
