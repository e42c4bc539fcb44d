"""What a new template begins with, made of what the designer sees of the kind of record."""

from typing import Any, Literal

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.wording import kind_of
from chezhan.engines.printing.layout import Layout, read_layout
from chezhan.engines.printing.reaching import belonging, printable

Start = Literal["sheet", "card", "receipt", "label", "blank"]
# Stands for the paper that a kind of record comes with, where a template is named.
OWN = "own"
STAMPS = frozenset({"created_at", "updated_at"})
CARD, LABEL, LONG = 12, 3, frozenset({"long_text", "address"})
WORDS = {
    "zh": {
        "footer": "{{@store}}　打印：{{@now}} {{@me}}　第 {{@page}} / {{@pages}} 页",
        "thanks": "谢谢惠顾",
        "sum": "合计（大写）：",
        "customer": "客户签字",
        "staff": "经办人",
    },
    "en": {
        "footer": "{{@store}}　Printed {{@now}} {{@me}}　Page {{@page}} / {{@pages}}",
        "thanks": "Thank you",
        "sum": "In Chinese capitals: ",
        "customer": "Customer",
        "staff": "For the store",
    },
}


def starting_layout(*, view: View, start: Start, language: str) -> Layout:
    """In the language of whoever makes it: its words are theirs to change. A kind that comes with a paper of its own
    begins with that.
    """
    if start == "sheet" and view.entity.paper:
        return own_layout(view=view, language=language)
    return _starting(view=view, start=start, language=language)


def own_name(view: View, language: str) -> str:
    """What the kind's own paper is called."""
    assert view.entity.paper is not None
    return view.entity.paper.name.as_json()["en" if language == "en" else "zh"]


def own_layout(*, view: View, language: str) -> Layout:
    """The paper that the kind of record comes with."""
    assert view.entity.paper is not None
    return read_layout(view.entity.paper.layout(language))


def whole_layout(*, view: View, language: str) -> Layout:
    """A sheet of all that the reader sees."""
    return _starting(view=view, start="sheet", language=language)


def _starting(*, view: View, start: Start, language: str) -> Layout:
    words, kind = WORDS[language], view.entity.label.as_json()[language]
    own = [sight for sight in printable(view) if sight.field.name not in STAMPS]
    names = [sight.field.name for sight in own]
    listed = [sight.field.name for sight in own if sight.field.in_list] or names
    money = next((sight.field.name for sight in own if kind_of(sight.field) == "money"), None)
    signed = {"kind": "signatures", "id": "signed", "names": [words["customer"], words["staff"]]}
    tables = [
        part
        for source, belongs in belonging(view).items()
        for part in (
            _heading(belongs.view.entity.label_plural.as_json()[language], 2, f"h_{source}"),
            {"kind": "rows", "id": f"t_{source}".replace(".", "-"), "source": source},
        )
    ]
    blocks: list[dict[str, Any]]
    paper: dict[str, Any] = {"kind": "a4"}
    header, footer = "", words["footer"]
    match start:
        case "sheet":
            blocks = [_heading(f"{kind} {{{{@title}}}}", 1, "top"), _facts([], 2), *tables, signed]
        case "card":
            paper = {"kind": "a5", "landscape": True}
            blocks = [_heading(f"{kind} {{{{@title}}}}", 1, "top"), _facts(listed[:CARD], 2), signed]
        case "receipt":
            paper, footer = {"kind": "receipt"}, ""
            lines = [f"{words['sum']}{{{{{money}|capitals}}}}"] if money else []
            blocks = [
                _heading("{{@store}}", 1, "top") | {"align": "center"},
                {"kind": "text", "id": "kind", "text": f"{kind} {{{{@title}}}}", "align": "center"},
                {"kind": "line", "id": "above"},
                _facts(listed[:CARD], 1),
                {"kind": "line", "id": "below"},
                *({"kind": "text", "id": "sum", "text": line, "bold": True} for line in lines),
                {"kind": "text", "id": "foot", "text": f"{words['thanks']}\n{{{{@now}}}}", "align": "center"},
            ]
        case "label":
            paper, footer = {"kind": "label"}, ""
            blocks = [
                {"kind": "text", "id": "top", "text": "{{@title}}", "size": "large", "bold": True},
                _facts(listed[1 : 1 + LABEL], 1),
            ]
        case "blank":
            blocks, footer = [], ""
    return read_layout({"paper": paper, "header": header, "footer": footer, "blocks": blocks})


def _heading(text: str, level: int, id: str) -> dict[str, Any]:
    return {"kind": "heading", "id": id.replace(".", "-"), "text": text, "level": level}


def _facts(names: list[str], columns: int) -> dict[str, Any]:
    return {"kind": "facts", "id": "facts", "fields": names, "columns": columns}
