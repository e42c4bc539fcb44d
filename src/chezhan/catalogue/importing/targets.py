"""What a column may be read into: the fields of a kind of record that the importer may write, and what its links are
found by.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor, allowed
from chezhan.access.rights import Right
from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.types import (
    AUTO_NUMBER,
    BARCODE,
    DATETIME,
    EMAIL,
    FILE,
    ID_CARD,
    LINK,
    LOCATION,
    PHONE,
    PHOTO,
    PLATE,
    SIGNATURE,
    TABLE,
    TAX_NO,
    TEXT,
    USER,
    VIN,
)

# No cell holds these.
NOT_IN_CELLS = (FILE, PHOTO, SIGNATURE, LOCATION, TABLE)
# By which people know a record.
IDENTITIES = (PHONE, PLATE, VIN, ID_CARD, TAX_NO, EMAIL, BARCODE, AUTO_NUMBER)
ORIGIN = "record.import_origin"
MADE_AT = Field("created_at", Label("创建时间", "Created"), DATETIME)
MADE_BY = Field("created_by", Label("创建人", "Created by"), USER)


@dataclass(frozen=True, slots=True)
class Target:
    """`field`: what the cell is read as; `link`: the link field that it finds a record for, by `field` of that record.

    `writable`: else it serves to find records alone. `names`: more headers that mean it.
    """

    key: str
    field: Field
    sight: Sight | None
    link: Field | None = None
    writable: bool = True
    required: bool = False
    keyed: bool = False
    names: tuple[str, ...] = ()

    @property
    def label(self) -> dict[str, str]:
        if self.link is None:
            return self.field.label.as_json()
        return {
            "zh": f"{self.link.label.zh} · {self.field.label.zh}",
            "en": f"{self.link.label.en} · {self.field.label.en}",
        }

    @property
    def type_name(self) -> str:
        return self.field.type.name

    def as_json(self) -> dict[str, Any]:
        return {
            "key": self.key,
            "label": self.label,
            "type": self.type_name,
            "link": self.link.name if self.link else None,
            "required": self.required,
            "writable": self.writable,
            "keyed": self.keyed,
            "options": [
                {"value": one.value, "label": one.label.as_json()} for one in self.field.options if not one.retired
            ],
        }


def targets_of(*, actor: Actor, view: View) -> Mapping[str, Target]:
    """By key, in the order of the fields."""
    found: list[Target] = []
    for sight in view.sights():
        field = sight.field
        if field.type in NOT_IN_CELLS or "__" in field.column:
            continue
        # What a record had come to elsewhere may come with it.
        brought = field.name == view.entity.state and bool(view.entity.brought)
        writable = (brought or not field.fixed) and view.lens.highest(field.name) >= Right.WRITE
        if field.type is LINK:
            found += _of_link(view, field) if writable else []
        elif writable or (_found_by(sight) and _identifies(field)):
            found.append(
                Target(
                    field.name,
                    field,
                    sight,
                    writable=writable,
                    required=field.required and field.default is None and not _has_default(view, field),
                    keyed=_found_by(sight),
                )
            )
    if allowed(actor=actor, permission=ORIGIN):
        found += [Target(one.name, one, None) for one in (MADE_AT, MADE_BY)]
    return {target.key: target for target in found}


def _of_link(view: View, link: Field) -> list[Target]:
    there = view.of(link.target)
    named = {field.column: field for field in view.entity.fields.values() if "__" in field.column}
    found = []
    for sight in there.sights():
        field = sight.field
        if "__" in field.column or not _found_by(sight):
            continue
        if _identifies(field) or field.name in there.entity.title:
            alias = named.get(f"{link.column}__{field.column}")
            names = (alias.label.zh, alias.label.en) if alias else ()
            found.append(
                Target(f"{link.name}.{field.name}", field, sight, link=link, required=link.required, names=names)
            )
    return found


def _identifies(field: Field) -> bool:
    return field.unique or field.type in IDENTITIES


def _found_by(sight: Sight) -> bool:
    """Whether a record can be found by the whole value."""
    if "=" not in {one.name for one in sight.operators} or sight.source is not None:
        return False
    return sight.field.unique or sight.field.type in (*IDENTITIES, TEXT)


def _has_default(view: View, field: Field) -> bool:
    return bool(column_of(view, field).has_default())
