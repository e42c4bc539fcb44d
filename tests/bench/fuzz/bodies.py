"""Bodies that are no JSON, no object, or too much of one; each with the media type it says it has."""

from collections.abc import Iterator

JSON = "application/json"
DEEP = 20_000
RAW: dict[str, bytes] = {
    "nothing": b"",
    "a brace": b"{",
    "a list": b"[]",
    "null": b"null",
    "a number": b"1e999",
    "not a number": b'{"a": NaN}',
    "a NUL": b'{"name": "\\u0000", "values": {"name": "\\u0000"}}',
    "half a character": b'{"name": "\\ud800", "values": {"name": "\\ud800"}}',
    "no UTF-8": b'{"name": "\xff\xfe"}',
    "UTF-16": '{"name": "车"}'.encode("utf-16"),
    "a name twice": b'{"version": 1, "version": {}, "values": [], "values": {}}',
    "deep": b"[" * DEEP + b"]" * DEEP,
    "deep objects": b'{"a":' * DEEP + b"1" + b"}" * DEEP,
    "a long number": b'{"version": ' + b"9" * 5_000 + b"}",
    "a wide object": b"{" + b",".join(b'"k%d": %d' % (n, n) for n in range(20_000)) + b"}",
    "a prototype": b'{"__proto__": {"admin": true}, "constructor": 1, "__class__": "x"}',
}
TYPES = (JSON, "text/plain", "application/xml", "multipart/form-data", "multipart/form-data; boundary=x", "", "x" * 300)


def raw_bodies() -> Iterator[tuple[str, bytes, str]]:
    """(name, body, media type): every body as JSON, and a few as what they are not."""
    for name, body in RAW.items():
        yield name, body, JSON
    for number, kind in enumerate(TYPES[1:]):
        name = list(RAW)[number]
        yield f"{name} as {kind[:20] or 'nothing'}", RAW[name], kind
