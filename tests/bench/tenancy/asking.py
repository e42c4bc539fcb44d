"""Requests that name B's things, made by A's people; each with a twin that names nobody's."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

import orjson
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.bench.tenancy.canaries import Belongings
from tests.bench.tenancy.cases import ANYTHING, CASES, Case, Names
from tests.bench.tenancy.judging import Answer, judge
from tests.factories.routes import Route

STORE_WAYS = ("header", "own header", "no header", "host", "host, own header", "header, own host")
GROUP_WAYS = ("B's group", "own group")
# A session does not outlive some of these; the next one begins anew.
ENDS_SESSIONS = ("_allauth/", "platform/logout")


@dataclass(frozen=True)
class Own:
    """What the asker may enter: a group and a store."""

    group: str
    store: str
    host: str


@dataclass(frozen=True)
class Ask:
    """`way`: how the store or the group is named; `seed` draws which of B's things."""

    route: Route
    way: str
    person: str
    seed: int

    @property
    def case(self) -> Case:
        return CASES[self.route.operation] if self.route.operation else ANYTHING

    @property
    def ends_session(self) -> bool:
        return self.route.path.startswith(ENDS_SESSIONS)

    def __str__(self) -> str:
        return f"{self.person}: {self.route} ({self.way})"


def all_asks(routes: Sequence[Route], people: Sequence[str], *, seed: int) -> Iterator[Ask]:
    for route in routes:
        # The platform's admin is for staff alone: what role one has in a group makes no difference to it.
        some = people[:1] if route.path.startswith("platform/") else people
        for way in _ways(route):
            for person in some:
                yield Ask(route=route, way=way, person=person, seed=seed)


def _ways(route: Route) -> Sequence[str]:
    if route.path.startswith("api/store/"):
        return STORE_WAYS
    if "group" in route.parameters:
        return GROUP_WAYS if CASES[route.operation].in_own_group else GROUP_WAYS[:1]
    return ("as it is",)


def untested(routes: Sequence[Route], belongings: Belongings) -> list[str]:
    """Routes for which there is no case, or with a parameter of which B has nothing."""
    missing = []
    for route in routes:
        names = Names(belongings, real=True, chance=random.Random(0))
        known = not route.operation or route.operation in CASES
        try:
            route.url({name: names[name] for name in route.parameters})
        except KeyError:
            known = False
        if not known:
            missing.append(str(route))
    return missing


def send(ask: Ask, client: Client, *, belongings: Belongings, real: bool, own: Own) -> Answer:
    names = Names(belongings, real=real, chance=random.Random(ask.seed))
    asks_own = ask.way == "own group"
    values = {name: own.group if name == "group" and asks_own else names[name] for name in ask.route.parameters}
    query = ask.case.query(names)
    address = ask.route.url(values) + (f"?{urlencode(query)}" if query else "")
    headers = _headers(ask.way, names, own)
    if ask.case.upload:
        file = SimpleUploadedFile("sales.csv", b"Store,Number\nx,1\n")
        response = client.post(address, {**ask.case.form(names), "file": file}, headers=headers)
    else:
        has_body = ask.case.body is not None and ask.route.method != "GET"
        body = orjson.dumps(ask.case.body(names)) if has_body else b""
        response = client.generic(ask.route.method, address, body, content_type="application/json", headers=headers)
    return judge(response, named=bool(names.used))


def _headers(way: str, names: Names, own: Own) -> dict[str, str]:
    match way:
        case "header":
            return {"X-Store": names["store"]}
        case "own header":
            return {"X-Store": own.store}
        case "host":
            return {"Host": names["host"]}
        case "host, own header":
            return {"Host": names["host"], "X-Store": own.store}
        case "header, own host":
            return {"Host": own.host, "X-Store": names["store"]}
    return {}
