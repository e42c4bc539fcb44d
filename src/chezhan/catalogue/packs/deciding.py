"""What is to become of one item: its base, what the store has now, and what the pack wants now. Writes nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.file import PackFileItem
from chezhan.catalogue.packs.merging import NOTHING, Merged, merge
from chezhan.catalogue.packs.models import PackItem
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, part_named
from chezhan.catalogue.packs.references import in_language, named_in, resolved, stand_in, symbolic
from chezhan.catalogue.packs.refusals import HAS_DRAFT, BadPackItem
from chezhan.kernel.errors import AppError

State = PackItem.State


@dataclass(frozen=True, slots=True)
class Decision:
    """`action`: make, change, adopt (it is there and says the same), keep (as it is), gone (the store took it away),
    hold (see `code`), drop (the pack has it no more, and nobody changed it), leave (the pack has it no more, the store
    changed it). Contents are {name, body} with items named as in the file, None where there is none.
    """

    action: str
    made: str = ""
    mine: Json | None = None
    base: Json | None = None
    theirs: Json | None = None
    merged: Merged | None = None
    held: Held | None = None
    code: str = ""

    @property
    def open(self) -> int:
        return len(self.merged.open) if self.merged is not None else 0

    @property
    def writes(self) -> bool:
        return self.action in ("make", "change", "drop")


def part_of(item: PackFileItem | PackItem) -> PackPart:
    """Raises BadPackItem for a part that this product does not know."""
    found = part_named(item.part)
    if found is None:
        raise BadPackItem(params={"item": item.path, "where": "part", "reason": "pack_part_unknown"})
    return found


def wanted_of(item: PackFileItem, *, content: Mapping[str, Any], ids: Mapping[str, str]) -> Wanted:
    """`content`: {name, body}; `ids`: of what it names. Raises BadPackReference."""
    label = Label(item.name.told("zh"), item.name.told("en"))
    return Wanted(item.of, label, content["name"], resolved(content["body"], ids), item.enabled)


def content_of(item: PackFileItem, *, language: str) -> Json:
    """What the pack gives, as the store would keep it. Raises BadPackItem."""
    raw = {"name": item.name.told(language).strip(), "body": in_language(item.body, language)}
    return reshaped(item, raw)


def reshaped(item: PackFileItem, content: Mapping[str, Any]) -> Json:
    """As this release keeps it. Raises BadPackItem."""
    part = part_of(item)
    if part.needs_kind != bool(item.of):
        raise BadPackItem(params={"item": item.path, "where": "of", "reason": "shape"})
    ids = {path: stand_in(path) for path in named_in(content["body"])}
    try:
        name, body = part.shaped(wanted_of(item, content=content, ids=ids))
    except BadPackItem as error:
        raise BadPackItem(params=error.params | {"item": item.path}) from error
    except AppError as error:
        where = str(error.params.get("where") or next(iter(error.fields), ""))[:120]
        raise BadPackItem(params={"item": item.path, "where": where, "reason": error.code}) from error
    return {"name": name, "body": symbolic(body, ids)}


def decide(
    *,
    actor: Actor,
    item: PackFileItem,
    row: PackItem | None,
    theirs: Json | None,
    ids: Mapping[str, str],
    choices: Mapping[str, str],
) -> Decision:
    """`theirs`: None for what the pack has no more; `item` is then as it was. `ids`: of the pack's items that are made.
    Raises Forbidden and what the part raises.
    """
    part = part_of(item)
    made = row.made if row is not None else ""
    if not made and theirs is not None:
        # What is named and not there yet keeps nothing from being looked for by its name.
        known = {path: stand_in(path) for path in named_in(theirs["body"])} | dict(ids)
        made = part.find(actor=actor, wanted=wanted_of(item, content=theirs, ids=known)) or ""
        if not made:
            return Decision("make", theirs=theirs, merged=Merged(theirs, (), ()))
    held = part.read(actor=actor, made=made) if made else None
    dropped = row is not None and row.state == State.DROPPED
    if held is None:
        if not dropped or theirs is None:
            return Decision("gone", made=made, theirs=theirs)
        # It was the pack that took it away, so it comes back with the pack.
        return Decision("change", made=made, theirs=theirs, merged=Merged(theirs, (), ()))
    mine: Json = {"name": held.name, "body": symbolic(dict(held.body), ids)}
    base = base_of(item, row)
    if theirs is None:
        same = held.settled and held.on and mine == base
        return Decision("drop" if same else "leave", made=made, mine=mine, base=base, held=held)
    merged = merge(base=NOTHING if base is None else base, mine=mine, theirs=theirs, choices=choices)
    found = Decision("keep", made=made, mine=mine, base=base, theirs=theirs, merged=merged, held=held)
    begun = row is not None and row.state == State.DRAFTED
    if merged.value == mine and not begun and not dropped:
        return replace(found, action="adopt") if base is None and not merged.conflicts else found
    held_back = not held.settled and not begun
    return replace(found, action="hold", code=HAS_DRAFT) if held_back else replace(found, action="change")


def base_of(item: PackFileItem, row: PackItem | None) -> Json | None:
    """What the pack gave, as this release keeps such a thing; None where nothing is known of it."""
    if row is None or row.base is None:
        return None
    try:
        return reshaped(item, row.base)
    except BadPackItem:
        return None
