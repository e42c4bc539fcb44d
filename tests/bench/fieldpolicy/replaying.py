"""Ask the same of both twins and compare what comes back, byte by byte."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Any
from unittest.mock import patch
from uuid import UUID

import orjson
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from chezhan.access.roles import GRANTS
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.importing.work.driving import drive
from chezhan.catalogue.records.duplicates.models import DuplicateScan
from chezhan.catalogue.records.duplicates.scans import drive as look_through
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tests.bench.fieldpolicy.all_doors import asks_about
from tests.bench.fieldpolicy.doors import Ask, Hidden
from tests.bench.fieldpolicy.judging import as_text, plain
from tests.bench.fieldpolicy.twins import (
    FIELDS_NOT_PLAYED,
    HEAD_ROLE,
    KINDS,
    ROLE,
    ROWS,
    Twins,
    differ,
    fresh,
    hide,
    id_of,
    refill,
)
from tests.bench.fieldpolicy.values import VALUES
from tests.bench.harness import say

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
NOW = "2026-06-07T03:04:05Z"
PAGES = 10
KNOWN = [str(id_of(name, number)).encode() for name in KINDS for number in range(ROWS)]
SHOWN = 10
# What is made on the way → the address at which it is answered.
MADE = {
    "merge": "/merge", "operation": "/records/", "view": "/views", "comment": "/comments", "tag": "/tags",
    "import": "/imports",
}  # fmt: skip


@dataclass(frozen=True)
class Round:
    """A field that is hidden: `own`: from others' records alone."""

    entity: Entity
    field: Field
    own: bool

    def __str__(self) -> str:
        return f"{self.entity.name}.{self.field.name}{' of others' if self.own else ''}"


def rounds(twins: Twins) -> list[Round]:
    """Every field that can hold a value of its own, hidden everywhere and from others' records."""
    return [
        Round(entity, one, own)
        for entity in twins.entities()
        if entity.name in KINDS
        for one in entity.own_fields
        if not one.fixed and one.type.name in VALUES and f"{entity.name}.{one.name}" not in FIELDS_NOT_PLAYED
        for own in (False, True)
    ]


def apart(one: str, other: str) -> tuple[str, str]:
    """Both around the place from which on they differ."""
    at = max(0, next((at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours), 0) - 300)
    return one[at : at + 600], other[at : at + 600]


@dataclass
class Replay:
    """`counts`: tried, leaked, broken; `doors`: how often each was tried; `spoken`: answered with something; `wrong`:
    differences by round.
    """

    twins: Twins
    counts: Counter[str] = field(default_factory=Counter)
    doors: Counter[str] = field(default_factory=Counter)
    spoken: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    last: dict[tuple[UUID, str], str] = field(default_factory=dict)

    def play(self, one: Round, *, doors: Collection[str] = ()) -> None:
        """`doors`: these alone; all where none are named."""
        twins = self.twins
        for store in twins.stores:
            refill(twins, store)
        differ(twins, entity=one.entity, field=one.field, others_only=one.own)
        hide(twins, entity=one.entity, field=one.field, own=one.own)
        hidden = Hidden(one.entity, one.field, tuple(kind for kind in twins.entities() if kind.name in KINDS))
        # What needs a right beyond records is asked too.
        granted = {
            role: GRANTS[role] | {"person.data", "retention.write", "people.remove"} for role in (ROLE, HEAD_ROLE)
        }
        with time_machine.travel(NOW, tick=False), patch.dict(GRANTS, granted):
            clients = {name: self._client(name) for name in ("stranger", "analyst")}
            for ask in asks_about(hidden):
                if doors and ask.door not in doors:
                    continue
                self._put(ask, clients[ask.person], one)

    def _put(self, ask: Ask, client: Client, one: Round) -> None:
        answers = [list(self._answers(ask, client, store)) for store in self.twins.stores]
        self.counts["tried"] += 1
        self.doors[ask.door] += 1
        self.spoken[ask.door] += any(status < 400 for status, _ in answers[0])
        if any(status >= 500 for answer in answers for status, _ in answer):
            self._tell("broken", f"{one}: {ask.method} {ask.path} {ask.params or ask.body}: {answers[0]!r:.300}")
        if answers[0] != answers[1]:
            self.wrong[str(one)] += 1
            self._tell("leaked", f"{one} through {ask.door}: {ask.method} {ask.path} {ask.params or ask.body}")
            for answer in apart(*map(repr, answers)) if self.counts["leaked"] <= 3 else ():
                say(f"    {answer}")

    def _answers(self, ask: Ask, client: Client, store: StoreRef) -> Iterator[tuple[int, bytes]]:
        params = {name: self._named(value, store) for name, value in ask.params.items()}
        path = self._named(ask.path, store)
        for _ in range(PAGES):
            sent, kind = self._sent(ask, store)
            response = client.generic(
                ask.method, path, sent, content_type=kind, headers={"X-Store": store.slug}, query_params=params
            )
            body = b"".join(response.streaming_content) if response.streaming else response.content
            self._keep(path, body, store)
            if ask.method == "POST" and MADE["import"] in path and (store.id, "import") in self.last:
                drive(store=fresh(store), job_id=UUID(self.last[store.id, "import"]))
            if ask.method == "POST" and path.endswith("/look"):
                _look_through(fresh(store))
            yield response.status_code, plain(as_text(body, path=path), store=store, known=KNOWN)
            following = ask.follow and response.status_code == 200 and orjson.loads(body).get("next_cursor")
            if not following:
                return
            params = {**params, "cursor": following}

    def _sent(self, ask: Ask, store: StoreRef) -> tuple[str | bytes, str]:
        if ask.file is not None:
            return encode_multipart(
                BOUNDARY, {**(ask.form or {}), "file": SimpleUploadedFile("行.csv", ask.file)}
            ), MULTIPART_CONTENT
        body = self._named(orjson.dumps(ask.body).decode(), store) if ask.body is not None else ""
        return body, "application/json"

    def _named(self, value: Any, store: StoreRef) -> Any:
        if not isinstance(value, str):
            return value
        value = value.replace("{store}", store.slug).replace("{group}", store.group.slug)
        for kind in (*MADE, "entry"):
            value = value.replace(f"{{{kind}}}", self.last.get((store.id, kind), str(UUID(int=9))))
        return value

    def _keep(self, path: str, body: bytes, store: StoreRef) -> None:
        """The id of what was made, and of a record's first entry, for what is asked next."""
        if path.endswith("/timeline") and body.startswith(b'{"rows"'):
            entries = [row["entry_id"] for row in orjson.loads(body)["rows"] if row["entry_id"]]
            if entries:
                self.last[store.id, "entry"] = entries[-1]
        for kind, place in MADE.items():
            if place in path and body.startswith(b"{"):
                made = orjson.loads(body)
                if found := made.get("operation_id") or made.get("id"):
                    self.last[store.id, kind] = found

    def _client(self, name: str) -> Client:
        client = Client(raise_request_exception=False)
        with public_context():
            client.force_login(self.twins.cast.people[name], backend=BACKEND)
        return client

    def _tell(self, what: str, words: str) -> None:
        self.counts[what] += 1
        if self.counts[what] <= SHOWN:
            say(f"  {what.upper()}: {words}")


def _look_through(store: StoreRef) -> None:
    """As a worker does."""
    with tenant_context(store):
        scans = list(DuplicateScan.objects.values_list("id", flat=True))
    for scan_id in scans:
        look_through(store=store, scan_id=scan_id)
