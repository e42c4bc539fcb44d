"""Who of several gets what: as many each, and what belongs to one customer to one of them."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID


@dataclass(slots=True)
class Shares:
    """`homes`: whom what hangs together went to first, by what it hangs on."""

    given: Counter[UUID] = field(default_factory=Counter)
    homes: dict[Hashable, UUID] = field(default_factory=dict)

    def share(self, *, records: Iterable[tuple[UUID, Hashable | None]], to: Sequence[UUID]) -> dict[UUID, list[UUID]]:
        """`records`: each with what it hangs on. Person → the records that they get."""
        shared: dict[UUID, list[UUID]] = {}
        for record_id, hangs_on in records:
            home = self.homes.get(hangs_on) if hangs_on is not None else None
            person = (
                home if home is not None and home in to else min(to, key=lambda one: (self.given[one], to.index(one)))
            )
            if hangs_on is not None and home is None:
                self.homes[hangs_on] = person
            self.given[person] += 1
            shared.setdefault(person, []).append(record_id)
        return shared

    def _next(self, to: Sequence[UUID]) -> UUID:
        return min(to, key=lambda one: (self.given[one], to.index(one)))
