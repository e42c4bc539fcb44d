"""Names that people type, and the slugs of addresses made from them."""

import re
import unicodedata
from uuid import UUID

from django.utils.text import slugify
from pypinyin import lazy_pinyin

from tenants.errors import BadName

SHORTEST, LONGEST = 2, 60
SLUG_LENGTH = 30
RESERVED = frozenset({"api", "admin", "hq", "me", "new", "s", "static", "assets", "www", "platform", "public"})


def clean_name(name: str) -> str:
    """`name` in NFKC with single blanks. Raises BadName (422) outside 2–60 characters or with unseen ones."""
    if any(unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn"} for sign in name):
        raise BadName(fields={"name": [BadName.message]})
    clean = " ".join(unicodedata.normalize("NFKC", name).split())
    if not SHORTEST <= len(clean) <= LONGEST or not re.search(r"\w", clean):
        raise BadName(fields={"name": [BadName.message]})
    return clean


def slug_for(name: str, *, id: UUID) -> str:
    """A readable slug that is unique without asking: pinyin of the name and six digits of the id's random end."""
    base = slugify("".join(lazy_pinyin(name)))[:SLUG_LENGTH].strip("-")
    if not base or base in RESERVED:
        base = "store"
    return f"{base}-{id.hex[-6:]}"
