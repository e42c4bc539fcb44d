"""From what a sender sends to what a lead says: by names of its own, as JSON or as a web form."""

from collections.abc import Mapping
from typing import Any
from unicodedata import category

import orjson

from chezhan.modules.inbound.decoding import SAID, charset_in, decoded, form_of
from chezhan.modules.inbound.refusals import BadMapping, PostUnreadable

# Of a lead, in the order in which the page shows them; `id`: the sender's own number of it; `seconds`: of a call;
# `trap`: what people do not see on a web form.
FIELDS = ("contact_name", "phone", "brand", "series", "region", "budget", "campaign", "need")
BESIDE = ("id", "seconds", "trap")
PATH, DEPTH = 120, 6
# Of Unicode: control and format. Lines stay lines, and a joined sign stays one.
UNSEEN, KEPT = ("Cc", "Cf"), "\n\r\t\u200d"

# As the portals name them; a store changes what its own agreement with them says otherwise.
PRESETS: Mapping[str, Mapping[str, str]] = {
    "plain": {name: name for name in (*FIELDS, *BESIDE)},
    "autohome": {
        "id": "clueId", "contact_name": "userName", "phone": "mobile", "brand": "brandName", "series": "seriesName",
        "region": "cityName", "campaign": "sourceName", "need": "remark",
    },
    "dongchedi": {
        "id": "clue_id", "contact_name": "name", "phone": "telephone", "brand": "brand_name",
        "series": "series_name", "region": "city_name", "campaign": "activity_name", "need": "remark",
    },
    "yiche": {
        "id": "LeadId", "contact_name": "CustomerName", "phone": "CustomerMobile", "brand": "BrandName",
        "series": "SerialName", "region": "CityName", "campaign": "OrderType", "need": "Remark",
    },
    "call": {"id": "call_id", "phone": "caller", "seconds": "duration", "region": "city", "need": "note"},
}  # fmt: skip


def checked(mapping: Mapping[str, str]) -> dict[str, str]:
    """Without what says nothing. Raises BadMapping."""
    found = {}
    for name, path in mapping.items():
        if name not in (*FIELDS, *BESIDE) or len(path) > PATH or len(path.split(".")) > DEPTH:
            raise BadMapping(params={"field": name[:40]})
        if path.strip():
            found[name] = path.strip()
    return found


def as_text(body: bytes, *, content_type: str = "") -> str:
    """A form's text says in which charset its escapes are, if the header did. Raises PostUnreadable."""
    declared = charset_in(content_type)
    text = decoded(body, declared=declared).replace("\x00", "")
    is_form = declared and "=" in text and "%" in text and not text.lstrip().startswith(("{", "["))
    return f"{text}&{SAID}={declared}" if is_form and f"{SAID}=" not in text else text


def read(text: str) -> Mapping[str, Any]:
    """Raises PostUnreadable."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = form_of(text) if "=" in text and not text.lstrip().startswith("{") else None
    if not isinstance(found, dict):
        raise PostUnreadable
    return found


def values_in(told: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, str]:
    """By name of ours what the post says there, as text; what it does not say is left out."""
    found = {}
    for name, path in mapping.items():
        if said := _text(_at(told, path)):
            found[name] = said
    return found


def _text(value: Any) -> str:
    """Without signs that nobody sees, as they come along with what was copied; whole numbers without a point."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return ""
    plain = int(value) if isinstance(value, float) and value.is_integer() else value
    return "".join(sign for sign in str(plain) if sign in KEPT or category(sign) not in UNSEEN).strip()


def _at(told: Mapping[str, Any], path: str) -> Any:
    found: Any = told
    if path in told:
        return told[path]
    for step in path.split("."):
        if isinstance(found, list) and step.isdecimal() and int(step) < len(found):
            found = found[int(step)]
        elif isinstance(found, dict):
            found = found.get(step)
        else:
            return None
    return found
