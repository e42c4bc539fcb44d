"""Ask another machine over HTTP."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx
import orjson

from chezhan.kernel.outbound.refusals import NotReached, ReplyLost
from chezhan.kernel.outbound.targets import read_target
from chezhan.kernel.outbound.wire import Transport, Trip

SECONDS, BYTES = 15.0, 1_000_000
AGENT = "Chezhan/1"


@dataclass(frozen=True, slots=True)
class Answer:
    """A redirect is an answer as any other: it is not followed."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    def json(self) -> Any:
        """Raises ReplyLost for what is no JSON."""
        try:
            return orjson.loads(self.body)
        except orjson.JSONDecodeError:
            raise ReplyLost from None


def ask(
    *,
    method: str,
    url: str,
    headers: Mapping[str, str] | None = None,
    body: bytes = b"",
    seconds: float = SECONDS,
    limit: int = BYTES,
) -> Answer:
    """`seconds` in all, from the connection on; `limit`: bytes of the answer.

    Raises OutboundRefused, NotReached (nothing was sent), ReplyLost (it may have been taken).
    """
    told = {"User-Agent": AGENT, "Accept-Encoding": "identity", **(headers or {})}
    with Trip(read_target(url), seconds=seconds) as trip:
        try:
            with (
                httpx.Client(
                    transport=Transport(trip), trust_env=False, follow_redirects=False, timeout=seconds
                ) as client,
                client.stream(method, url, headers=told, content=body) as answer,
            ):
                return Answer(answer.status_code, dict(answer.headers), _read(answer, limit))
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError):
            # Their words may hold the address and, in it, keys.
            raise (ReplyLost if trip.sent else NotReached) from None


def _read(answer: httpx.Response, limit: int) -> bytes:
    """As it came: what is packed stays so, and does not grow here. Raises ReplyLost for more than `limit`."""
    body = bytearray()
    for part in answer.iter_raw():
        body += part
        if len(body) > limit:
            raise ReplyLost
    return bytes(body)
