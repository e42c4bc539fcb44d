"""Put requests to the product in somebody's session and keep count of what comes back."""

import threading
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.cookies import SimpleCookie
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import override_settings

from tenants.context import public_context
from tenants.models import Domain
from tests.bench.harness import say
from tests.bench.tenancy.asking import Ask, Own, send
from tests.bench.tenancy.canaries import HOST_SUFFIX, Belongings, fill
from tests.bench.tenancy.wire import ask_over_the_wire, serve
from tests.factories.cast import Cast

# Who asks, and the store that is one's own.
PEOPLE = {
    "owner": "north",
    "analyst": "north",
    "manager": "north",
    "advisor": "north",
    "both": "south",
    "technician": "garage",
    "stranger": "",
}
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
SHOWN = 8
# Where B's and nobody's are told apart on purpose.
TOLD_ON_PURPOSE = {
    "POST /_allauth/browser/v1/auth/signup": "whoever signs up goes on at once, so an address that is taken is said",
}


@contextmanager
def against_b(cast: Cast, *, files: Path) -> Iterator["Torture"]:
    """B filled and every store with a host of its own, for as long as the block lasts. `files`: where uploads go."""
    with override_settings(
        FILES=files,
        DEV_OUTBOX=False,
        ACCOUNT_RATE_LIMITS=False,
        STORE_DOMAIN=HOST_SUFFIX,
        ALLOWED_HOSTS=["*"],
    ):
        belongings = fill(cast)
        with public_context():
            Domain.objects.bulk_create(
                Domain(domain=f"{store.slug}.{HOST_SUFFIX}", tenant_id=store.id)
                for name, store in cast.stores.items()
                if name != "rival"
            )
        yield Torture(cast=cast, belongings=belongings)


class Torture:
    """`counts`: tried, leaked, told apart, broken."""

    def __init__(self, *, cast: Cast, belongings: Belongings) -> None:
        self.cast, self.belongings = cast, belongings
        self.counts: Counter[str] = Counter()
        self.shown: Counter[str] = Counter()
        self.lock = threading.Lock()
        self.mine = threading.local()

    def own(self, name: str) -> Own:
        store = self.cast.stores.get(PEOPLE.get(name, "rival"))
        if store is None:
            return Own(group="nobodys-group", store="nobodys-store", host=f"nobodys.{HOST_SUFFIX}")
        return Own(group=store.group.slug, store=store.slug, host=f"{store.slug}.{HOST_SUFFIX}")

    def client(self, name: str, *, fresh: bool = False) -> Client:
        """One client a thread, since each loads the middleware anew; in the session of `name`, or a new one."""
        if not hasattr(self.mine, "client"):
            self.mine.client = Client(SERVER_NAME="127.0.0.1", raise_request_exception=False)
            self.mine.sessions = {}
        client, sessions = self.mine.client, self.mine.sessions
        client.cookies = SimpleCookie({settings.SESSION_COOKIE_NAME: sessions[name]} if name in sessions else {})
        if fresh or name not in sessions:
            client.cookies = SimpleCookie()
            with public_context():
                # What one did before with addresses of one's own makes a difference to one's own answers.
                EmailAddress.objects.filter(user_id=self.cast.people[name].id, primary=False).delete()
                client.force_login(self.cast.people[name], backend=BACKEND)
            if not fresh:
                sessions[name] = client.cookies[settings.SESSION_COOKIE_NAME].value
        return client

    def put(self, ask: Ask) -> None:
        """The request and its twin."""
        one, twin = (
            send(
                ask,
                self.client(ask.person, fresh=ask.ends_session),
                belongings=self.belongings,
                real=real,
                own=self.own(ask.person),
            )
            for real in (True, False)
        )
        self._count("tried")
        if one.leaks:
            self._count("leaked", f"{ask} shows what is B's")
        if one.named and one.shape != twin.shape and str(ask.route) not in TOLD_ON_PURPOSE:
            self._count("told apart", f"{ask}: {one.shape} for B's, {twin.shape} for nobody's")
        if 500 in (one.status, twin.status):
            self._count("broken", f"{ask}: {one.status}, {twin.status}")

    def put_all(self, asks: Sequence[Ask]) -> None:
        try:
            for ask in asks:
                self.put(ask)
        finally:
            connection.close()

    def sees(self, asks: Sequence[Ask]) -> set[str]:
        """The operations at which B's own people find the word."""
        found = set()
        for ask in asks:
            answer = send(ask, self.client(ask.person), belongings=self.belongings, real=True, own=self.own(ask.person))
            if answer.leaks:
                found.add(ask.route.operation)
        return found

    def over_the_wire(self) -> None:
        cookie = self.client("owner").cookies.output(header="", sep=";").strip()
        with serve() as port:
            for words, leaks, status in ask_over_the_wire(
                port, cookie=cookie, own=self.own("owner").store, belongings=self.belongings
            ):
                self._count("tried")
                if leaks:
                    self._count("leaked", f"over the wire, {words}: {status}")
                if status == 500:
                    self._count("broken", f"over the wire, {words}: {status}")

    def _count(self, what: str, words: str = "") -> None:
        with self.lock:
            self.counts[what] += 1
            self.shown[what] += bool(words)
        if words and self.shown[what] <= 8:
            say(f"  {what.upper()}: {words}")
