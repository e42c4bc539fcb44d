"""What a form is made of, as it is kept: tabs, in them sections, in those fields, notes and tables of other records.

The compiler reads it.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from chezhan.engines.forms.refusals import BadLayout

TABS, SECTIONS, PARTS, RULES, COLUMNS = 20, 100, 800, 10, 12
LAYOUT_BYTES, GROUP_BYTES, FORMULA = 1_000_000, 20_000, 2_000

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Words(Part):
    """One language may be missing; the other then stands for it."""

    zh: str = Field(default="", max_length=2000)
    en: str = Field(default="", max_length=2000)

    def __bool__(self) -> bool:
        return bool(self.zh.strip() or self.en.strip())


NOTHING = Words()


class When(Part):
    """A condition: rules as filters have them, or a formula that answers yes or no. One of the two."""

    group: dict[str, Any] | None = None
    formula: str = Field(default="", max_length=FORMULA)

    @model_validator(mode="after")
    def one_of_two(self) -> "When":
        if (self.group is None) == (not self.formula.strip()):
            raise ValueError("rules or a formula")
        if self.group is not None and len(orjson.dumps(self.group)) > GROUP_BYTES:
            raise ValueError("too many rules")
        return self


class Refusal(Part):
    """What is refused `when`, and in which words."""

    when: When
    message: Words


class Default(Part):
    """What a new record begins with: a value as the API takes it, or what a formula answers."""

    value: Any = None
    formula: str = Field(default="", max_length=FORMULA)


class FieldPart(Part):
    """`label`, `help`: in place of the field's own. `width`: over how many of the section's columns it reaches."""

    kind: Literal["field"]
    id: Id
    field: str = Field(min_length=1, max_length=40)
    label: Words = NOTHING
    help: Words = NOTHING
    placeholder: Words = NOTHING
    width: int = Field(default=1, ge=1, le=3)
    required: bool = False
    read_only: bool = False
    show_when: When | None = None
    required_when: When | None = None
    read_only_when: When | None = None
    default: Default | None = None
    refusals: tuple[Refusal, ...] = Field(default=(), max_length=RULES)


class NotePart(Part):
    """Words between the fields."""

    kind: Literal["note"]
    id: Id
    text: Words = NOTHING
    width: int = Field(default=3, ge=1, le=3)
    show_when: When | None = None


class RowsPart(Part):
    """Records of another kind that lead here by their link `via`, as a table: entered, changed and removed in it, each
    by itself as a record of its own. `columns`: their fields, in order.
    """

    kind: Literal["rows"]
    id: Id
    entity: str = Field(min_length=1, max_length=40)
    via: str = Field(min_length=1, max_length=40)
    columns: tuple[Annotated[str, Field(min_length=1, max_length=40)], ...] = Field(default=(), max_length=COLUMNS)
    label: Words = NOTHING
    width: int = Field(default=3, ge=1, le=3)
    read_only: bool = False
    show_when: When | None = None


class Section(Part):
    id: Id
    label: Words = NOTHING
    columns: int = Field(default=2, ge=1, le=3)
    show_when: When | None = None
    parts: tuple[Annotated[FieldPart | NotePart | RowsPart, Field(discriminator="kind")], ...] = ()


class Tab(Part):
    id: Id
    label: Words = NOTHING
    show_when: When | None = None
    sections: tuple[Section, ...] = Field(default=(), max_length=SECTIONS)


class Layout(Part):
    tabs: tuple[Tab, ...] = Field(default=(), max_length=TABS)

    def fields(self) -> Iterator[tuple[Tab, Section, FieldPart]]:
        for tab in self.tabs:
            for section in tab.sections:
                for part in section.parts:
                    if isinstance(part, FieldPart):
                        yield tab, section, part

    def rows(self) -> Iterator[RowsPart]:
        for tab in self.tabs:
            for section in tab.sections:
                yield from (part for part in section.parts if isinstance(part, RowsPart))

    def ids(self) -> Sequence[str]:
        sections = [section for tab in self.tabs for section in tab.sections]
        parts = [part.id for section in sections for part in section.parts]
        return [*(tab.id for tab in self.tabs), *(section.id for section in sections), *parts]


def read_layout(data: Any) -> Layout:
    """Raises BadLayout for what has not this shape, is too large, or has one id twice."""
    try:
        if len(orjson.dumps(data)) > LAYOUT_BYTES:
            raise BadLayout(params={"where": ""})
        found = Layout.model_validate(data)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors(include_url=False, include_input=False)[0]["loc"])
        raise BadLayout(params={"where": where[:100]}) from None
    except TypeError:
        raise BadLayout(params={"where": ""}) from None
    ids = found.ids()
    if len(set(ids)) != len(ids) or len(ids) > PARTS + SECTIONS + TABS:
        raise BadLayout(params={"where": "id"})
    return found


def layout_as_json(layout: Layout) -> dict[str, Any]:
    """Only what is said; `read_layout` of it is equal."""
    return layout.model_dump(mode="json", exclude_defaults=True) | {}
