"""A visitor with a browser, and the development outbox to read what was sent."""

from collections.abc import Callable
from threading import Thread

import pytest
from django.db import connections, transaction
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


def at_once(*calls: Callable[[], int], rows: str, value) -> list[int]:
    """What the calls answer when all of them have come as far as locked rows: `rows` is "table.column"."""
    table, column = rows.split(".")
    answers: list[int] = []

    def run(call: Callable[[], int]) -> None:
        answers.append(call())
        connections.close_all()

    threads = [Thread(target=run, args=[call]) for call in calls]
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table} WHERE {column} = %s FOR UPDATE", [value])
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            # Within a transaction the view would go on showing who was connected at the first look.
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT count(DISTINCT pid) FROM pg_locks JOIN pg_stat_activity USING (pid)"
                " WHERE NOT granted AND datname = current_database()"
            )
            if cursor.fetchone()[0] == len(calls):
                break
    for thread in threads:
        thread.join()
    return sorted(answers)
