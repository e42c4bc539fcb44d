"""What is wrong with a template, as its designer sees it: names that lead nowhere, tables of nothing."""

from dataclasses import dataclass

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.placing import Odd, Piece
from chezhan.catalogue.texts.reaching import reach_place
from chezhan.engines.printing.layout import Layout, Rows
from chezhan.engines.printing.reaching import belonging, cells_of, printable, sub_table
from chezhan.expressions.errors import UnknownField


@dataclass(frozen=True, slots=True)
class Problem:
    """`block`: its id, or header or footer. `name`: what was written."""

    code: str
    block: str
    name: str


def problems_of(*, view: View, layout: Layout) -> list[Problem]:
    found = [
        Problem("unknown_place", where, told)
        for where, line in layout.lines()
        for piece in line
        if (told := _nowhere(view, piece)) is not None
    ]
    sources = belonging(view)
    for block in layout.blocks:
        if not isinstance(block, Rows):
            continue
        known: set[str]
        if belongs := sources.get(block.source):
            known = {sight.field.name for sight in printable(belongs.view)}
        elif table := sub_table(view, block.source):
            known = {field.name for field in cells_of(table, ())}
        else:
            found.append(Problem("unknown_source", block.id, block.source))
            continue
        found += [Problem("unknown_column", block.id, name) for name in _columns(block) if name not in known]
    return list(dict.fromkeys(found))


def _columns(block: Rows) -> list[str]:
    return [*block.fields, *block.sums, *([block.by] if block.by else [])]


def _nowhere(view: View, piece: Piece) -> str | None:
    """What was written, where it leads nowhere."""
    if isinstance(piece, Odd):
        return piece.inside
    if isinstance(piece, str) or piece.given:
        return None
    try:
        reach_place(view, piece)
    except UnknownField:
        return f"{piece.path}|{piece.manner}" if piece.manner else piece.path
    return None
