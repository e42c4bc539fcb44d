"""A compiled form: what each field is asked, as expressions that are ready to run. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from chezhan.engines.forms.layout import Words
from chezhan.expressions import evaluate
from chezhan.expressions.typed import Typed

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Condition:
    """`reads`: the fields whose values it takes; `peeks`: those of which it asks only whether they are empty.

    `typed` is None for one that can't be made any more: it never holds.
    """

    typed: Typed | None
    reads: frozenset[str] = frozenset()
    peeks: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        return self.reads | self.peeks

    def holds(self, record: Record) -> bool:
        """Unknown is no."""
        return self.typed is not None and evaluate(self.typed, record) is True


@dataclass(frozen=True, slots=True)
class Rule:
    when: Condition
    message: Words


@dataclass(frozen=True, slots=True)
class FieldPlan:
    """`shown`: all of them must hold: the field's own, its section's, its tab's."""

    name: str
    shown: tuple[Condition, ...] = ()
    required: bool = False
    required_when: Condition | None = None
    read_only: bool = False
    read_only_when: Condition | None = None
    default: Any = None
    formula: Condition | None = None
    rules: tuple[Rule, ...] = ()

    @property
    def conditions(self) -> Iterator[Condition]:
        yield from self.shown
        yield from (rule.when for rule in self.rules)
        yield from (one for one in (self.required_when, self.read_only_when, self.formula) if one is not None)

    @property
    def names(self) -> frozenset[str]:
        """What the answers for this field hang on, itself among them."""
        return frozenset({self.name}).union(*(one.names for one in self.conditions))

    def is_shown(self, record: Record) -> bool:
        return all(one.holds(record) for one in self.shown)

    def is_required(self, record: Record) -> bool:
        return self.required or (self.required_when is not None and self.required_when.holds(record))

    def is_read_only(self, record: Record) -> bool:
        return self.read_only or (self.read_only_when is not None and self.read_only_when.holds(record))

    def refused(self, record: Record) -> tuple[Rule, ...]:
        return tuple(rule for rule in self.rules if rule.when.holds(record))


@dataclass(frozen=True)
class Plan:
    """By field; `inner`: the conditions of tabs, sections and notes, by their ids. `order`: fields with a formula for
    their default, each after those it is made of.
    """

    fields: Mapping[str, FieldPlan]
    inner: Mapping[str, Condition] = field(default_factory=dict)
    order: tuple[str, ...] = ()

    @property
    def names(self) -> frozenset[str]:
        """Every field that any answer hangs on."""
        found = [condition.names for one in self.fields.values() for condition in one.conditions]
        return frozenset().union(*found, *(one.names for one in self.inner.values()))
