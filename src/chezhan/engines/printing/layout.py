"""What a template is made of, as it is kept: the paper, and blocks one below the other."""

from collections.abc import Iterator
from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from chezhan.catalogue.texts.placing import Piece, read_line, read_place
from chezhan.engines.printing.refusals import BadPrintLayout

BLOCKS, FIELDS, COLUMNS, LAYOUT_BYTES = 100, 200, 12, 100_000

Id = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Named = Annotated[str, Field(min_length=1, max_length=130)]
Align = Literal["left", "center", "right"]


class Piled(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)

    @field_validator("*")
    @classmethod
    def keepable(cls, value: Any) -> Any:
        """PostgreSQL's JSON holds no such sign."""
        if any(isinstance(one, str) and "\x00" in one for one in (value if isinstance(value, tuple) else (value,))):
            raise ValueError("a sign that is none")
        return value


class Heading(Piled):
    kind: Literal["heading"]
    id: Id
    text: str = Field("", max_length=200)
    level: Literal[1, 2] = 1
    align: Align = "left"


class Text(Piled):
    """Lines as they were written."""

    kind: Literal["text"]
    id: Id
    text: str = Field("", max_length=5_000)
    size: Literal["small", "normal", "large"] = "normal"
    align: Align = "left"
    bold: bool = False


class Facts(Piled):
    """Labels with their values, `columns` beside each other. No fields: all that the reader may see. `filled`: without
    those that say nothing.
    """

    kind: Literal["facts"]
    id: Id
    fields: tuple[Named, ...] = Field((), max_length=FIELDS)
    columns: int = Field(2, ge=1, le=3)
    filled: bool = False


class Rows(Piled):
    """`source`: a sub-table's field, or <kind>.<link> of the records that belong here. `total`: figures added up, of
    the columns `sums` where it names some. `by`: a choice by whose options the records stand in groups.
    """

    kind: Literal["rows"]
    id: Id
    source: str = Field("", max_length=90)
    fields: tuple[Named, ...] = Field((), max_length=COLUMNS)
    total: bool = False
    sums: tuple[Named, ...] = Field((), max_length=COLUMNS)
    by: str = Field("", max_length=60)


class Line(Piled):
    kind: Literal["line"]
    id: Id


class Space(Piled):
    """`size`: millimetres."""

    kind: Literal["space"]
    id: Id
    size: int = Field(8, ge=1, le=120)


class Signatures(Piled):
    kind: Literal["signatures"]
    id: Id
    names: tuple[Annotated[str, Field(max_length=30)], ...] = Field((), max_length=4)


class Break(Piled):
    kind: Literal["break"]
    id: Id


Block = Heading | Text | Facts | Rows | Line | Space | Signatures | Break


class Paper(Piled):
    """`width`, `height`: of a label, in millimetres. A receipt is as long as what is on it."""

    kind: Literal["a4", "a5", "receipt", "label"] = "a4"
    landscape: bool = False
    width: int = Field(default=60, ge=20, le=210)
    height: int = Field(default=40, ge=15, le=297)


class Layout(Piled):
    """`header`, `footer`: lines on every page."""

    paper: Paper = Paper()
    header: str = Field("", max_length=300)
    footer: str = Field("", max_length=300)
    blocks: tuple[Annotated[Block, Field(discriminator="kind")], ...] = Field((), max_length=BLOCKS)

    def lines(self) -> Iterator[tuple[str, list[Piece]]]:
        """Every line of text with the id of its block, `header` or `footer`."""
        yield "header", read_line(self.header)
        yield "footer", read_line(self.footer)
        for block in self.blocks:
            match block:
                case Heading() | Text():
                    for line in block.text.split("\n"):
                        yield block.id, read_line(line)
                case Facts():
                    for name in block.fields:
                        yield block.id, [read_place(name)]
                case Signatures():
                    for name in block.names:
                        yield block.id, read_line(name)


def read_layout(data: Any) -> Layout:
    """Raises BadPrintLayout for what has not this shape, is too large, or has one id twice."""
    try:
        if len(orjson.dumps(data)) > LAYOUT_BYTES:
            raise BadPrintLayout(params={"where": ""})
        found = Layout.model_validate(data)
    except ValidationError as error:
        where = ".".join(str(step) for step in error.errors(include_url=False, include_input=False)[0]["loc"])
        raise BadPrintLayout(params={"where": where[:100]}) from None
    except TypeError:
        raise BadPrintLayout(params={"where": ""}) from None
    ids = [block.id for block in found.blocks]
    if len(set(ids)) != len(ids):
        raise BadPrintLayout(params={"where": "id"})
    return found


def layout_as_json(layout: Layout) -> dict[str, Any]:
    """`read_layout` of it is equal."""
    return layout.model_dump(mode="json")
