"""How a saved view lays records out: by which fields, in which colours."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from chezhan.catalogue.entity import Field as CatalogueField
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.grouping.fields import groupable, summable
from chezhan.catalogue.records.grouping.refusals import NotGroupable, NotSummable
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.saved.refusals import BadView
from chezhan.catalogue.types.files import PHOTO
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

Name = Annotated[str, Field(max_length=40)]
COLORS, SHOWN = 8, 12
DATES = frozenset({"date", "datetime"})


class Color(BaseModel):
    """Records that meet `filter` are marked with `tone` and its sign: the whole row, or the cell of `field`.

    `label`: what the mark means, as the legend tells it.
    """

    model_config = ConfigDict(extra="forbid")
    filter: Annotated[str, Field(max_length=5_000)]
    tone: Literal["red", "orange", "yellow", "green", "blue", "purple", "grey"]
    label: Annotated[str, Field(max_length=30)] = ""
    field: Name = ""


class Layout(BaseModel):
    """`group`: the field of a board's columns, and of a list's groups; `part`: of a date's. `totals`: figures that are
    added up. `start`, `end`: a calendar's days. `parent`: a tree's link to its own kind. `cover`: a gallery's pictures;
    `shown`: the fields on a card.
    """

    model_config = ConfigDict(extra="forbid")
    group: Name = ""
    part: Literal["day", "month", "year"] = "month"
    totals: Annotated[list[Name], Field(max_length=5)] = []
    start: Name = ""
    end: Name = ""
    parent: Name = ""
    cover: Name = ""
    shown: Annotated[list[Name], Field(max_length=SHOWN)] = []
    colors: Annotated[list[Color], Field(max_length=COLORS)] = []


def check_layout(*, view: View, kind: str, layout: Layout) -> None:
    """Raises UnknownField, NotGroupable, NotSummable, BadView, and what a list's filter refuses."""
    if layout.group and not groupable(view.sight(layout.group)):
        raise NotGroupable(params={"field": layout.group})
    for name in layout.totals:
        if not summable(view.sight(name)):
            raise NotSummable(params={"field": name})
    for name in filter(None, (layout.start, layout.end)):
        if view.sight(name).field.type.name not in DATES:
            raise BadView
    if layout.parent and not _leads_to_itself(view, view.sight(layout.parent).field):
        raise BadView
    if layout.cover and view.sight(layout.cover).field.type is not PHOTO:
        raise BadView
    for name in (*layout.shown, *(color.field for color in layout.colors if color.field)):
        view.sight(name)
    for color in layout.colors:
        compile_filter(text=color.filter, today=clock.today(), view=view)
    needed = {"board": layout.group, "calendar": layout.start, "tree": layout.parent}
    if not needed.get(kind, "-"):
        raise BadView
    if kind == "board" and not view.sight(layout.group).field.options:
        raise NotGroupable(params={"field": layout.group})


def layout_seen(*, view: View, layout: Layout) -> Layout:
    """As one viewer may have it: what it names and they may not see is not there."""
    return Layout(
        group=_seen(view, layout.group),
        part=layout.part,
        totals=[name for name in layout.totals if _seen(view, name)],
        start=_seen(view, layout.start),
        end=_seen(view, layout.end),
        parent=_seen(view, layout.parent),
        cover=_seen(view, layout.cover),
        shown=[name for name in layout.shown if _seen(view, name)],
        colors=[color for color in layout.colors if _color_seen(view, color)],
    )


def _leads_to_itself(view: View, field: CatalogueField) -> bool:
    return field.target == view.entity.name and "__" not in field.column


def _seen(view: View, name: str) -> str:
    try:
        return name and view.sight(name).field.name
    except UnknownField:
        return ""


def _color_seen(view: View, color: Color) -> bool:
    if color.field and not _seen(view, color.field):
        return False
    try:
        compile_filter(text=color.filter, today=clock.today(), view=view)
    except AppError:
        return False
    return True
