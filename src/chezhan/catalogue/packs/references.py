"""`@part/key` in a body stands for the id of another item; and the language of who installs is taken."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from chezhan.catalogue.packs.refusals import BadPackReference

REFERENCE = re.compile(r"@([a-z_]{1,20}/[a-z0-9][a-z0-9_-]{0,59})\Z")
# Parts whose ids are texts of their own.
BY_NAME = frozenset({"kind", "field", "role"})
TEXTS = frozenset({"$zh", "$en"})


def in_language(body: Any, language: str) -> Any:
    """`{$zh, $en}` becomes the one text."""
    if isinstance(body, dict):
        if body and set(body) <= TEXTS and all(isinstance(text, str) for text in body.values()):
            zh, en = body.get("$zh", ""), body.get("$en", "")
            return (zh or en) if language.startswith("zh") else (en or zh)
        return {name: in_language(value, language) for name, value in body.items()}
    return [in_language(value, language) for value in body] if isinstance(body, list) else body


def named_in(body: Any) -> Iterator[str]:
    """The items that it names: part/key."""
    if isinstance(body, dict):
        for value in body.values():
            yield from named_in(value)
    elif isinstance(body, list):
        for value in body:
            yield from named_in(value)
    elif isinstance(body, str) and (found := REFERENCE.match(body)):
        yield found[1]


def resolved(body: Any, ids: Mapping[str, str]) -> Any:
    """With the ids of what it names. Raises BadPackReference."""

    def real(text: str) -> str:
        found = REFERENCE.match(text)
        if found is None:
            return text
        if found[1] not in ids:
            raise BadPackReference(params={"item": "", "named": found[1]})
        return ids[found[1]]

    return _each_text(body, real)


def symbolic(body: Any, ids: Mapping[str, str]) -> Any:
    """`resolved` taken back: `ids` as there."""
    names = {made: f"@{path}" for path, made in ids.items()}
    return _each_text(body, lambda text: names.get(text, text))


def stand_in(path: str) -> str:
    """An id for what is not made yet, the same each time, that nothing has."""
    part = path.partition("/")[0]
    made = uuid5(NAMESPACE_URL, f"chezhan-pack:{path}")
    return f"x_{made.hex[:20]}" if part in BY_NAME else str(made)


def _each_text(body: Any, change: Callable[[str], str]) -> Any:
    if isinstance(body, dict):
        return {name: _each_text(value, change) for name, value in body.items()}
    if isinstance(body, list | tuple):
        return [_each_text(value, change) for value in body]
    return change(body) if isinstance(body, str) else body
