"""Bodies as JSON that can be written again: JSON can spell halves of characters, NUL, numbers of any length and depth
of any number, of which PostgreSQL keeps none.
"""

from typing import Any

import orjson
from django.http import HttpRequest
from ninja.parser import Parser

NUL = b"\\u0000"


class WholeTexts(Parser):
    def parse_body(self, request: HttpRequest) -> Any:
        """Raises ValueError, of which the API says that the body can't be read."""
        try:
            found = super().parse_body(request)
            written = orjson.dumps(found)
        except (RecursionError, orjson.JSONEncodeError) as error:
            raise ValueError(str(error)) from None
        # Of what was read, since a backslash may stand before it that makes six plain signs of it.
        if NUL in request.body and NUL in written.replace(b"\\\\", b""):
            raise ValueError("NUL in a text")
        return found
