"""Cases drawn from the API's own descriptions, most with real names in their addresses, and what comes of them."""

import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import APIOperation, Case, GenerationMode, Response
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.bench.fuzz.bodies import JSON, raw_bodies
from tests.bench.harness import say

SERVER_ERROR = 500
CONFORMANCE = (response_schema_conformance, status_code_conformance, content_type_conformance)
SHOWN = 40
# One in so many of the names in an address is whatever was drawn.
STRANGE = 5
QUERIES: Mapping[str, tuple[str, ...]] = {
    "filter": (
        '{"combinator":"and","rules":[{"field":"name","operator":"contains","value":"\\u0000"}]}',
        '{"combinator":"or","rules":[{"combinator":"and","rules":[]}]}',
        '{"combinator":"and","rules":[{"field":"annual_income","operator":">","value":"1e400"}]}',
        '{"combinator":"and","rules":[{"field":"created_at","operator":"between","value":["9999-99-99",null]}]}',
        '{"combinator":"xor","not":[],"rules":{}}',
        "[" * 3_000,
    ),
    "sort": ("-created_at", "name", "phone", "-", "id,id", "created_at,-created_at,name"),
    "fields": ("name", "name,name", "phone,created_at,id", ",", "name" * 500),
    "cursor": ("e30", "bnVsbA", "W251bGwsbnVsbF0", "%%", "A" * 5_000),
    "tags": ("00000000-0000-0000-0000-000000000000", ",,,", "x" * 300),
    "q": ("王", "139", "0001", "%_\\", "'\"", "\u200b"),
}

Near = Callable[[str], Iterator[dict[str, Any]]]
Real = Callable[[Iterable[str]], dict[str, str]]


@dataclass
class Fuzzer:
    """`real(parameters)`: things that belong together, by the parameter that names them, as far as there are any.
    `near(operation's id)`: bodies, of a reading one queries, that come close to one that is right.

    `counts`: cases, server_errors, schema_mismatches.
    """

    headers: Mapping[str, str]
    real: Real
    chance: random.Random
    near: Near = lambda operation: iter(())
    counts: Counter[str] = field(default_factory=Counter)
    answered: set[str] = field(default_factory=set)
    statuses: Counter[tuple[str, int]] = field(default_factory=Counter)
    shown: Counter[str] = field(default_factory=Counter)

    def ask(self, operation: APIOperation, *, cases: int) -> None:
        """A read without questions, half as described and half not, a few bodies that are none, some nearly right."""
        told = operation.definition.raw.get("operationId", "")
        if operation.method.upper() == "GET":
            for query in islice(self.near(told), max(2, cases // 4)):
                self._send(operation.Case(path_parameters=self._names_of(operation), query=query))
        if operation.method.upper() == "GET" and not any(one.is_required for one in operation.query):
            self._send(operation.Case(path_parameters=self._names_of(operation)))
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            self._draw(operation, mode, cases=max(1, cases // 2))
        if operation.method.upper() in {"POST", "PUT", "PATCH"}:
            for name, body, kind in self.chance.sample(list(raw_bodies()), k=min(max(1, cases // 4), 8)):
                self._send_raw(operation, name, body, kind)
            for body in islice(self.near(told), max(2, cases // 2)):
                self._send(operation.Case(path_parameters=self._names_of(operation)), data=_dumped(body), kind=JSON)

    def _draw(self, operation: APIOperation, mode: GenerationMode, *, cases: int) -> None:
        @seed(self.chance.randrange(2**32))
        @settings(
            max_examples=cases,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(operation.as_strategy(generation_mode=mode))
        def each(case: Case) -> None:
            self._send(self._named(case))

        try:
            each()
        except Unsatisfiable:
            # Nothing can be sent there that is against the description.
            self.counts["nothing to draw"] += 1

    def _named(self, case: Case) -> Case:
        """With real names in the address, and now and then a query that comes close to one that is right."""
        for name, real in self.real(case.path_parameters or {}).items():
            if self.chance.randrange(STRANGE):
                case.path_parameters[name] = real
        for parameter in case.operation.query:
            if parameter.name in QUERIES and not self.chance.randrange(3):
                case.query = {**(case.query or {}), parameter.name: self.chance.choice(QUERIES[parameter.name])}
        return case

    def _send(self, case: Case, **body: Any) -> None:
        self.counts["cases"] += 1
        headers = dict(self.headers)
        if body:
            headers["Content-Type"] = body.pop("kind")
        response = case.call(headers=headers, **body)
        if response.status_code < 300:
            self.answered.add(case.operation.label)
        self.statuses[case.operation.label, response.status_code] += 1
        for failure in _failures(case, response):
            self._count(failure, case, response, body)

    def _send_raw(self, operation: APIOperation, name: str, body: bytes, kind: str) -> None:
        self._send(operation.Case(path_parameters=self._names_of(operation)), data=body, kind=kind)

    def _names_of(self, operation: APIOperation) -> dict[str, str]:
        names = [one.name for one in operation.path_parameters]
        return dict.fromkeys(names, "x") | self.real(names)

    def _count(self, failure: Failure, case: Case, response: Response, body: Mapping[str, Any]) -> None:
        kind = "server_errors" if response.status_code >= SERVER_ERROR else "schema_mismatches"
        self.counts[kind] += 1
        self.shown[key := f"{kind} of {case.operation.label}"] += 1
        if self.shown[key] == 1 and len(self.shown) <= SHOWN:
            said = " ".join(str(failure).split())[:600]
            sent = str(case.body)[:300] if isinstance(case.body, dict | list | str) else type(case.body).__name__
            if "data" in body:
                sent = repr(body["data"][:1_500])
            say(f"{case.operation.label} {response.status_code}: {said}\n    query {case.query} body {sent}")


def _failures(case: Case, response: Response) -> Iterator[Failure]:
    """A server's error is told once, and not also as an answer that is not described."""
    checks = [not_a_server_error] if response.status_code >= SERVER_ERROR else list(CONFORMANCE)
    try:
        case.validate_response(response, checks=checks)
    except FailureGroup as group:
        yield from group.exceptions
    except Failure as failure:
        yield failure


def _dumped(body: Any) -> bytes:
    """With half characters too, as some programs send them."""
    return json.dumps(body).encode()


def operations_of(document: dict[str, Any], application: Any) -> list[APIOperation]:
    """What the document describes, to be asked of the application itself."""
    described = schemathesis.openapi.from_dict(document)
    described.app = application
    return [found.ok() for found in described.get_all_operations()]
