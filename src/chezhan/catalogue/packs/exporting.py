"""A store's setting up as a file that another store may install. It holds no record, and nobody's id."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.packs.file import PackDocument, PackFileItem, Words, written
from chezhan.catalogue.packs.models import PackItem
from chezhan.catalogue.packs.parts import Held, PackPart, all_parts
from chezhan.catalogue.packs.references import BY_NAME, named_in, symbolic
from chezhan.kernel.searching.pinyin import words_of

LONGEST = 50
NAMED = BY_NAME - {"role"}


def export_pack(*, actor: Actor) -> str:
    """Raises Forbidden for who may not see all that goes into it."""
    require_designer(actor=actor)
    for part in all_parts():
        require(actor=actor, permission=part.permission)
    found = [(part, held) for part in all_parts() for held in part.listed(actor=actor)]
    keys = _keys(found)
    ids = {f"{part.name}/{keys[part.name, held.made]}": held.made for part, held in found if part.name not in NAMED}
    items = [_item(part, held, keys[part.name, held.made], ids) for part, held in found]
    store = actor.in_store
    name = Words(zh=store.name, en=store.name)
    key = _slug(store.name) or "store"
    return written(PackDocument(pack=key, version=1, name=name, items=tuple(_in_order_of_need(items))))


def _item(part: PackPart, held: Held, key: str, ids: dict[str, str]) -> PackFileItem:
    body = _without_strangers(symbolic(dict(held.body), ids))
    name = Words(zh=held.label.zh, en=held.label.en) if held.label else Words(zh=held.name)
    return PackFileItem(part=part.name, key=key, of=held.of, name=name, enabled=held.on, body=body)


def _keys(found: Iterable[tuple[PackPart, Held]]) -> dict[tuple[str, str], str]:
    """What came from a pack keeps its key there."""
    known = {(row.part, row.made): row.key for row in PackItem.objects.exclude(made="")}
    keys: dict[tuple[str, str], str] = {}
    taken: set[tuple[str, str]] = set()
    for part, held in found:
        base = known.get((part.name, held.made)) or _slug(held.name or held.made) or part.name
        key, number = base, 1
        while (part.name, key) in taken:
            number += 1
            key = f"{base}-{number}"
        taken.add((part.name, key))
        keys[part.name, held.made] = key
    return keys


def _slug(text: str) -> str:
    words = words_of(text)
    return "-".join(words)[:LONGEST].strip("-")


def _without_strangers(body: Any) -> Any:
    """Ids of people and of what is not in the file mean nothing elsewhere: what names them is left to be chosen."""
    if isinstance(body, dict):
        return {name: _without_strangers(value) for name, value in body.items()}
    if isinstance(body, list):
        return [_without_strangers(one) for one in body if not _is_id(one)]
    return None if _is_id(body) else body


def _is_id(value: Any) -> bool:
    if not isinstance(value, str) or len(value) != 36:
        return False
    try:
        UUID(value)
    except ValueError:
        return False
    return True


def _in_order_of_need(items: Iterable[PackFileItem]) -> list[PackFileItem]:
    """What is named stands before what names it; of a circle, what names comes with that left to be chosen."""
    left = {item.path: item for item in items}
    done: dict[str, PackFileItem] = {}
    while left:
        ready = [path for path, item in left.items() if not (set(named_in(item.body)) & left.keys() - {path})]
        for path in ready or [next(iter(left))]:
            item = left.pop(path)
            body = _without(item.body, set(named_in(item.body)) - done.keys())
            done[path] = item.model_copy(update={"body": body})
    return list(done.values())


def _without(body: Any, paths: set[str]) -> Any:
    if isinstance(body, dict):
        return {name: _without(value, paths) for name, value in body.items()}
    if isinstance(body, list):
        return [_without(one, paths) for one in body if not (isinstance(one, str) and one[1:] in paths)]
    return None if isinstance(body, str) and body.startswith("@") and body[1:] in paths else body
