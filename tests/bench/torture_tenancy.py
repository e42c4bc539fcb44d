"""Can A's people learn or change anything of B's? `python -m tests.bench.torture_tenancy`, SIZE, MUTATE.

Every route that the resolver and ninja know, asked by A's people in seven roles with B's ids, slugs, hosts, hashes,
addresses and files; each request with a twin that names what nobody has. B's stores hold a word in every text column
that no answer may hold; B's tables must be as they were; the answers to both must be alike. First B's own people ask
the same and must find the word. At the end a few requests over a real socket.
"""

import random
import tempfile
import threading
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("tenancy")

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402

from tenants import lookup  # noqa: E402
from tenants.context import public_context  # noqa: E402
from tenants.models import Domain  # noqa: E402
from tests.bench.tenancy.asking import Ask, Own, all_asks, send, untested  # noqa: E402
from tests.bench.tenancy.canaries import (  # noqa: E402
    HOST_SUFFIX,
    Belongings,
    columns_of_choices,
    columns_without_canary,
    fill,
)
from tests.bench.tenancy.digests import digest_of  # noqa: E402
from tests.bench.tenancy.wire import ask_over_the_wire, serve  # noqa: E402
from tests.factories.cast import Cast  # noqa: E402
from tests.factories.routes import Route, find_routes  # noqa: E402

N = pick(small=1_000, full=20_000)
THREADS = 4
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
# Text columns that can't hold the word: digits, and the ledger's own few words.
OTHER_SIGNS = {"customer.phone_digits", "intake_touch.entity", "intake_touch.kind", "intake_touch.kept"}
# Operations that say nothing of the store's or group's own, to whomever.
SAY_NOTHING_OWN = {
    "list_roles",
    "list_entities",
    "list_periods",
    "read_plan",
    "read_invitation",
    "read_outbox",
    "get_import_state",
}
# Where B's and nobody's are told apart on purpose.
TOLD_ON_PURPOSE = {
    "POST /_allauth/browser/v1/auth/signup": "whoever signs up goes on at once, so an address that is taken is said",
}


class Torture:
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
        if one.status >= 500 or twin.status >= 500:
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
                if status >= 500 and words != "a doubled slash":
                    self._count("broken", f"over the wire, {words}: {status}")

    def _count(self, what: str, words: str = "") -> None:
        with self.lock:
            self.counts[what] += 1
            self.shown[what] += bool(words)
        if words and self.shown[what] <= 8:
            say(f"  {what.upper()}: {words}")


def choose(routes: Sequence[Route]) -> list[Ask]:
    """Every route, way and person once, and over again with others of B's things until there are N."""
    asks: list[Ask] = []
    while len(asks) < N:
        asks += all_asks(routes, list(PEOPLE), seed=len(asks))
    random.Random(5).shuffle(asks)
    return asks


def prepare(database, *, files: Path) -> Belongings:
    settings.FILES = files
    settings.DEV_OUTBOX = False
    settings.ACCOUNT_RATE_LIMITS = False
    belongings = fill(database.cast)
    settings.STORE_DOMAIN, settings.ALLOWED_HOSTS = HOST_SUFFIX, ["*"]
    with public_context():
        Domain.objects.bulk_create(
            Domain(domain=f"{store.slug}.{HOST_SUFFIX}", tenant_id=store.id)
            for name, store in database.cast.stores.items()
            if name != "rival"
        )
    return belongings


def main() -> None:
    say(__doc__.strip())
    routes = find_routes()
    with own_database("tenancy") as database, tempfile.TemporaryDirectory() as files:
        belongings = prepare(database, files=Path(files))
        rival = database.cast.stores["rival"]
        torture = Torture(cast=database.cast, belongings=belongings)
        blank = columns_without_canary(owner=database.wiper, store=rival) - columns_of_choices() - OTHER_SIGNS
        reads = [route for route in routes if route.operation and route.method == "GET"]
        say(f"B's own people ask the {len(reads)} reading operations …")
        seen = torture.sees(list(all_asks(reads, ["rival_owner", "rival_manager"], seed=1)))
        unseen = {route.operation for route in reads} - seen - SAY_NOTHING_OWN
        missing = untested(routes, belongings)
        before = digest_of(owner=database.wiper, store=rival, belongings=belongings.everything)
        if is_mutated():
            lookup._roles = lambda *args, **kwargs: frozenset({"group_owner"})
        asks = choose([route for route in routes if str(route) not in missing])
        say(f"A's people ask {len(routes)} routes, {len(asks)} requests and as many twins, in {THREADS} threads …")
        with ThreadPoolExecutor(THREADS) as threads:
            list(threads.map(torture.put_all, [asks[lane::THREADS] for lane in range(THREADS)]))
        torture.over_the_wire()
        after = digest_of(owner=database.wiper, store=rival, belongings=belongings.everything)
        connection.close()
    changed = sorted(table for table in before if before[table] != after[table])
    report(torture.counts, missing=missing, blank=blank, unseen=unseen, changed=changed)


def report(counts: Counter, *, missing: list[str], blank: set[str], unseen: set[str], changed: list[str]) -> None:
    for words, names in (
        ("UNTESTED", missing),
        ("TEXT WITHOUT THE WORD", blank),
        ("NOT SEEN BY B'S OWN PEOPLE", unseen),
        ("CHANGED IN B", changed),
    ):
        for name in sorted(names):
            say(f"{words}: {name}")
    leaked = counts["leaked"] + counts["told apart"] + len(changed)
    for route, reason in TOLD_ON_PURPOSE.items():
        say(f"Told apart on purpose: {route}: {reason}.")
    say(
        f"{counts['tried']} tried: {counts['leaked']} answers with what is B's, {counts['told apart']} that tell B's "
        f"things from nobody's, {len(changed)} of B's tables changed, {counts['broken']} broken."
    )
    controls = {
        "every route has a case": not missing,
        "every text column of B holds the word": not blank,
        "B's own people find the word wherever something is B's": not unseen,
        "no request broke": not counts["broken"],
    }
    finish(
        result={"tried": counts["tried"], "leaked": leaked, "control_ok": all(controls.values()), "n": N},
        bad=leaked,
        controls=controls,
    )


if __name__ == "__main__":
    main()
