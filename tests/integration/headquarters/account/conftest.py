"""A visitor with a browser, and the development outbox to read what was sent."""

import pytest
from django.test import Client

from chezhan.kernel.models import DevMessage
from tenants.context import public_context

AUTH = "/_allauth/browser/v1/auth"


class Visitor(Client):
    """A browser that speaks JSON to the sign-in API and to ours."""

    def auth(self, path: str, **body):
        return self.post(f"{AUTH}/{path}", body, content_type="application/json")

    def send(self, path: str, **body):
        return self.post(f"/api/account/{path}", body, content_type="application/json")

    def change(self, path: str, **body):
        return self.patch(f"/api/account/{path}", body, content_type="application/json")

    def read(self, path: str):
        return self.get(f"/api/account/{path}")

    def drop(self, path: str):
        return self.delete(f"/api/account/{path}")


@pytest.fixture
def outbox(settings, cast):
    """outbox() → the messages sent so far, oldest first."""
    settings.DEV_OUTBOX = True
    settings.EMAIL_BACKEND = "chezhan.headquarters.account.delivery.mail.OutboxBackend"
    settings.SMS_SENDER = "chezhan.headquarters.account.delivery.sms.into_outbox"

    def _messages() -> list[DevMessage]:
        with public_context():
            return list(DevMessage.objects.order_by("sent_at", "id"))

    return _messages


@pytest.fixture
def visitor(cast) -> Visitor:
    """A stranger's browser."""
    return Visitor()


@pytest.fixture
def browser_of(cast):
    """browser_of("owner") → that person's browser, signed in."""

    def _browser_of(name: str, *, store: str | None = None) -> Visitor:
        browser = Visitor(headers={"X-Store": cast.stores[store].slug} if store else {})
        with public_context():
            browser.force_login(cast.people[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return browser

    return _browser_of
