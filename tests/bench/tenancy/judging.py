"""What an answer says, and whether it says anything of B."""

from dataclasses import dataclass

import orjson

from tests.bench.tenancy.canaries import CANARY


@dataclass(frozen=True)
class Answer:
    """`shape` is what must not differ between B's things and nobody's; `named`: the request named one of them."""

    status: int
    shape: tuple
    leaks: bool
    named: bool


def judge(response, *, named: bool) -> Answer:
    body = b"".join(response.streaming_content) if response.streaming else response.content
    whole = body + repr(response.headers).encode() + response.cookies.output().encode()
    return Answer(
        status=response.status_code,
        shape=(response.status_code, _codes(response, body), tuple(sorted(response.headers)), tuple(response.cookies)),
        leaks=CANARY.lower().encode() in whole.lower(),
        named=named,
    )


def _codes(response, body: bytes) -> tuple:
    """The codes of a refusal; of a list how much is in it."""
    if not response.headers.get("Content-Type", "").startswith("application/json"):
        return ()
    data = orjson.loads(body or b"null")
    if isinstance(data, list):
        return (len(data),)
    if not isinstance(data, dict):
        return ()
    if isinstance(data.get("error"), dict):
        return data["error"]["code"], tuple(sorted(data["error"]["params"]))
    if "errors" in data:
        return tuple(sorted(str(error.get("code")) for error in data["errors"]))
    rows = data.get("rows")
    return (len(rows), str(data.get("count"))) if isinstance(rows, list) else ()
