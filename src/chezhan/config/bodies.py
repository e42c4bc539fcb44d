"""Bodies as JSON whose every text is one that PostgreSQL keeps: JSON can spell halves of characters, and NUL."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

# As JSON spells halves of characters; most come in pairs and are whole.
HALF = b"\\ud"
NUL = b"\\u0000"


class WholeTexts(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError, of which the API says that the body can't be read."""
        found = super().parse_body(request)
        if HALF in request.body.lower():
            json.dumps(found, ensure_ascii=False).encode()
        # Of what was read, since a backslash may stand before it that makes six plain signs of it.
        if NUL in request.body and NUL in json.dumps(found).encode().replace(b"\\\\", b""):
            raise ValueError("NUL in a text")
        return found
