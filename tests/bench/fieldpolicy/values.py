"""Values by field type: what stands there at first, and two others that the twins hold where one may not see."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

from chezhan.catalogue.definitions.drafts import COMPUTED, FieldDraft
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types import FIELD_TYPES

# Filled by the product: nobody writes them, and what they say is the same in both twins or made of other fields.
NOT_FILLED = COMPUTED | {"auto_number"}
VIN_HEADS = ("LGXC14AA0N0", "LSVAA4187E2", "LFV2A21K8J3")
OPTIONS = ("one", "two", "three")


@dataclass(frozen=True)
class Values:
    """`make(side, number)`: side 0 stands there at first, 1 and 2 in the twins. `asked`: as a filter names it."""

    make: Callable[[int, int], Any]
    asked: Callable[[Any], Any] = str


def file_id(side: int, number: int) -> UUID:
    return UUID(int=side * 100 + number + 5)


def _file(side: int, number: int) -> list[dict[str, Any]]:
    name = f"secret-{side}-{number}.pdf"
    return [{"id": str(file_id(side, number)), "name": name, "size": side + 1, "kind": "application/pdf"}]


def _day(side: int, number: int) -> dt.date:
    return dt.date(2020 + side, 1 + number, 3)


def _text(word: str) -> Values:
    return Values(lambda side, number: f"{word}{side}{number}")


VALUES: dict[str, Values] = {
    "text": _text("密甲"),
    "long_text": _text("密乙\n"),
    "rich_text": _text("密丙 "),
    "email": Values(lambda side, number: f"secret{side}{number}@example.com"),
    "url": Values(lambda side, number: f"https://secret{side}{number}.example/"),
    "barcode": Values(lambda side, number: f"69000{side}{number}"),
    "color": Values(lambda side, number: f"#00{side}{number}ff"),
    "number": Values(lambda side, number: Decimal(f"{7 + side}.{number}")),
    "integer": Values(lambda side, number: 70 + side * 10 + number),
    "percent": Values(lambda side, number: Decimal(7 + side * 10 + number)),
    "money": Values(lambda side, number: Decimal(f"70{side}{number}.50")),
    "rating": Values(lambda side, number: 1 + (side + number) % 5),
    "boolean": Values(lambda side, number: side == 1, asked=bool),
    "choice": Values(lambda side, number: OPTIONS[side]),
    "tags": Values(lambda side, number: [OPTIONS[side]], asked=lambda value: value[0]),
    "date": Values(_day),
    "datetime": Values(
        lambda side, number: dt.datetime.combine(_day(side, number), dt.time(4), dt.UTC),
        asked=lambda value: value.date().isoformat(),
    ),
    "time": Values(lambda side, number: dt.time(8 + side, number), asked=lambda value: value.strftime("%H:%M")),
    "phone": Values(lambda side, number: f"139{side}000222{number}"),
    "plate": Values(lambda side, number: f"浙B{side}778{number}"),
    "vin": Values(lambda side, number: f"{VIN_HEADS[side]}0000{number:02d}"),
    "id_card": Values(lambda side, number: f"33010619900{side + 1}0{number + 1}123X"),
    "tax_no": Values(lambda side, number: f"91330106MA2{side}{number}ABC12"),
    "link": Values(lambda side, number: UUID(f"01a10001-0000-7000-8000-{side:012d}")),
    "user": Values(lambda side, number: UUID(int=side * 1000 + number + 77)),
    "store": Values(lambda side, number: UUID(int=side * 1000 + number + 99)),
    "file": Values(_file),
    "photo": Values(_file),
    "signature": Values(_file),
    "address": Values(lambda side, number: {"province": "浙江省", "city": "杭州市", "street": f"密路{side}{number}号"}),
    "location": Values(lambda side, number: {"lng": f"12{side}.1", "lat": f"3{number}.2"}),
    "table": Values(lambda side, number: [{"a": f"密{side}{number}"}]),
}


def untold() -> set[str]:
    """Field types without values here: the torture would not know what to hide in them."""
    return set(FIELD_TYPES) - set(VALUES) - NOT_FILLED


def _draft(name: str) -> FieldDraft:
    chosen = [{"value": value, "label": {"zh": value, "en": value}} for value in OPTIONS]
    return FieldDraft(
        label=Label(f"密{name}", f"Secret {name}"),
        type=name,
        name=f"x_{name}",
        options=chosen if name in {"choice", "tags"} else (),
        target="customer" if name == "link" else "",
        settings={"columns": [["a", "text"]]} if name == "table" else {},
        # Sealed ones are the business of torture_pii: their columns are not filled by hand.
        sensitivity="masked" if name in {"phone", "id_card"} else None,
        searchable=name in {"text", "phone", "vin", "plate"},
    )


DRAFTS = tuple(_draft(name) for name in FIELD_TYPES if name not in NOT_FILLED)
