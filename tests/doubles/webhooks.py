"""A program that takes webhooks: it checks signatures by itself, from the text of the standard, and knows repeats."""

import base64
import hashlib
import hmac
from dataclasses import dataclass, field
from typing import Any

import orjson

from tests.doubles.http import Asked, Said


@dataclass
class Receiver:
    """`secret`: as it was told. `answers`: statuses, one after the other, then 204. `taken`: by id, what it said."""

    secret: str = ""
    answers: list[int] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    forged: list[Asked] = field(default_factory=list)
    taken: dict[str, Any] = field(default_factory=dict)
    says: bytes = b""

    def __call__(self, asked: Asked) -> Said:
        self.asked.append(asked)
        if not self.knows(asked):
            self.forged.append(asked)
            return Said(401)
        status = self.answers.pop(0) if self.answers else 204
        if status < 300:
            self.taken[asked.headers["webhook-id"]] = orjson.loads(asked.body)
        return Said(status, self.says)

    def knows(self, asked: Asked) -> bool:
        kind, _, key = self.secret.partition("_")
        told = f"{asked.headers['webhook-id']}.{asked.headers['webhook-timestamp']}.".encode() + asked.body
        sign = base64.b64encode(hmac.digest(base64.b64decode(key), told, hashlib.sha256)).decode()
        return kind == "whsec" and f"v1,{sign}" in asked.headers["webhook-signature"].split(" ")
