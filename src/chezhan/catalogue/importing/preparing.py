"""Rows of cells understood: values by target, keys by which they are known, and what is wrong with them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.importing.converting import Fault, Known, Memo
from chezhan.catalogue.importing.first_rows import FirstRows
from chezhan.catalogue.importing.keys import Key, Marks, find_records
from chezhan.catalogue.importing.likeness import Like, Likeness
from chezhan.catalogue.importing.ordering import ColumnOrder, Order
from chezhan.catalogue.importing.targets import Target
from chezhan.catalogue.records.looking import View
from tenants.lookup import addresses_of_store, people_of_store, stores_beside


@dataclass(slots=True)
class Prepared:
    """One row. `values`: by target; None for nothing. `marks`: one for each of the order's keys, None where a part of
    it is empty. `faults`: (target or None, fault). `twin`: the earlier row of the file with the same key, or 0.
    `like`: what it is like by the store's rules, where that is asked for.
    """

    row: int
    cells: Sequence[Any]
    values: dict[str, Any] = field(default_factory=dict)
    marks: tuple[Key | None, ...] = ()
    faults: list[tuple[str | None, Fault]] = field(default_factory=list)
    twin: int = 0
    like: Like | None = None

    def refuse(self, target: str | None, code: str, **params: Any) -> None:
        self.faults.append((target, Fault(code, params)))


class Preparer:
    """Understands chunks of rows in their order; call in the store's transaction. `seen` outlives a chunk."""

    def __init__(self, *, actor: Actor, view: View, order: Order, targets: Mapping[str, Target]) -> None:
        self.actor, self.view, self.order, self.targets = actor, view, order, targets
        used = {targets[one.target].type_name for one in order.columns} | {
            targets[name].type_name for name in order.constants
        }
        known = known_names(actor) if used & {"user", "store"} else Known({}, {})
        self.readers = [(one.target, one.column, Memo(targets[one.target], one, known)) for one in order.columns]
        self.constants = {
            name: Memo(targets[name], ColumnOrder(-1, name), known)[text] for name, text in order.constants.items()
        }
        self.width = max((one.column + 1 for one in order.columns), default=0)
        self.seen = FirstRows()
        self.likeness = Likeness(view=view, targets=targets, used=order.used) if order.likes else None

    def read(self, rows: Sequence[Sequence[Any]]) -> list[Prepared]:
        return [self._row(*row) for row in rows]

    def meet(self, rows: Sequence[Prepared]) -> None:
        """With records that their links name, and with earlier rows of the file."""
        self._resolve_links(rows)
        self.marked(rows)

    def shown(self, prepared: Prepared) -> dict[str, str]:
        """The row as it will be, by target: what is found by name (records, people, stores) as the file names it."""
        found = {
            name: str(value) for name, value in prepared.values.items() if value is not None and name in self.order.used
        }
        for target, column, _ in self.readers:
            cell = prepared.cells[column] if column < len(prepared.cells) else ""
            if isinstance(cell, list):
                found[target] = cell[1]
            elif cell.strip() and (self.targets[target].link or self.targets[target].type_name in ("user", "store")):
                found[target] = cell.strip()
        return {name: text[:200] for name, text in found.items()}

    def _row(self, row: int, cells: Sequence[Any], hidden: bool, shape: str) -> Prepared:
        prepared = Prepared(row, cells)
        if shape:
            prepared.refuse(None, shape)
            return prepared
        if len(cells) >= self.width and list not in map(type, cells):
            read = {target: memo[cells[column]] for target, column, memo in self.readers}
            prepared.values = read if Fault not in map(type, read.values()) else self._sound(read, prepared)
        else:
            self._read_marked(cells, prepared)
        for target, said in self.constants.items():
            if prepared.values.get(target) is None:
                prepared.values |= self._sound({target: said}, prepared)
        return prepared

    def _read_marked(self, cells: Sequence[Any], prepared: Prepared) -> None:
        """A row that is too short, or of which the file's reader says that a cell is at fault."""
        for target, column, memo in self.readers:
            cell = cells[column] if column < len(cells) else ""
            if isinstance(cell, list):
                prepared.refuse(target, cell[0])
                continue
            prepared.values |= self._sound({target: memo[cell]}, prepared)

    def _sound(self, read: Mapping[str, Any], prepared: Prepared) -> dict[str, Any]:
        prepared.faults += [(target, value) for target, value in read.items() if isinstance(value, Fault)]
        return {target: value for target, value in read.items() if not isinstance(value, Fault)}

    def marked(self, rows: Sequence[Prepared]) -> None:
        """Keys of rows, and which repeat an earlier one. A value that its type refuses is told when it is written."""
        keys = [[(name, Marks(self.targets[name])) for name in names] for names in self.order.keys]
        likeness = self.likeness
        like_marks = likeness.marks() if likeness else {}
        for prepared in rows:
            values = prepared.values
            prepared.marks = tuple([_key([marks[values.get(name)] for name, marks in key]) for key in keys])
            if prepared.faults:
                continue
            for number, key in enumerate(prepared.marks):
                if key is not None:
                    first = self.seen.claim((number, key), prepared.row)
                    prepared.twin = prepared.twin or first
            if likeness:
                prepared.like = likeness.first_like(row=prepared.row, values=values, marks=like_marks, seen=self.seen)

    def _resolve_links(self, rows: Sequence[Prepared]) -> None:
        """Each link's targets together find its record; what they leave in `values` is its id under the link's name."""
        links: dict[str, list[Target]] = {}
        for name in self.order.used:
            if link := self.targets[name].link:
                links.setdefault(link.name, []).append(self.targets[name])
        for name, by in links.items():
            self._resolve(name, sorted(by, key=lambda one: one.key), rows)

    def _resolve(self, name: str, by: list[Target], rows: Sequence[Prepared]) -> None:
        link = by[0].link
        assert link is not None
        there, marks = self.view.of(link.target), [Marks(target) for target in by]
        asked: dict[tuple[int, ...], list[tuple[Prepared, Key]]] = {}
        for prepared in rows:
            given = []
            for index, (target, known) in enumerate(zip(by, marks, strict=True)):
                mark = known[prepared.values.pop(target.key, None)]
                if isinstance(mark, Fault):
                    prepared.faults.append((target.key, mark))
                elif mark is not None:
                    given.append((index, mark))
            if given:
                which = tuple(index for index, _ in given)
                asked.setdefault(which, []).append((prepared, tuple(mark for _, mark in given)))
            elif name not in prepared.values:
                prepared.values[name] = None
        for which, wanted in asked.items():
            found = find_records(
                actor=self.actor, view=there, by=[by[index] for index in which], keys=[key for _, key in wanted]
            )
            label = there.entity.label
            for prepared, key in wanted:
                ids = found.get(key, [])
                if len(ids) == 1:
                    prepared.values[name] = ids[0]
                else:
                    code = "link_ambiguous" if ids else "link_not_found"
                    prepared.refuse(by[which[0]].key, code, kind=[label.zh, label.en])


def _key(marks: list[Any]) -> Key | None:
    """None where a part is empty, or is none that its type takes."""
    for mark in marks:
        if mark is None or type(mark) is Fault:
            return None
    return tuple(marks)


def known_names(actor: Actor) -> Known:
    people: dict[str, set[UUID]] = {}
    for person_id, name in (*people_of_store(store=actor.in_store), *addresses_of_store(store=actor.in_store)):
        people.setdefault(" ".join(name.casefold().split()), set()).add(person_id)
    stores: dict[str, set[UUID]] = {}
    for store_id, name in stores_beside(store=actor.in_store):
        stores.setdefault(" ".join(name.casefold().split()), set()).add(store_id)
    return Known(people, stores)
