"""A store in which rules are made, over HTTP as designers do, and followed."""

import datetime as dt
from typing import Any

import pytest

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.kernel import clock
from tests.integration.engines.forms.conftest import RECORDS, Colleague

DESIGN = "/api/store/design/rules"


class RuleMaker(Colleague):
    def begin(self, name: str = "规则", *, entity: str = "customer", status: int = 201, **definition: Any) -> Any:
        body = {"entity": entity, "name": name, "definition": definition}
        return self.ask("post", DESIGN, body, status=status)

    def save(self, rule: Any, *, status: int = 200, **definition: Any) -> Any:
        body = {"draft_version": rule["draft_version"], "definition": definition}
        return self.ask("patch", f"{DESIGN}/{rule['id']}", body, status=status)

    def publish(self, rule: Any, *, status: int = 200) -> Any:
        body = {"draft_version": rule["draft_version"]}
        return self.ask("post", f"{DESIGN}/{rule['id']}/publish", body, status=status)

    def put(self, name: str = "规则", **members: Any) -> Any:
        """A rule in force, as it was made."""
        rule = self.begin(name, **members)
        self.publish(rule)
        return rule

    def log(self, rule: Any) -> list[Any]:
        return self.ask("get", f"{DESIGN}/{rule['id']}/log")["runs"]

    def made(self, entity: str = "customer", **values: Any) -> Any:
        return self.create(entity, **values)["record"]

    def now(self, record: Any, entity: str = "customer") -> Any:
        return self.ask("get", f"{RECORDS}/{entity}/{record['id']}")["record"]


def put(*fields: Any, **values: Any) -> dict[str, Any]:
    """An action that sets these values; of `fields`, (name, formula)."""
    said = [{"field": name, "value": value} for name, value in values.items()]
    return {"kind": "set", "fields": [*said, *({"field": name, "formula": text} for name, text in fields)]}


def when(field: str, operator: str, value: Any) -> dict[str, Any]:
    return {"combinator": "and", "rules": [{"field": field, "operator": operator, "value": value}]}


CREATED = {"kind": "created"}


def run() -> int:
    return dispatch(until=clock.now() + dt.timedelta(minutes=1))


@pytest.fixture
def maker(sign_in):
    return lambda name="manager", store="north": RuleMaker(sign_in(name, store=store))


@pytest.fixture
def manager(maker):
    return maker()
