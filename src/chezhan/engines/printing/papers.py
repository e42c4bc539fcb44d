"""The sizes of paper, in millimetres, and the words that the product itself sets on it."""

from typing import Any

from chezhan.catalogue.labels import Label
from chezhan.engines.printing.layout import Paper

# Width, height, margin at the sides, at top and bottom, and the size of letters in points.
SHEETS: dict[str, tuple[int, int, int, int, float]] = {"a4": (210, 297, 18, 20, 10.5), "a5": (148, 210, 12, 15, 9.5)}
WORDS = {
    "none": Label("（无）", "(none)"),
    "more": Label("还有更多，未全部打印。", "There are more than are printed."),
    "lacking": Label("以下字符没有字形，未能印出：", "The font lacks these characters:"),
    "total": Label("合计", "Total"),
}


def paper_as_json(paper: Paper) -> dict[str, Any]:
    """`height` None: as long as what is on it."""
    height: int | None
    match paper.kind:
        case "receipt":
            width, height, margin, rim, size = 80, None, 4, 9, 9.0
        case "label":
            width, height, margin, rim, size = paper.width, paper.height, 3, 3, 8.0
        case kind:
            width, height, margin, rim, size = SHEETS[kind]
            if paper.landscape:
                width, height = height, width
    return {"kind": paper.kind, "width": width, "height": height, "margin": margin, "rim": rim, "size": size}
