"""Two lenses of one person, and what lies between them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from chezhan.access.lens import Lens
from chezhan.access.rights import OWN_ROWS, TEAM_ROWS, Right, Rows

Alternatives = tuple[frozenset[Rows], ...]
Direction = Literal["wider", "narrower", "other"]


@dataclass(frozen=True, slots=True)
class Reached:
    """A field's right on every record that is seen, and the highest that it has on some of them."""

    right: Right
    highest: Right

    def as_json(self) -> dict[str, str]:
        return {"right": self.right.name.lower(), "highest": self.highest.name.lower()}


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes of one kind of record; empty when nothing does."""

    rows: tuple[Alternatives, Alternatives] | None
    direction: Direction | None
    fields: Mapping[str, tuple[Reached, Reached]]
    gained: frozenset[str]
    lost: frozenset[str]

    @property
    def empty(self) -> bool:
        return self.rows is None and not self.fields and not self.gained and not self.lost

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": self.rows
            and {
                "before": rows_as_json(self.rows[0]),
                "after": rows_as_json(self.rows[1]),
                "direction": self.direction,
            },
            "fields": [
                {"name": name, "before": before.as_json(), "after": after.as_json()}
                for name, (before, after) in self.fields.items()
            ],
            "actions_gained": sorted(self.gained),
            "actions_lost": sorted(self.lost),
        }


def reached(lens: Lens, name: str) -> Reached:
    for right in reversed(Right):
        granted = lens.where(name, right)
        if lens.rows and _covers(granted, lens.rows):
            return Reached(right, lens.highest(name))
    return Reached(Right.HIDDEN, lens.highest(name))


def difference(before: Lens, after: Lens, *, names: Iterable[str]) -> Difference:
    fields = {name: (one, other) for name in names if (one := reached(before, name)) != (other := reached(after, name))}
    moved = set(before.rows) != set(after.rows)
    was, now = (lens.actions if lens.open else frozenset() for lens in (before, after))
    return Difference(
        rows=(before.rows, after.rows) if moved else None,
        direction=_direction(before.rows, after.rows) if moved else None,
        fields=fields,
        gained=frozenset(now - was),
        lost=frozenset(was - now),
    )


def rows_as_json(alternatives: Alternatives) -> list[list[dict[str, str]]]:
    """One is enough; the conditions of each hold together. Every record is an alternative without conditions."""
    return [
        [
            {"reach": str(row.reach), "predicate": row.predicate}
            for row in sorted(one, key=lambda row: (row.reach, row.predicate))
        ]
        for one in alternatives
    ]


def _direction(before: Alternatives, after: Alternatives) -> Direction:
    wider, narrower = _covers(after, before), _covers(before, after)
    if wider == narrower:
        return "other"
    return "wider" if wider else "narrower"


def _covers(many: Alternatives, few: Alternatives) -> bool:
    """Whether whatever meets one of `few` meets one of `many`, as far as that can be told without the records."""
    return all(any(_implied(wide, narrow) for wide in many) for narrow in few)


def _implied(conditions: frozenset[Rows], by: frozenset[Rows]) -> bool:
    return all(one in by or (one == TEAM_ROWS and OWN_ROWS in by) for one in conditions)
