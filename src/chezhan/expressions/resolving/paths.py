"""Names with dots, walked through a schema. A name that is not there is UnknownField, whatever the reason."""

from chezhan.expressions.errors import NeedsCollection, UnknownField
from chezhan.expressions.schema import Collection, Schema
from chezhan.expressions.typed import Read

STEPS = 5


def find_field(schema: Schema, name: str) -> Read:
    """Raises UnknownField."""
    *steps, last = name.split(".")
    ref = None
    if len(steps) < STEPS:
        here = _through(schema, steps, name=name)
        ref = here.field(last)
    if ref is None:
        raise unknown(name)
    return Read(ref, (*steps, ref.name))


def find_collection(schema: Schema, name: str) -> tuple[Collection, tuple[str, ...], str]:
    """The collection, where a record keeps it, and the rest of the name: a field of its rows, or nothing.

    Raises UnknownField, and NeedsCollection when all of it is known and leads to one value.
    """
    steps = name.split(".")
    if len(steps) > 2 * STEPS:
        raise unknown(name)
    here: Schema = schema
    for index, step in enumerate(steps):
        if collection := here.collection(step):
            return collection, tuple(steps[: index + 1]), ".".join(steps[index + 1 :])
        found = here.relation(step)
        if found is None:
            if index == len(steps) - 1 and here.field(step):
                raise NeedsCollection(params={"field": name[:40]})
            raise unknown(name)
        here = found
    raise NeedsCollection(params={"field": name[:40]})


def _through(schema: Schema, steps: list[str], *, name: str) -> Schema:
    for step in steps:
        found = schema.relation(step)
        if found is None:
            raise unknown(name)
        schema = found
    return schema


def unknown(name: str) -> UnknownField:
    return UnknownField(f"There is no field called {name[:80]}.", params={"field": name[:80]})
