"""Bodies as JSON whose every text is text: half a character, which JSON can spell, is none."""

import json
from typing import Any

from django.http import HttpRequest
from ninja.parser import Parser

# As JSON spells halves of characters; most come in pairs and are whole.
HALF = b"\\ud"


class WholeTexts(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError, of which the API says that the body can't be read."""
        found = super().parse_body(request)
        if HALF in request.body.lower():
            json.dumps(found, ensure_ascii=False).encode()
        return found
