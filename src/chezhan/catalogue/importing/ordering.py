"""The person's decision: which column is read into which field, how rows meet records, and what becomes of twins."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

from chezhan.access.rights import Action
from chezhan.catalogue.importing.refusals import OrderInvalid
from chezhan.catalogue.importing.targets import Target
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.writes.refusals import NotWritable

Mode = Literal["insert", "update", "upsert"]
Twins = Literal["skip", "update", "create", "ask"]
Likes = Literal["", "skip", "create"]


@dataclass(frozen=True)
class ColumnOrder:
    """`column`: its number from 0. `dates`: how dates are written. `values`: text → the choice meant, "" for none."""

    column: int
    target: str
    dates: str = "ymd"
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Order:
    """`constants`: target → text for every row that has no other. `keys`: ways in which a row is the same as a record,
    each by one target or by several together; the first that finds one counts. `twins`: of an insert, what becomes of
    rows that are there already. `clear`: whether an empty cell empties the field of a record that is updated.
    `likes`: what becomes of rows that would be new, and by the store's rules for duplicates are like a record or an
    earlier row; nothing is compared where it says nothing. `decisions`: number of a row → what becomes of it, where
    twins are asked about.
    """

    mode: Mode = "insert"
    columns: tuple[ColumnOrder, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    keys: tuple[tuple[str, ...], ...] = ()
    twins: Twins = "skip"
    likes: Likes = ""
    clear: bool = False
    decisions: Mapping[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Order":
        return cls(
            mode=data.get("mode", "insert"),
            columns=tuple(ColumnOrder(**one) for one in data.get("columns", ())),
            constants=data.get("constants", {}),
            keys=tuple(tuple(key) for key in data.get("keys", ())),
            twins=data.get("twins", "skip"),
            likes=data.get("likes", ""),
            clear=bool(data.get("clear", False)),
            decisions=data.get("decisions", {}),
        )

    @property
    def used(self) -> set[str]:
        return {one.target for one in self.columns} | set(self.constants)


def check_order(*, order: Order, view: View, targets: Mapping[str, Target], width: int) -> None:
    """Raises Forbidden, NotWritable for a column that this person may not write, OrderInvalid."""
    if order.mode != "update":
        view.viewer.allow(view.entity, Action.CREATE)
    if order.mode != "insert" or order.twins in ("update", "ask"):
        view.viewer.allow(view.entity, Action.BULK)
    problems: dict[str, list[str]] = {}
    for name, code in (*_of_columns(order, width), *_of_names(order, targets)):
        problems.setdefault(name, []).append(code)
    if order.mode != "insert" and not order.keys:
        problems.setdefault("keys", []).append("required")
    if order.mode != "update":
        for name in missing(order=order, targets=targets):
            problems.setdefault(name, []).append("required")
    if problems:
        raise OrderInvalid(fields=problems)


def _of_columns(order: Order, width: int) -> Iterator[tuple[str, str]]:
    taken: set[str] = set()
    for one in order.columns:
        if one.target in taken:
            yield one.target, "chosen_twice"
        taken.add(one.target)
        if not 0 <= one.column < width:
            yield one.target, "unknown_column"


def _of_names(order: Order, targets: Mapping[str, Target]) -> Iterator[tuple[str, str]]:
    """Raises NotWritable."""
    keyed = {name for key in order.keys for name in key}
    for name in order.used | keyed:
        if name not in targets:
            yield name, "unknown_field"
        elif not targets[name].writable and name not in keyed:
            raise NotWritable(params={"field": name})
        elif name in keyed and (not targets[name].keyed or name not in order.used):
            yield name, "not_a_key"


def missing(*, order: Order, targets: Mapping[str, Target]) -> list[str]:
    """Required fields that nothing is read into; of a link any of what finds it will do."""
    links = {targets[name].link.name for name in order.used if name in targets and targets[name].link}  # type: ignore[union-attr]
    lacking = [one for one in targets.values() if one.required and one.key not in order.used]
    return list(
        dict.fromkeys(
            one.link.name if one.link else one.key for one in lacking if not (one.link and one.link.name in links)
        )
    )
