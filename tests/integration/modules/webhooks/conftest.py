"""A store whose rules tell another program, which listens on this machine."""

from typing import Any

import pytest

from chezhan.modules.webhooks.tasks import send_webhooks
from tests.doubles.http import serving
from tests.doubles.webhooks import Receiver
from tests.integration.engines.rules.conftest import RuleMaker
from tests.integration.modules.messaging.conftest import later, noon

__all__ = ["later", "noon"]
WEBHOOKS = "/api/store/design/webhooks"


class Caller(RuleMaker):
    def webhook(self, url: str, *, name: str = "财务", status: int = 201) -> Any:
        return self.ask("post", WEBHOOKS, {"name": name, "url": url}, status=status)

    def change(self, webhook: Any, *, status: int = 200, **values: Any) -> Any:  # type: ignore[override]
        names = ("name", "url", "enabled", "version")
        body = {name: webhook[name] for name in names} | values
        return self.ask("put", f"{WEBHOOKS}/{webhook['id']}", body, status=status)

    def log_of(self, **asked: Any) -> Any:
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return self.ask("get", f"{WEBHOOKS}/deliveries?{query}")["deliveries"]

    def told(self, delivery: Any) -> Any:
        return self.ask("get", f"{WEBHOOKS}/deliveries/{delivery['id']}")

    def replay(self, delivery: Any, *, status: int = 200) -> Any:
        return self.ask("post", f"{WEBHOOKS}/deliveries/{delivery['id']}/replay", {}, status=status)


def calling(webhook: Any, *fields: str, **values: Any) -> dict[str, Any]:
    return {"kind": "webhook", "webhook": webhook["id"], "fields": list(fields), **values}


def send() -> int:
    return send_webhooks.run()


@pytest.fixture
def caller(sign_in):
    return lambda name="manager": Caller(sign_in(name, store="north"))


@pytest.fixture
def manager(caller, noon):
    return caller()


@pytest.fixture
def receiver(settings):
    taker = Receiver()
    with serving(taker) as server:
        settings.OUTBOUND_INSIDE, settings.OUTBOUND_HTTP = frozenset({server.at}), True
        taker.url = f"http://{server.at}/in"
        yield taker


@pytest.fixture
def webhook(manager, receiver):
    """Put down, and its secret handed to who takes it."""
    made = manager.webhook(receiver.url)
    receiver.secret = made["secret"]
    return made["webhook"]
