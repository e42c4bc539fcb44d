"""What a new record of a kind can't be without."""

from collections.abc import Iterator

from chezhan.catalogue.entity import Entity, Field


def needed_of(entity: Entity) -> Iterator[Field]:
    """Required, and neither made or known by the product nor by a default of its own."""
    for known in entity.fields.values():
        if known.required and not known.fixed and not known.retired and not known.filled and known.default is None:
            yield known
