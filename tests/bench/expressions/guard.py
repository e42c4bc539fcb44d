"""The guard, and how MUTATE=1 takes it out: any name is then a field."""

from django.db.models import F

from chezhan.expressions import FieldRef, Kind
from chezhan.expressions.resolving import resolver
from chezhan.expressions.schema import Schema
from chezhan.expressions.typed import Read


def take_out() -> None:
    guarded = resolver.find_field

    def find_any(schema: Schema, name: str) -> Read:
        try:
            return guarded(schema, name)
        except Exception:
            path = getattr(schema, "prefix", "") + name.strip().replace(".", "__")
            return Read(FieldRef(name=name, kind=Kind.TEXT, expression=F(path)), tuple(name.split(".")))

    resolver.find_field = find_any
