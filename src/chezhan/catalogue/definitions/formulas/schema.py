"""What a formula may name in a store's design, whoever reads it: `Schema` of the expression language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import TYPE_CHECKING

from django.db.models import F

from chezhan.catalogue.definitions.formulas.refusals import RetiredName, UnknownName
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.sights import WHOLE
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.kinds import kind_of
from chezhan.expressions import Collection, FieldRef, Kind
from chezhan.expressions.kinds import DAYS

if TYPE_CHECKING:
    from chezhan.catalogue.definitions.formulas.checking import Checker

NEAR, LISTED = 3, 5


@dataclass
class Tally:
    """How many parts the computed fields have that were named so far."""

    parts: int = 0


@dataclass(frozen=True)
class DesignSchema:
    """A name that is not there is refused here, with those that are near to it."""

    checker: Checker
    entity: Entity
    tally: Tally = field(default_factory=Tally)

    def field(self, name: str) -> FieldRef | None:
        found = self.entity.fields.get(name)
        if found is None:
            raise self._unknown(name)
        if found.formula:
            made = self.checker.named(self.entity, found)
            self.tally.parts += made.parts
            return FieldRef(name=name, kind=made.kind, expression=F(name))
        kind = kind_of(found)
        if kind is None:
            return None
        return FieldRef(
            name=name,
            kind=Kind(kind),
            expression=F(name),
            operators=WHOLE if found.sensitivity == "sealed" else None,
            opaque=found.sensitivity == "sealed",
            options=frozenset(option.value for option in found.options) or None,
            read=None if kind in DAYS else found.type.parse,
        )

    def relation(self, name: str) -> DesignSchema | None:
        found = self.entity.fields.get(name)
        if found is None:
            raise self._unknown(name)
        return self._of(found.target) if found.type is LINK else None

    def collection(self, name: str) -> Collection | None:
        for related in self.entity.related:
            if name in {related.entity, f"{related.entity}_{related.via}"}:
                there = self._of(related.entity)
                dated = there.entity.sort.removeprefix("-")
                link = there.entity.fields[related.via].column
                return Collection(schema=there, rows=there.entity.model._base_manager.none, link=link, dated=dated)
        return None

    def _of(self, entity: str) -> DesignSchema:
        return DesignSchema(self.checker, self.checker.catalogue.entity_named(entity), self.tally)

    def _unknown(self, name: str) -> Exception:
        if (self.entity.name, name) in self.checker.retired:
            return RetiredName(params={"name": name[:40]})
        near = near_to(name, self._words())
        params = {
            "name": name[:40],
            "kind": self.entity.label.en,
            "kind_zh": self.entity.label.zh,
            "near": ", ".join(_said(one, one.label.en) for one in near),
            "near_zh": "、".join(_said(one, one.label.zh) for one in near),
        }
        return UnknownName(f"{self.entity.name} has no {name[:40]}; there is: {params['near']}.", params=params)

    def _words(self) -> dict[str, Field]:
        """By name and by labels: whoever writes the label of a field means it."""
        usable = [one for one in self.entity.fields.values() if one.formula or kind_of(one) is not None]
        return words_of(usable) | {
            word: Field(related.entity, related.label, LINK)
            for related in self.entity.related
            for word in (related.entity, related.label.zh, related.label.en.lower())
        }


def words_of(fields: Iterable[Field]) -> dict[str, Field]:
    return {word: one for one in fields for word in (one.label.zh, one.label.en.lower(), one.name)}


def near_to(name: str, words: Mapping[str, Field]) -> list[Field]:
    """Those that read alike, the nearest first; the first ones there are when none does."""
    alike = get_close_matches(name.lower()[:60], list(words), n=NEAR, cutoff=0.6)
    found = {words[word].name: words[word] for word in alike}
    return list(found.values()) or list({one.name: one for one in words.values()}.values())[:LISTED]


def _said(one: Field, label: str) -> str:
    return one.name if label == one.name else f"{one.name} ({label})"
