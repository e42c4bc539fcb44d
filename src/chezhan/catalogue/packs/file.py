"""A pack as its file says it, checked as far as it can be without a store."""

import hashlib
import re
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from chezhan.catalogue.packs.plain_yaml import read_yaml, write_yaml
from chezhan.catalogue.packs.refusals import BadPackFile, BadPackItem

ITEMS = 500
KEY = r"^[a-z0-9][a-z0-9_-]{0,59}$"
Key = Annotated[str, Field(pattern=KEY)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(_Part):
    """A language left out takes the other's words."""

    zh: Annotated[str, Field(max_length=400)] = ""
    en: Annotated[str, Field(max_length=400)] = ""

    def told(self, language: str) -> str:
        return (self.zh or self.en) if language.startswith("zh") else (self.en or self.zh)


class PackFileItem(_Part):
    """`of`: a kind of record, for parts that belong to one. `default`: a row of the product's list of defaults."""

    part: Annotated[str, Field(pattern=r"^[a-z_]{1,20}$")]
    key: Key
    of: Annotated[str, Field(max_length=40)] = ""
    default: Annotated[str, Field(max_length=10)] = ""
    name: Words
    enabled: bool = True
    body: dict[str, Any]

    @property
    def path(self) -> str:
        return f"{self.part}/{self.key}"


class PackDocument(_Part):
    pack: Key
    version: int = Field(ge=1, le=1_000_000)
    name: Words
    about: Words = Words()
    items: tuple[PackFileItem, ...] = Field((), max_length=ITEMS)

    @field_validator("name")
    @classmethod
    def named(cls, name: Words) -> Words:
        if not name.told("zh").strip():
            raise ValueError("a name")
        return name

    @cached_property
    def by_path(self) -> Mapping[str, PackFileItem]:
        return {item.path: item for item in self.items}

    @property
    def digest(self) -> str:
        return hashlib.sha256(orjson.dumps(self.as_json(), option=orjson.OPT_SORT_KEYS)).hexdigest()[:32]

    def as_json(self) -> dict[str, Any]:
        return self.model_dump(mode="json")


def read_pack(text: str) -> PackDocument:
    """Raises BadPackFile, BadPackItem."""
    return document_of(read_yaml(text))


def document_of(data: Any) -> PackDocument:
    """Raises BadPackFile, BadPackItem for one item's own fault."""
    try:
        found = PackDocument.model_validate(data)
    except ValidationError as fault:
        steps = fault.errors(include_url=False, include_input=False)[0]["loc"]
        where = ".".join(str(step) for step in steps)
        if len(steps) > 1 and steps[0] == "items" and isinstance(steps[1], int):
            item = _named(data["items"][steps[1]], steps[1])
            params = {"item": item, "where": ".".join(map(str, steps[2:]))[:120], "reason": "shape"}
            raise BadPackItem(params=params) from None
        raise BadPackFile(params={"line": 0, "reason": "shape", "where": where[:120]}) from None
    if len(found.by_path) < len(found.items):
        seen: set[str] = set()
        twice = next(one.path for one in found.items if one.path in seen or seen.add(one.path))  # type: ignore[func-returns-value]
        raise BadPackItem(params={"item": twice, "where": "key", "reason": "twice"})
    return found


def written(document: PackDocument) -> str:
    """What `read_pack` reads as equal."""
    data = document.model_dump(mode="json", exclude_defaults=True)
    return write_yaml(data)


def _named(item: Any, number: int) -> str:
    part, key = (item.get(name) if isinstance(item, dict) else None for name in ("part", "key"))
    plain = all(isinstance(one, str) and re.match(r"^[\w-]{1,60}$", one) for one in (part, key))
    return f"{part}/{key}" if plain else f"items.{number}"
