"""Labels that people type, and the names made of them: `x_` and pinyin."""

import re
import unicodedata
from collections.abc import Container

from chezhan.catalogue.definitions.refusals import BadFieldName, BadLabel, FieldNameTaken
from chezhan.catalogue.labels import Label
from chezhan.kernel.searching.pinyin import words_of

LONGEST = 40
NAME = re.compile(rf"x_[a-z0-9_]{{1,{LONGEST - 2}}}\Z")
LABEL_LIMIT = 60


def clean_label(label: Label, *, field: str = "label") -> Label:
    """Trimmed; a language without words of its own takes the other's. Raises BadLabel."""
    zh, en = (_clean(text, field) for text in (label.zh, label.en))
    if not zh and not en:
        raise BadLabel(fields={field: [BadLabel.message]})
    return Label(zh or en, en or zh)


def name_for(label: Label, *, taken: Container[str]) -> str:
    """A free name that reads like the label: 保养里程 → x_bao_yang_li_cheng, then x_bao_yang_li_cheng_2."""
    words = words_of(label.zh)
    base = "x_" + "_".join(words or ["field"])
    base = base[: LONGEST - 4].rstrip("_")
    name, number = base, 1
    while name in taken or not _is_name(name):
        number += 1
        name = f"{base}_{number}"
    return name


def check_name(name: str, *, taken: Container[str]) -> str:
    """Raises BadFieldName, FieldNameTaken (409)."""
    if not _is_name(name):
        raise BadFieldName(fields={"name": [BadFieldName.message]})
    if name in taken:
        raise FieldNameTaken(params={"name": name}, fields={"name": [FieldNameTaken.message]})
    return name


def _is_name(name: str) -> bool:
    """Django takes __ for a step along a relation; `_by_x_` parts the names of a link followed backwards."""
    return bool(NAME.match(name)) and "__" not in name and not name.endswith("_") and "_by_x_" not in name


def _clean(text: str, field: str) -> str:
    clean = " ".join(text.split())
    bad = any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in clean)
    if bad or len(clean) > LABEL_LIMIT:
        raise BadLabel(fields={field: [BadLabel.message]})
    return clean
