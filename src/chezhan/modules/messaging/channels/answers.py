"""What providers say, read without trust."""

from typing import Any

import orjson

from chezhan.kernel.outbound import Answer, ReplyLost
from chezhan.modules.messaging.refusals import ReceiptRefused


def object_of(answer: Answer) -> dict[str, Any]:
    """Raises ReplyLost for what is no object: it is not known whether the message was taken."""
    told = answer.json()
    if not isinstance(told, dict):
        raise ReplyLost
    return told


def objects_of(body: bytes) -> list[dict[str, Any]]:
    """One object or a list of them. Raises ReceiptRefused."""
    try:
        told = orjson.loads(body)
    except orjson.JSONDecodeError:
        raise ReceiptRefused from None
    found = told if isinstance(told, list) else [told]
    if len(found) > 1_000 or not all(isinstance(one, dict) for one in found):
        raise ReceiptRefused
    return found
