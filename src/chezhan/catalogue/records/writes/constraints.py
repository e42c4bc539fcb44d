"""What the database refused, said of the field that it is about."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NoReturn

import orjson
from django.db import DatabaseError, DataError, Error, IntegrityError, transaction
from psycopg import Error as PgError
from psycopg import errors as pg

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.refusals import AlreadyTaken, NoSuchTarget, RefusedByRule, StillReferred
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError


@contextmanager
def refusing(*, view: View) -> Iterator[None]:
    """What is written in it is written whole, or refused as raise_refusal does."""
    try:
        with transaction.atomic():
            yield
    except DatabaseError as error:
        raise_refusal(error, view=view)


def raise_refusal(error: Error, *, view: View) -> NoReturn:
    """The refusal that a broken constraint means; anything else goes on as it came, with its own cause."""
    refusal = _refusal_of(error, view)
    if refusal is None:
        raise error
    raise refusal from error


def _refusal_of(error: Error, view: View) -> AppError | None:
    cause = error.__cause__
    broken = cause.diag.constraint_name if isinstance(cause, PgError) else None
    if isinstance(cause, PgError) and broken and (told := view.entity.refusals.get(broken)):
        return told(params=_params(cause.diag.message_detail))
    if isinstance(cause, pg.UniqueViolation):
        names = _fields(view, cause.diag.constraint_name or "")
        return AlreadyTaken(
            params={"field": names[0] if names else ""}, fields={name: [AlreadyTaken.message] for name in names}
        )
    if isinstance(cause, pg.ForeignKeyViolation):
        return StillReferred() if "still referenced" in str(cause) else NoSuchTarget()
    if isinstance(error, IntegrityError | DataError):
        return RefusedByRule()
    return None


def _params(detail: str | None) -> dict[str, Any]:
    """What a trigger of ours says of it; what PostgreSQL says of its own constraints is values of the record."""
    try:
        found = orjson.loads(detail or "")
    except orjson.JSONDecodeError:
        return {}
    return found if isinstance(found, dict) else {}


def _fields(view: View, constraint: str) -> list[str]:
    """The seen fields of the unique constraint of this name, or of the index under a unique column."""
    columns: set[str] = set()
    for one in view.entity.model._meta.constraints:
        if one.name == constraint:
            columns.update(getattr(one, "fields", ()))
    if not columns:
        columns = {name for name in _columns(view.entity) if name in constraint}
    found = []
    for field in view.entity.fields.values():
        if field.column in columns:
            try:
                found.append(view.sight(field.name).field.name)
            except UnknownField:
                continue
    return found


def _columns(entity: Entity) -> set[str]:
    return {field.column for field in entity.fields.values() if field.unique}
