"""A message's words and address, sealed: what each column is bound to."""

from typing import Any

import orjson

from chezhan.kernel.crypto import SealBroken, seal, unseal
from chezhan.modules.messaging.models import Message
from tenants.keys import key_here


def kept(*, column: str, text: str) -> bytes | None:
    return seal(key=key_here(), purpose=f"message.{column}", text=text) if text else None


def told(message: Message, column: str) -> str:
    """Empty for what is not there, was erased, or does not open."""
    sealed = getattr(message, column)
    if sealed is None:
        return ""
    try:
        return unseal(key=key_here(), purpose=f"message.{column}", sealed=sealed)
    except SealBroken:
        return ""


def kept_params(params: tuple[tuple[str, str], ...]) -> bytes | None:
    return kept(column="params", text=orjson.dumps(params).decode()) if params else None


def told_params(message: Message) -> list[tuple[str, str]]:
    text = told(message, "params")
    found: list[Any] = orjson.loads(text) if text else []
    return [(str(name), str(value)) for name, value in found]
