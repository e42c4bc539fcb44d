"""The words of a template: which fields they name, and what they come to for records, through the gate.

What the actor may not see of a record leaves nothing behind; what is masked stands as its mask.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.placing import Odd, Piece, Place, read_line
from chezhan.catalogue.texts.reaching import Reached, reach_place
from chezhan.catalogue.texts.reading import read_values
from chezhan.catalogue.texts.wording import worded
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.messaging.models import MessageTemplate
from chezhan.modules.messaging.refusals import BadTemplate
from tenants.lookup import people_of_store

# What is known without a record.
GIVEN = ("@store", "@today", "@unsubscribe")
LONGEST = 2_000


@dataclass(frozen=True, slots=True)
class Words:
    """`params`: (name, value) in the order of the places, of providers that keep the text."""

    subject: str
    text: str
    params: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Draft:
    """The words of a template before one actor. `names`: path → the provider's name of the value."""

    actor: Actor
    view: View
    subject: str
    text: str
    names: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def pieces(self) -> dict[str, list[Piece]]:
        return {part: read_line(getattr(self, part), given=GIVEN) for part in ("subject", "text")}

    @cached_property
    def places(self) -> list[Place]:
        """Each once, in order."""
        found = [one for line in self.pieces.values() for one in line if isinstance(one, Place)]
        return list(dict.fromkeys(found))

    @cached_property
    def reached(self) -> dict[str, Reached]:
        found: dict[str, Reached] = {}
        for place in self.places:
            if not place.given:
                try:
                    found[place.path] = reach_place(self.view, place)
                except UnknownField:
                    continue
        return found

    @property
    def ends(self) -> bool:
        """Whether it tells how to end such messages."""
        return any(place.path == "@unsubscribe" for place in self.places)

    @property
    def paths(self) -> list[str]:
        return sorted(self.reached)

    def problems(self) -> list[BadTemplate]:
        """Places that lead nowhere, or not for this actor."""
        odd = [one.inside for line in self.pieces.values() for one in line if isinstance(one, Odd)]
        lost = [one.path for one in self.places if not one.given and one.path not in self.reached]
        return [BadTemplate(params={"where": "text", "inside": one[:60]}) for one in (*odd, *lost)]

    def words_for(self, record_ids: Sequence[UUID], *, link: Mapping[UUID, str] | None = None) -> dict[UUID, Words]:
        """By record; none for what the actor does not see. `link`: where each reader ends such messages."""
        rows = read_values(view=self.view, record_ids=record_ids, reached=self.reached, person_id=self.actor.person_id)
        return {one: self._filled(row, (link or {}).get(one, "")) for one, row in rows.items()}

    def sample(self) -> Words:
        """With the names of the fields in place of values."""
        row = {path: f"〔{one.sight.field.label.as_json()[self.language]}〕" for path, one in self.reached.items()}
        return self._filled(row, "https://…", plain=True)

    @property
    def language(self) -> str:
        return "en" if self.actor.language == "en" else "zh"

    @cached_property
    def _people(self) -> Mapping[str, str]:
        return {str(id): name for id, name in people_of_store(store=self.actor.in_store)}

    def _filled(self, row: Mapping[str, Any], link: str, *, plain: bool = False) -> Words:
        values = {place: self._value(place, row, link, plain) for place in self.places}
        told = {part: "".join(_said(one, values) for one in line) for part, line in self.pieces.items()}
        params = tuple((self.names.get(place.path, name_of(place)), values[place]) for place in self.places)
        return Words(told["subject"].replace("\n", " ")[:200], told["text"][:LONGEST], params)

    def _value(self, place: Place, row: Mapping[str, Any], link: str, plain: bool) -> str:
        match place.path:
            case "@store":
                return self.actor.in_store.name
            case "@today":
                return f"{clock.today():%Y-%m-%d}"
            case "@unsubscribe":
                return link
        reached, value = self.reached.get(place.path), row.get(place.path)
        if reached is None:
            return ""
        if plain:
            return str(value)
        return worded(value=value, field=reached.sight.field, people=self._people, language="zh", manner=place.manner)


def draft_of(*, actor: Actor, view: View, template: MessageTemplate) -> Draft:
    names = {one["path"]: one["name"] for one in template.params if one.get("name")}
    return Draft(actor, view, template.subject, template.text, names)


def name_of(place: Place) -> str:
    """What a provider calls the value, unless the template says otherwise."""
    return place.path.removeprefix("@").rpartition(".")[2]


def _said(piece: Piece, values: Mapping[Place, str]) -> str:
    if isinstance(piece, Place):
        return values[piece]
    return f"{{{{{piece.inside}}}}}" if isinstance(piece, Odd) else piece


# GSM's own signs fit 160 to a message; all others are sent as UCS-2, 70 to one, 67 to a part of several.
ONE, PART = 70, 67


def parts_of(*, channel: str, text: str, sign: str = "") -> int:
    """How many messages a text is billed as."""
    if channel != "sms":
        return 1
    whole = f"【{sign}】{text}" if sign else text
    length = len(whole.encode("utf-16-le")) // 2
    return 1 if length <= ONE else -(-length // PART)
