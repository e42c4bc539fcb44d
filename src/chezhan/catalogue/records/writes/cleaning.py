"""What people send, made what is kept. Every row is looked at before the first is refused."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import chain
from typing import Any, cast

from django.db.models import Field as ModelField

from chezhan.access import Actor
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.people import Nameable
from chezhan.catalogue.records.writes.refusals import NoSuchPerson, NoSuchStore, NoSuchTarget, Required
from chezhan.catalogue.sealing import sealer
from chezhan.catalogue.types import LINK, STORE, USER, FieldRefused
from chezhan.kernel.errors import AppError

Values = Mapping[str, Any]
UNCHANGING = frozenset({str, int, bool, Decimal, type(None)})
Refusals = dict[int, dict[str, AppError]]


def clean_rows(
    *, actor: Actor, view: View, rows: Sequence[Values], nameable: Nameable, new: bool
) -> tuple[list[dict[str, Any]], Refusals]:
    """By attribute, as the table keeps them; `new`: a required field may not be missing, and one that nothing is said
    of has its default, whoever writes. Names must be of fields that the viewer sees (see `View.sight`).
    """
    names = dict.fromkeys(chain.from_iterable(rows))
    cleaner = Cleaner(view=view, names=names, nameable=nameable, new=new)
    cleaned, refused = cleaner.clean(rows)
    for field in cleaner.links:
        _check_targets(actor, view, field, cleaned, refused)
    return cleaned, {number: problems for number, problems in refused.items() if problems}


class Cleaner:
    """What `clean_rows` does without asking the database, but for `links`: where these lead is not looked at here. Made
    in the store's transaction, whose key it holds.
    """

    def __init__(self, *, view: View, names: Iterable[str], nameable: Nameable, new: bool) -> None:
        fields = {name: view.sight(name).field for name in names}
        self.keepers = {name: _Keeper(field, column_of(view, field), nameable) for name, field in fields.items()}
        self.links = [field for field in fields.values() if field.type is LINK]
        self.new, self.defaults = new, _defaults(view) if new else {}
        # Names of what a new record may not be without, and whether it has a default.
        self.required = [
            (field.name, column_of(view, field).attname in self.defaults)
            for field in (view.entity.fields.values() if new else ())
            if field.required and not field.fixed
        ]

    def clean(self, rows: Sequence[Values]) -> tuple[list[dict[str, Any]], Refusals]:
        refused: Refusals = defaultdict(dict)
        cleaned: list[dict[str, Any]] = []
        for number, row in enumerate(rows):
            kept = dict(self.defaults)
            for name, value in row.items():
                keeper = self.keepers[name]
                try:
                    kept[keeper.attribute] = keeper[value] if type(value) is str else keeper.keep(value)
                except AppError as error:
                    refused[number][name] = error
            for name, given in self.required:
                if name not in row and given:
                    continue
                if row.get(name) in (None, "", []) and name not in refused[number]:
                    refused[number][name] = Required(params={"field": name})
            cleaned.append(kept)
        return cleaned, refused


def _defaults(view: View) -> dict[str, Any]:
    """By attribute. One that does not fit its field any more (an option that was retired) is none."""
    found: dict[str, Any] = {}
    for field in view.entity.fields.values():
        if field.default is not None:
            try:
                keeper = _Keeper(field, column_of(view, field), Nameable())
                found[keeper.attribute] = keeper.keep(field.default)
            except (AppError, FieldRefused):
                continue
    return found


def column_of(view: View, field: Field) -> ModelField:
    """Where the field's own values are kept."""
    return cast(ModelField, view.entity.model._meta.get_field(field.column))


class _Keeper(dict[str, Any]):
    """What `attribute` holds for a value that was sent. Many rows say the same: a text is looked at once."""

    def __init__(self, field: Field, column: ModelField, nameable: Nameable) -> None:
        super().__init__()
        self.field, self.attribute, self.nameable = field, column.attname, nameable
        self.nothing = "" if not column.null and column.empty_strings_allowed else None
        self.seal = sealer(column=column, type_name=field.type.name) if field.sensitivity == "sealed" else None

    def __missing__(self, text: str) -> Any:
        kept = self.keep(text)
        if self.seal is None and type(kept) in UNCHANGING:
            self[text] = kept
        return kept

    def keep(self, value: Any) -> Any:
        field = self.field
        clean = field.type.clean(value, field)
        if clean is None and field.required:
            raise Required(params={"field": field.name})
        if field.type is USER and clean is not None and clean not in self.nameable.people:
            raise NoSuchPerson(params={"field": field.name})
        if field.type is STORE and clean is not None and clean not in self.nameable.stores:
            raise NoSuchStore(params={"field": field.name})
        if self.seal:
            return self.seal(clean)
        return self.nothing if clean is None else clean


def _check_targets(actor: Actor, view: View, field: Field, cleaned: list[dict[str, Any]], refused: Refusals) -> None:
    """A link leads to a record that the viewer sees: else sending ids would tell which there are."""
    name = f"{field.column}_id"
    wanted = {row[name] for row in cleaned if row.get(name)}
    if not wanted:
        return
    there = View(view.viewer, view.viewer.target(field.target))
    rows = there.seen().filter(id__in=wanted).values_list("id")
    found = {record_id for (record_id,) in select_as(rows, person_id=actor.person_id)}
    for number, row in enumerate(cleaned):
        if row.get(name) and row[name] not in found:
            refused[number][field.name] = NoSuchTarget(params={"field": field.name})
