"""A template filled with records: what may not be seen leaves nothing behind, what is masked is its mask."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.particulars.services import Told, read_particulars
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.titles import title_in
from chezhan.catalogue.texts.placing import OF_STORE, Odd, Piece, Place, read_line, read_place
from chezhan.catalogue.texts.reaching import Reached, reach, reach_place
from chezhan.catalogue.texts.reading import Row, read_values
from chezhan.catalogue.texts.wording import kind_of, worded
from chezhan.engines.printing.layout import Facts, Heading, Layout, Rows, Signatures, Text
from chezhan.engines.printing.papers import WORDS, paper_as_json
from chezhan.engines.printing.reaching import Belonging, belonging, printable, sub_table
from chezhan.engines.printing.tables import table_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from tenants.lookup import people_of_store

NOTHING = "—"
# Marks a row that stands for any record.
SAMPLE = "@sample"


@dataclass(frozen=True)
class Filling:
    actor: Actor
    view: View
    layout: Layout
    name: str
    _reached: dict[str, Reached] = field(default_factory=dict, repr=False)

    @cached_property
    def language(self) -> str:
        return "en" if self.actor.language == "en" else "zh"

    @cached_property
    def people(self) -> Mapping[str, str]:
        return {str(id): name for id, name in people_of_store(store=self.actor.in_store)}

    @cached_property
    def belonging(self) -> dict[str, Belonging]:
        return belonging(self.view)

    @cached_property
    def store(self) -> Told:
        return read_particulars()

    @cached_property
    def reached(self) -> dict[str, Reached]:
        """By path: all that the template names and the viewer may see, and what names the record."""
        places = [piece for _, line in self.layout.lines() for piece in line if isinstance(piece, Place)]
        paths = [place.path for place in places if not place.given]
        paths += [sight.field.name for sight in self.view.titles()]
        if any(isinstance(block, Facts) and not block.fields for block in self.layout.blocks):
            paths += [sight.field.name for sight in printable(self.view)]
        sources = [block.source for block in self.layout.blocks if isinstance(block, Rows)]
        paths += [source for source in sources if sub_table(self.view, source)]
        found: dict[str, Reached] = {}
        for path in dict.fromkeys(paths):
            try:
                found[path] = reach(self.view, path)
            except UnknownField:
                continue
        return found

    def document(self, record_ids: Sequence[UUID], *, over: Mapping[str, str] | None = None) -> dict[str, Any]:
        """In the order asked. `over`: by path, what goes before what the records say.

        Raises UnknownRecord when one is not there for the actor.
        """
        values = read_values(
            view=self.view, record_ids=record_ids, reached=self.reached, person_id=self.actor.person_id
        )
        if any(one not in values for one in record_ids):
            raise UnknownRecord(params={"entity": self.view.entity.name})
        return {
            "title": self.name,
            "language": self.language,
            "paper": paper_as_json(self.layout.paper),
            "records": [self._record(values[one] | dict(over or {}), one) for one in record_ids],
            "words": {name: label.as_json()[self.language] for name, label in WORDS.items()},
        }

    def sample(self) -> dict[str, Any]:
        """As one record would be printed, with the fields' names in place of values."""
        row = {path: f"〔{self.label(one)}〕" for path, one in self.reached.items()}
        return self.document([]) | {"records": [self._record(row | {SAMPLE: True}, None)]}

    def label(self, reached: Reached) -> str:
        return reached.sight.field.label.as_json()[self.language]

    def _record(self, row: Row, record_id: UUID | None) -> dict[str, Any]:
        return {
            "header": self._line(self.layout.header, row) or [],
            "footer": self._line(self.layout.footer, row) or [],
            "blocks": [made for block in self.layout.blocks if (made := self._block(block, row, record_id))],
        }

    def _block(self, block: Any, row: Row, record_id: UUID | None) -> dict[str, Any] | None:
        match block:
            case Heading():
                text = self._line(block.text, row)
                return {"kind": "heading", "level": block.level, "align": block.align, "text": text} if text else None
            case Text():
                lines = [part for line in block.text.split("\n") for part in self._lines(line, row)]
                how = {"size": block.size, "align": block.align, "bold": block.bold}
                return {"kind": "text", "lines": lines, **how} if lines else None
            case Facts():
                pairs = self._pairs(block, row)
                columns = 1 if self.layout.paper.kind in ("receipt", "label") else block.columns
                return {"kind": "facts", "columns": columns, "pairs": pairs} if pairs else None
            case Signatures():
                names = [line for name in block.names if (line := self._line(name, row))]
                return {"kind": "signatures", "names": names} if names else None
            case Rows():
                return table_of(
                    view=self.view,
                    belongs=self.belonging.get(block.source),
                    block=block,
                    row=row,
                    record_id=record_id,
                    people=self.people,
                    language=self.language,
                    person_id=self.actor.person_id,
                )
        told: dict[str, Any] = block.model_dump(mode="json", exclude={"id"})
        return told

    def _pairs(self, block: Facts, row: Row) -> list[list[str]]:
        names = block.fields or [sight.field.name for sight in printable(self.view)]
        pairs: list[list[str]] = []
        for name in names:
            place = read_place(name)
            if isinstance(place, Place) and place.path in self.reached:
                text = self._value(place, row)
                if block.filled and not text:
                    continue
                pairs.append([self.label(self.reached[place.path]), text or NOTHING])
        return pairs

    def _lines(self, text: str, row: Row) -> list[list[Any]]:
        """As `_line`; one that is nothing but a long text has the lines of that."""
        match read_line(text):
            case [Place("@clauses")]:
                return [[tidy(line)] for line in self.store.clauses.splitlines()]
            case [Place() as place] if place.path in self.reached and isinstance(told := row.get(place.path), str):
                if kind_of(self.reached[place.path].sight.field) == "long_text":
                    return [[tidy(line)] for line in told.splitlines()]
        made = self._line(text, row)
        return [] if made is None else [made]

    def _line(self, text: str, row: Row) -> list[Any] | None:
        """Pieces of text and numbers of pages; None for a line of which nothing that it names may be seen, or was
        said of the store.
        """
        pieces = read_line(text)
        named = [piece for piece in pieces if isinstance(piece, Place) and not piece.given]
        if named and not any(piece.path in self.reached for piece in named):
            return None
        said = [piece.path for piece in pieces if isinstance(piece, Place) and piece.path in OF_STORE]
        if said and not named and not any(self._of_store(path) for path in said):
            return None
        return [self._piece(piece, row) for piece in pieces]

    def _piece(self, piece: Piece, row: Row) -> Any:
        match piece:
            case Place("@page" | "@pages"):
                return {"kind": piece.path[1:]}
            case Place() if piece.given:
                return tidy(self._given(piece.path, row))
            case Place():
                return tidy(self._value(piece, row)) if piece.path in self.reached else ""
            case Odd():
                return tidy(f"{{{{{piece.inside}}}}}")
        return tidy(piece)

    def _given(self, path: str, row: Row) -> str:
        if path in OF_STORE:
            return self._of_store(path)
        now = clock.now().astimezone(SHANGHAI)
        match path:
            case "@today":
                return f"{now:%Y-%m-%d}"
            case "@now":
                return f"{now:%Y-%m-%d %H:%M}"
            case "@store":
                return self.actor.in_store.name
            case "@me" | "@template":
                return self.actor.person_name if path == "@me" else self.name
        return title_in(row, [sight.field.name for sight in self.view.titles()]) or ""

    def _of_store(self, path: str) -> str:
        """A store that said nothing of its name in law goes by the one it has."""
        said: str = getattr(self.store, path[1:])
        return said or (self.actor.in_store.name if path == "@legal_name" else "")

    def _value(self, place: Place, row: Row) -> str:
        try:
            reached = reach_place(self.view, place)
        except UnknownField:
            return ""
        value = row.get(place.path)
        if SAMPLE in row:
            return str(value)
        return tidy(
            worded(
                value=value,
                field=reached.sight.field,
                people=self.people,
                language=self.language,
                manner=place.manner,
            )
        )


def tidy(text: str) -> str:
    """Without signs that have no picture; a line's end within a value is a blank."""
    return "".join(sign if sign.isprintable() or sign in "\u3000\u00a0" else " " * sign.isspace() for sign in text)
