"""What is left of a value that may be matched whole and not read, by field type. NULL stays NULL, empty stays empty."""

from collections.abc import Callable

from django.db.models import Case, CharField, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Concat, Left, Length, Right
from django.db.models.lookups import Exact, GreaterThan, IsNull

from chezhan.catalogue.entity import Field

STARS = "****"
Mask = Callable[[Combinable], Combinable]


def _ends(first: int, stars: str, last: int) -> Mask:
    """The first and last characters, and stars alone for what is too short to hide anything between them."""

    def mask(value: Combinable) -> Combinable:
        parts: list[Combinable] = [Value(stars)]
        if first:
            parts.insert(0, Left(value, first))
        if last:
            parts.append(Right(value, last))
        long = GreaterThan(Length(value), first + last + 1)
        whole = Concat(*parts, output_field=CharField()) if len(parts) > 1 else parts[0]
        return Case(When(long, then=whole), default=Value(stars), output_field=CharField())

    return mask


def _family_name(value: Combinable) -> Combinable:
    return Concat(Left(value, 1), Value("**"), output_field=CharField())


MASKS: dict[str, Mask] = {
    "text": _family_name,
    "phone": _ends(0, "*******", 4),
    "plate": _ends(2, "***", 2),
    "vin": _ends(3, "**********", 4),
    "id_card": _ends(1, "****************", 1),
    "email": _ends(1, "****", 4),
}


def masked(field: Field, value: Combinable) -> Combinable:
    """What leaves in place of the value; the stars alone for a type without a mask of its own."""
    mask = MASKS.get(field.type.name)
    if mask is None:
        return Case(When(IsNull(value, True), then=None), default=Value(STARS), output_field=CharField())
    return Case(
        When(IsNull(value, True), then=None),
        When(Exact(value, Value("")), then=Value("")),
        default=mask(value),
        output_field=CharField(),
    )
