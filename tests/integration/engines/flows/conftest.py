"""A store in which flows are drawn, over HTTP as designers do, and walked through by its people."""

import datetime as dt
from typing import Any

import pytest

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.catalogue.timers.ringing import ring_due
from chezhan.kernel import clock
from tests.integration.engines.forms.conftest import RECORDS, Colleague

DESIGN = "/api/store/design/flows"


class FlowMaker(Colleague):
    def begin(self, name: str = "流程", *, entity: str = "customer", status: int = 201, **drawn: Any) -> Any:
        body = {"entity": entity, "name": name, **({"definition": drawn} if drawn else {})}
        return self.ask("post", DESIGN, body, status=status)

    def save(self, flow: Any, *, status: int = 200, **drawn: Any) -> Any:
        body = {"draft_version": flow["draft_version"], "definition": drawn}
        return self.ask("patch", f"{DESIGN}/{flow['id']}", body, status=status)

    def publish(self, flow: Any, *, status: int = 200) -> Any:
        return self.ask(
            "post", f"{DESIGN}/{flow['id']}/publish", {"draft_version": flow["draft_version"]}, status=status
        )

    def put(self, name: str = "流程", *, entity: str = "customer", **drawn: Any) -> Any:
        """A flow in force, as it was made."""
        flow = self.begin(name, entity=entity, **drawn)
        assert flow["problems"] == []
        self.publish(flow)
        return flow

    def made(self, entity: str = "customer", **values: Any) -> Any:
        return self.create(entity, **values)["record"]

    def now(self, record: Any, entity: str = "customer") -> Any:
        return self.ask("get", f"{RECORDS}/{entity}/{record['id']}")["record"]


def node(kind: str, name: str, **members: Any) -> dict[str, Any]:
    return {"kind": kind, "id": name, **members}


def drawn(*nodes: Any, ways: str) -> dict[str, Any]:
    """`ways`: "start>one one.approved>end", a way each."""
    edges = []
    for number, way in enumerate(ways.split()):
        origin, _, target = way.partition(">")
        source, _, port = origin.partition(".")
        edges.append({"id": f"e{number}", "source": source, "port": port or "next", "target": target})
    return {"nodes": list(nodes), "edges": edges}


def by_roles(*roles: str) -> list[dict[str, Any]]:
    return [{"kind": "roles", "roles": list(roles)}]


def when(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"combinator": "and", "rules": [{"field": field, "operator": operator, "value": value}]}


START, END = node("start", "start"), node("end", "end")


def run() -> None:
    """The clock's turn, and then all that waits for the product itself."""
    for _ in range(3):
        ring_due(until=clock.now() + dt.timedelta(minutes=1))
        dispatch(until=clock.now() + dt.timedelta(minutes=1))


@pytest.fixture
def maker(sign_in):
    return lambda name="manager", store="north": FlowMaker(sign_in(name, store=store))


@pytest.fixture
def manager(maker):
    return maker()


@pytest.fixture
def advisor(maker):
    return maker("advisor")


@pytest.fixture
def owner(maker):
    return maker("owner")


@pytest.fixture
def ids(cast):
    return {name: str(person.id) for name, person in cast.people.items()}
