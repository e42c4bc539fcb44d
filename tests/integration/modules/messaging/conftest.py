"""A store that writes to its customers, over HTTP as its people do; what is due is sent by the sender itself."""

import datetime as dt
from typing import Any

import pytest
import time_machine

from chezhan.kernel import clock
from chezhan.modules.messaging.models import Message
from chezhan.modules.messaging.tasks import send_messages
from tenants.context import tenant_context
from tests.integration.engines.rules.conftest import RuleMaker

MESSAGES, SETUP = "/api/store/messages", "/api/store/design/messages"
# In the middle of a working day in Shanghai.
NOON = dt.datetime(2026, 3, 4, 4, 0, tzinfo=dt.UTC)


class Writer(RuleMaker):
    def template(self, name: str = "模板", *, approved: bool = True, status: int = 201, **values: Any) -> Any:
        body = {
            "name": name,
            "entity": "customer",
            "channel": "sms",
            "purpose": "service",
            "text": "{{name}}您好，{{@store}}提醒您保养。",
            **values,
        }
        made = self.ask("post", f"{SETUP}/templates", body, status=status)
        if not approved or status != 201:
            return made
        return self.decide(made)

    def decide(self, template: Any, approval: str = "approved", *, status: int = 200) -> Any:
        body = {"version": template["version"], "approval": approval}
        return self.ask("post", f"{SETUP}/templates/{template['id']}/decide", body, status=status)

    def send(self, record: Any, template: Any, *, key: str = "a-key-of-mine", status: int = 201, **values: Any) -> Any:
        body = {
            "entity": template["entity"],
            "record_id": record["id"],
            "template_id": template["id"],
            "path": "phone",
            "key": key,
            **values,
        }
        return self.ask("post", MESSAGES, body, status=status)

    def messages(self, **asked: Any) -> Any:
        return self.ask("get", f"{MESSAGES}?" + "&".join(f"{name}={value}" for name, value in asked.items()))[
            "messages"
        ]

    def consents(self, record: Any, *, status: int = 201, **values: Any) -> Any:
        body = {"channel": "sms", "purpose": "marketing", "given": True, "way": "paper", "proof": "到店签字", **values}
        return self.ask("post", f"{MESSAGES}/consents/customer/{record['id']}", body, status=status)

    def connect(self, channel: str, provider: str, *, version: int = 0, status: int = 200, **values: str) -> Any:
        body = {"version": version, "provider": provider, "values": values, "price": "0.045", "pace": 100}
        return self.ask("put", f"{SETUP}/channels/{channel}", body, status=status)

    def limits(self, **values: Any) -> Any:
        before = self.ask("get", f"{SETUP}/limits")
        return self.ask("put", f"{SETUP}/limits", before | values)


@pytest.fixture
def noon():
    with time_machine.travel(NOON, tick=False) as moved:
        yield moved


@pytest.fixture
def writer(sign_in):
    return lambda name="manager", store="north": Writer(sign_in(name, store=store))


@pytest.fixture
def manager(writer, noon):
    return writer()


@pytest.fixture
def rows(cast):
    """What the store keeps, by the order in which it was put down."""

    def _rows(**which: Any) -> list[Message]:
        with tenant_context(cast.stores["north"]):
            return list(Message.objects.filter(**which).order_by("at", "id"))

    return _rows


def send() -> int:
    return send_messages.run()


def later(**by: int) -> dt.datetime:
    return clock.now() + dt.timedelta(**by)
