"""Somebody at a browser who goes on asking, under the same key, until the product has answered."""

import random
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

LOGIN = "/_allauth/browser/v1/auth/login"
# Of the answers so many do not reach whoever asked: a phone without a net.
UNHEARD = 0.1
PATIENCE = 180
LATER = {401, 403, 429}
STILL_AT_WORK = "request_in_progress"


class Refused(Exception):
    """The product said no, for good. `changed`: only since the version that was named is not the present one."""

    def __init__(self, words: str, *, changed: bool = False) -> None:
        super().__init__(words)
        self.changed = changed


@dataclass
class Tally:
    """What all of them saw, together. `acked`: answers that said it was done. `refused`: in words."""

    counts: Counter[str] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def count(self, name: str) -> None:
        with self.lock:
            self.counts[name] += 1


@dataclass
class Person:
    address: str
    email: str
    password: str
    store: str
    tally: Tally
    dice: random.Random
    unheard: float = 0

    def __post_init__(self) -> None:
        self.client = httpx.Client(base_url=self.address, timeout=20, headers={"X-Store": self.store})
        self.signed_in = False

    def post(self, path: str, body: Any = None, **more: Any) -> Any:
        """An operation: once, however often it must be asked for."""
        headers = {"Idempotency-Key": str(uuid4())}
        if "files" in more:
            return self._until_answered("POST", path, headers=headers, **more)
        return self._until_answered("POST", path, json={} if body is None else body, headers=headers)

    def get(self, path: str) -> Any:
        return self._until_answered("GET", path)

    def put(self, path: str, body: Any) -> Any:
        """Without a key: only where nothing is killed."""
        return self._until_answered("PUT", path, json=body)

    def change(self, path: str, **values: Any) -> Any:
        """Changes take no key: they name the version that was looked at, and so none is done twice."""
        while True:
            record = self.get(path)["record"]
            if all(record[name] == value for name, value in values.items()):
                self.tally.count("acked")
                return record
            body = {"version": record["version"], "values": values}
            try:
                return self._until_answered("PATCH", path, json=body)
            except Refused as refused:
                if not refused.changed:
                    raise

    def _until_answered(self, method: str, path: str, **asked: Any) -> Any:
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            answer = self._ask(method, path, **asked)
            if answer is None:
                continue
            if answer.is_success:
                if method != "GET":
                    self.tally.count("acked")
                    self.tally.count("answered again" if "Idempotency-Replayed" in answer.headers else "answered")
                return answer.json() if answer.content else None
            if method == "PATCH" and answer.status_code == httpx.codes.CONFLICT:
                raise Refused(f"{path} was changed meanwhile", changed=True)
            later = answer.status_code in LATER or STILL_AT_WORK in answer.text
            if answer.status_code < 500 and not later:
                raise Refused(f"{method} {path} {answer.status_code}: {answer.text[:300]}")
            if answer.status_code in (401, 403):
                self.signed_in = False
            self.tally.count(f"told {answer.status_code} {answer.text[:90] if answer.status_code >= 500 else ''}")
            time.sleep(0.1)
        raise Refused(f"{method} {path} was not answered for {PATIENCE} s")

    def _ask(self, method: str, path: str, **asked: Any) -> httpx.Response | None:
        """None where no answer came."""
        try:
            if not self.signed_in:
                self._sign_in()
            headers = {"X-CSRFToken": self.client.cookies.get("csrftoken", ""), **asked.pop("headers", {})}
            answer = self.client.request(method, path, headers=headers, **asked)
        except (httpx.HTTPError, httpx.StreamError):
            self.tally.count("unanswered")
            time.sleep(0.25)
            return None
        if method != "GET" and answer.is_success and self.dice.random() < self.unheard:
            self.tally.count("unheard")
            return None
        return answer

    def _sign_in(self) -> None:
        """Raises httpx.HTTPError while nobody can."""
        self.client.cookies.clear()
        self.client.get("/_allauth/browser/v1/config").raise_for_status()
        headers = {"X-CSRFToken": self.client.cookies.get("csrftoken", "")}
        answer = self.client.post(LOGIN, json={"email": self.email, "password": self.password}, headers=headers)
        answer.raise_for_status()
        self.signed_in = True
        self.tally.count("signed in")
