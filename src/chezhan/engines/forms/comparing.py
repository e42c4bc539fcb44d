"""What differs between two layouts, part by part, as data that the reader's language makes words of."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chezhan.engines.forms.layout import FieldPart, Layout, NotePart, RowsPart, Section, Tab

Piece = Tab | Section | FieldPart | NotePart | RowsPart
# Their own places tell that they moved; what they hold is told of each.
HELD = frozenset({"id", "kind", "field", "sections", "parts", "entity", "via"})


@dataclass(frozen=True, slots=True)
class Difference:
    """`what`: tab, section, field, note or rows. `kind`: added, removed, moved or changed; then `member` says of what,
    and `before` and `after` are what it was and is. `field`: a field's name. `label`: of all but fields.
    """

    kind: str
    what: str
    part: str
    field: str
    label: Mapping[str, str]
    member: str = ""
    before: Any = None
    after: Any = None


def differences(*, before: Layout, after: Layout) -> list[Difference]:
    """A field is the same wherever it stands; all else by its id."""
    old, new = _pieces(before), _pieces(after)
    found = [_of("removed", key, old[key][0]) for key in old if key not in new]
    found += [_of("added", key, new[key][0]) for key in new if key not in old]
    common = [key for key in new if key in old]
    was = {key: place for place, key in enumerate(key for key in old if key in new)}
    for key in common:
        found += _changed(key, old[key][0], new[key][0])
    moved = _moved([was[key] for key in common])
    for place, key in enumerate(common):
        if old[key][1] != new[key][1] or place in moved:
            found.append(_of("moved", key, new[key][0]))
    return found


def _pieces(layout: Layout) -> dict[str, tuple[Piece, str]]:
    """By key, each with the id of what holds it."""
    found: dict[str, tuple[Piece, str]] = {}
    for tab in layout.tabs:
        found[f"tab {tab.id}"] = tab, ""
        for section in tab.sections:
            found[f"section {section.id}"] = section, tab.id
            for part in section.parts:
                key = f"field {part.field}" if isinstance(part, FieldPart) else f"{part.kind} {part.id}"
                found[key] = part, section.id
    return found


def _changed(key: str, old: Piece, new: Piece) -> list[Difference]:
    was, now = (one.model_dump(mode="json", exclude=set(HELD)) for one in (old, new))
    return [
        _of("changed", key, new, member=name, before=was[name], after=now[name])
        for name in now
        if was.get(name) != now[name]
    ]


def _moved(order: list[int]) -> set[int]:
    """The fewest places to move: those outside the longest run that is still in its order."""
    best: list[list[int]] = []
    longest: list[int] = []
    for at, place in enumerate(order):
        before = max((run for run, end in zip(best, order, strict=False) if end < place), key=len, default=[])
        best.append([*before, at])
        if len(best[-1]) > len(longest):
            longest = best[-1]
    return set(range(len(order))) - set(longest)


def _of(kind: str, key: str, piece: Piece, **members: Any) -> Difference:
    label = piece.text if isinstance(piece, NotePart) else piece.label
    words = {"zh": label.zh[:60], "en": label.en[:60]}
    field = piece.field if isinstance(piece, FieldPart) else ""
    return Difference(kind, key.partition(" ")[0], piece.id, field, words, **members)
