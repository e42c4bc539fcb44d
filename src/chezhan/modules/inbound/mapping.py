"""From what a sender sends to what a lead says: by names of its own, as JSON or as a web form."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import orjson

from chezhan.modules.inbound.refusals import BadMapping, PostUnreadable

# Of a lead, in the order in which the page shows them; `id`: the sender's own number of it; `seconds`: of a call;
# `trap`: what people do not see on a web form.
FIELDS = ("contact_name", "phone", "brand", "series", "region", "budget", "campaign", "need")
BESIDE = ("id", "seconds", "trap")
PATH, DEPTH = 120, 6

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


def as_text(body: bytes) -> str:
    """Senders of the trade still write GB 18030. Raises PostUnreadable."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return body.decode(encoding).replace("\x00", "")
        except UnicodeDecodeError:
            continue
    raise PostUnreadable


def read(text: str) -> Mapping[str, Any]:
    """Raises PostUnreadable."""
    try:
        found = orjson.loads(text)
    except orjson.JSONDecodeError:
        found = dict(parse_qsl(text, max_num_fields=200)) if "=" in text and not text.lstrip().startswith("{") else None
    if not isinstance(found, dict):
        raise PostUnreadable
    return found


def values_in(told: Mapping[str, Any], mapping: Mapping[str, str]) -> dict[str, str]:
    """By name of ours what the post says there, as text; what it does not say is left out."""
    found = {}
    for name, path in mapping.items():
        value = _at(told, path)
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value).strip():
            found[name] = str(value).strip()
    return found


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
