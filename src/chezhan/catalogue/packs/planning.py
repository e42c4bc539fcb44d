"""What installing a file would do, item by item, before anything is written."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import orjson

from chezhan.access import Actor
from chezhan.catalogue.packs.deciding import Decision, decide
from chezhan.catalogue.packs.file import PackDocument, PackFileItem, document_of
from chezhan.catalogue.packs.files import checked_contents
from chezhan.catalogue.packs.models import InstalledPack, PackItem
from chezhan.catalogue.packs.references import BY_NAME

Choices = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Planned:
    """`item`: as the new file has it, or as it was where that has it no more."""

    item: PackFileItem
    decision: Decision


@dataclass(frozen=True, slots=True)
class Plan:
    """`mark`: tells one state of store and file from another."""

    document: PackDocument
    items: Sequence[Planned]
    mark: str

    @property
    def open(self) -> int:
        return sum(one.decision.open for one in self.items)


def plan_of(*, actor: Actor, document: PackDocument, language: str, choices: Choices | None = None) -> Plan:
    """In the store's transaction. `choices`: by item, by path. Raises Forbidden, BadPackItem, BadPackReference."""
    contents = checked_contents(document, language=language)
    rows = rows_of(document.pack)
    ids = ids_of(rows)
    found = []
    for item in items_of(document=document, rows=rows):
        decision = decide(
            actor=actor,
            item=item,
            row=rows.get(item.path),
            theirs=contents.get(item.path),
            ids=ids,
            choices=(choices or {}).get(item.path, {}),
        )
        found.append(Planned(item, decision))
        # What is taken over is known to those that name it.
        if decision.made and (item.part == "role" or item.part not in BY_NAME):
            ids.setdefault(item.path, decision.made)
    return Plan(document, found, _mark_of(document, found))


def items_of(*, document: PackDocument, rows: Mapping[str, PackItem]) -> Sequence[PackFileItem]:
    """The file's, in order; then those that it has no more, the last first, since they may stand on earlier ones."""
    installed = InstalledPack.objects.filter(key=document.pack).select_related("file").first()
    if installed is None:
        return document.items
    before = document_of(installed.file.content)
    gone = [item for item in before.items if item.path not in document.by_path and item.path in rows]
    return [*document.items, *(item for item in reversed(gone) if rows[item.path].state != PackItem.State.DROPPED)]


def rows_of(pack: str) -> dict[str, PackItem]:
    return {row.path: row for row in PackItem.objects.filter(pack=pack)}


def ids_of(rows: Mapping[str, PackItem]) -> dict[str, str]:
    """Of what is made, as far as others name it by an id."""
    return {
        path: row.made for path, row in rows.items() if row.made and (row.part == "role" or row.part not in BY_NAME)
    }


def _mark_of(document: PackDocument, items: Sequence[Planned]) -> str:
    told = [[one.item.path, one.decision.made, one.decision.mine] for one in items]
    return hashlib.sha256(orjson.dumps([document.digest, told], option=orjson.OPT_SORT_KEYS)).hexdigest()[:24]
