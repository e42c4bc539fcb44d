"""An entity: a model as people know it. Declared in the `entities.py` beside the model."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from django.db.models import Q

from chezhan.access.lens import Shape
from chezhan.catalogue.labels import Label
from chezhan.catalogue.record import Record
from chezhan.catalogue.settings import NO_SETTINGS, FieldSettings
from chezhan.catalogue.types import CHOICE, DATETIME, LINK, TAGS, USER, FieldType
from chezhan.catalogue.verb import Verb
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Option:
    """`retired`: records may still hold it; nobody chooses it any more."""

    value: str
    label: Label
    retired: bool = False


Sensitivity = Literal["", "masked", "sealed"]
Origin = Literal["product", "hq", "store"]


@dataclass(frozen=True, slots=True)
class Field:
    """`path`: the ORM path of the column, through relations too; the name when empty. `matched`: the path that
    filters and search look at, when it is another column than the one shown.

    `target`: the entity that a link leads to. `options`: a choice's, in order. `in_list`: shown in a list that asks
    for no columns of its own. `sensitivity`: the grade of personal data. `read_only`: written by the product alone.
    `once`: given when the record is made, or by the product, and never changed; people are not asked for it.
    `at_once`: entered with a new record although a verb asks for it later; others that verbs ask for are not.
    `filled`: nobody is asked for it with a new record, where the product knows it.
    `later`: it comes of what happens afterwards, or the product fills it in; a new record's form does not ask for it.
    `formula`: text of the formula language, of fields that are computed. `retired`: kept, and no longer shown.
    """

    name: str
    label: Label
    type: FieldType
    path: str = ""
    matched: str = ""
    target: str = ""
    options: tuple[Option, ...] = ()
    searchable: bool = False
    filterable: bool = True
    sortable: bool = True
    in_list: bool = True
    sensitivity: Sensitivity = ""
    required: bool = False
    read_only: bool = False
    once: bool = False
    at_once: bool = False
    filled: bool = False
    later: bool = False
    unique: bool = False
    origin: Origin = "product"
    settings: FieldSettings = NO_SETTINGS
    formula: str = ""
    retired: bool = False
    section: str = ""
    help: Label | None = None
    default: Any = None

    @property
    def column(self) -> str:
        return self.path or self.name

    @property
    def fixed(self) -> bool:
        """Whether no person writes it: it is the product's, computed, or another record's."""
        return self.read_only or bool(self.formula) or "__" in self.column

    @property
    def can_sort(self) -> bool:
        return self.sortable and self.type.key is not None


@dataclass(frozen=True, slots=True)
class Related:
    """The records of `entity` whose link field `via` leads here."""

    entity: str
    via: str
    label: Label


@dataclass(frozen=True, slots=True)
class Happens:
    """Such a record is told on the timelines of what it is about. `at`: the field that says when. `of`: the links that
    lead there, through links too (`lead.customer`)."""

    at: str
    of: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Criteria:
    """By what people look after, records of a kind are shared out. `of`: by aspect, the fields that say it, the
    broadest first. `why`: the field that says how it was decided, which the product writes.
    """

    of: Mapping[str, tuple[str, ...]]
    why: str


# Every record has these.
STAMPS = (
    Field("created_at", Label("创建时间", "Created"), DATETIME, in_list=False, read_only=True),
    Field("updated_at", Label("更新时间", "Updated"), DATETIME, in_list=False, read_only=True),
    Field("owner", Label("负责人", "Responsible"), USER, in_list=False),
)


@dataclass(frozen=True, slots=True)
class Paper:
    """How records of a kind are printed where the store has made no template: `layout` answers what `engines.printing`
    reads, in `zh` or `en`.
    """

    name: Label
    layout: Callable[[str], Mapping[str, Any]]


@dataclass(frozen=True)
class Entity:
    """`title`: the fields of which the first that is not empty names a record. `told_by`: those that do so together on
    screens, where no single one tells records apart. `sort`: the default order, as in a URL.

    Permissions are called `<name>.read` and `<name>.write`. `person`: a record tells of one person, who may ask for all
    that the store holds of them. `state`: the choice that says how far a record is; only `verbs` move it, in the order
    in which they are offered. `brought`: the states in which an import may bring a record that was made elsewhere.
    `settled`: what is changed by hand only while the state is one of `open_in`. `refusals`: what is said where the
    database refuses by the constraint of that name; its detail, where it has one, is the params as JSON.
    `underway`: where no verbs say it, or say too much, a choice and its values while something is still to be done.
    `happens`: on whose timelines it is told, and when it was.
    `joins`: two links of a record that says how two others stand to each other. It is seen by who sees both, belongs to
    either as much as to the other, and there is one for the two.
    `key_facts`: what somebody has to know of a record who is to decide about it; else the first of its list.
    `series`: the prefix of the numbers that the database draws for its field `number`, by store and day.
    `criteria`: by what people look after it is shared out among them.
    """

    name: str
    model: type[Record]
    label: Label
    label_plural: Label
    title: tuple[str, ...]
    sort: str
    own_fields: tuple[Field, ...]
    related: tuple[Related, ...] = field(default=())
    told_by: tuple[str, ...] = ()
    paper: Paper | None = None
    person: bool = False
    state: str = ""
    verbs: tuple[Verb, ...] = ()
    brought: frozenset[str] = frozenset()
    series: str = ""
    settled: frozenset[str] = frozenset()
    open_in: frozenset[str] = frozenset()
    refusals: Mapping[str, type[AppError]] = field(default_factory=dict)
    underway: tuple[str, frozenset[str]] | None = None
    happens: Happens | None = None
    joins: tuple[str, ...] = ()
    key_facts: tuple[str, ...] = ()
    criteria: Criteria | None = None

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """By name, in order; the stamps last. Raises ValueError when two have one name."""
        by_name: dict[str, Field] = {}
        for one in (*self.own_fields, *STAMPS):
            if one.name in by_name:
                raise ValueError(f"{self.name} has two fields called {one.name}")
            optional = one.type is TAGS
            if (one.type is CHOICE) != bool(one.options and not optional) or (one.type is LINK) != bool(one.target):
                raise ValueError(f"{self.name}.{one.name}: a choice has options, a link has a target, nothing else has")
            by_name[one.name] = one
        return by_name

    @cached_property
    def shape(self) -> Shape:
        """The kind of record as policies know it."""
        return Shape(
            entity=self.name,
            fields=tuple((one.name, bool(one.sensitivity), one.origin != "product") for one in self.fields.values()),
            nobodys=self._nobodys,
            taken_by=self.state if self._nobodys else "",
        )

    @property
    def _nobodys(self) -> str:
        """Records that a verb makes the doer's own, as a condition of policies."""
        verb = next((one for one in self.verbs if one.claims), None)
        if verb is None:
            return ""
        rules: list[dict[str, Any]] = [
            {"field": "owner", "operator": "null", "value": None},
            {"field": self.state, "operator": "in", "value": sorted(verb.of)},
        ]
        if verb.filled:
            rules.append({"field": verb.filled, "operator": "notNull", "value": None})
        if verb.empty:
            rules.append({"field": verb.empty, "operator": "null", "value": None})
        return json.dumps({"combinator": "and", "rules": rules}, sort_keys=True)

    @cached_property
    def verb(self) -> Mapping[str, Verb]:
        """By name, in the order in which they are offered."""
        return {one.name: one for one in self.verbs}

    def asked_later(self, field: Field) -> bool:
        """Whether a new record's form leaves it out: a verb asks for it in its time, rules set its clock, or what
        happens afterwards says it.
        """
        by_verbs = {ask.field for one in self.verbs for ask in one.asks}
        comes = field.name in by_verbs or field.later or bool(field.settings.met_by)
        return comes and field not in STAMPS and not (field.required or field.at_once)

    @cached_property
    def open_states(self) -> frozenset[str]:
        """Those from which a verb leads further down the choice's own order; the others are ends."""
        place = {option.value: index for index, option in enumerate(self.fields[self.state].options)}
        return frozenset(
            state for state in place for one in self.verbs
            if state in one.of and one.to and place[one.to] > place[state]
        )  # fmt: skip

    @cached_property
    def way(self) -> tuple[str, ...]:
        """The states of the usual way, in the choice's own order, up to the first from which nothing leads further but
        what is grave.
        """
        place = {option.value: index for index, option in enumerate(self.fields[self.state].options)}
        found = []
        for state, index in place.items():
            found.append(state)
            if not any(state in one.of and not one.grave and place.get(one.to, 0) > index for one in self.verbs):
                break
        return tuple(found)

    @property
    def progress(self) -> str:
        """The choice by which a record is still open or not; empty where a kind has no end."""
        return self.underway[0] if self.underway else self.state

    @cached_property
    def still_open(self) -> Q | None:
        """Records of which something is still to be done; None where a kind has no end."""
        if not self.progress:
            return None
        values = self.underway[1] if self.underway else self.open_states
        return Q(**{f"{self.fields[self.progress].column}__in": sorted(values)})

    @property
    def read_permission(self) -> str:
        return f"{self.name}.read"
