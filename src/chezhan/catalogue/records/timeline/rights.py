"""What a viewer may know today of records' fields, asked of the records themselves."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from django.db.models import Case

from chezhan.access.rights import Right
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.types import LINK

# By database column.
Known = dict[str, tuple[Field, Right]]


def known_fields(*, view: View, record_id: UUID, person_id: UUID) -> Known:
    """Of one record that is seen; nothing of one that is not."""
    return known_of(view=view, record_ids=[record_id], person_id=person_id).get(record_id, {})


def known_of(*, view: View, record_ids: Collection[UUID], person_id: UUID) -> dict[UUID, Known]:
    """The fields of the records' own table that are at least masked, for each record that the viewer sees.

    Rights that hang on the row are those of the row as it is now, for its past too. Of a link nothing is said here
    about the records that it led to.
    """
    own = _own(view)
    flags: dict[str, Case] = {}
    for number, field in enumerate(own):
        flags[f"m{number}"] = view.granted(field.name, Right.MASKED).holds()
        flags[f"r{number}"] = view.granted(field.name, Right.READ).holds()
    rows = view.seen().filter(id__in=record_ids).values_list("id", *flags.values())
    columns = _columns(view)
    return {record_id: _by_column(columns, own, told) for record_id, *told in select_as(rows, person_id=person_id)}


def known_of_gone(*, view: View) -> Known | None:
    """Of records that are there no longer: what the viewer may know of every record of the kind.

    None when the viewer does not see them all.
    """
    if not view.viewer.sees_all(view.entity):
        return None
    own = _own(view)
    told = [view.lens.everywhere(field.name, right) for field in own for right in (Right.MASKED, Right.READ)]
    return _by_column(_columns(view), own, told)


def _own(view: View) -> list[Field]:
    return [sight.field for sight in view.sights() if "__" not in sight.field.column and not sight.field.formula]


def _columns(view: View) -> Mapping[str, str]:
    return {one.name: str(one.column) for one in view.entity.model._meta.concrete_fields}


def _by_column(columns: Mapping[str, str], fields: Sequence[Field], told: Sequence[bool]) -> Known:
    known: Known = {}
    for number, field in enumerate(fields):
        met, read = told[2 * number], told[2 * number + 1]
        # A link is read or it is not there.
        if field.column in columns and (read or (met and field.type is not LINK)):
            known[columns[field.column]] = (field, Right.READ if read else Right.MASKED)
    return known
