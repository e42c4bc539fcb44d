"""What do tenants and policies cost a request? `python -m tests.bench.bench_request`, SIZE.

One order, and fifty orders with their count, by our API and by plain Django (see tests/bench/request/plain.py), both
called as WSGI applications in this process by turns; the median of the pairs' ratios, the worse of the two.
"""

import io
import statistics
import time
from collections.abc import Callable
from decimal import Decimal

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("request")

from django.conf import settings  # noqa: E402
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connections  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from chezhan.config.sessions import SessionStore  # noqa: E402
from tests.bench.request import people, plain  # noqa: E402
from tests.factories.sales import sale, sell  # noqa: E402

PAIRS = pick(small=200, full=500)
ROWS = 5_000
WARM = 30
TIME_BAR, QUERY_BAR = 1.25, 1
SCOPE = "chezhan.config.middleware.scope.ScopeMiddleware"
NOT_COUNTED = ("BEGIN", "COMMIT", "ROLLBACK")

Call = Callable[[], bytes]


def fill(cast) -> None:
    owner, store = cast.actor("owner", store="north"), cast.stores["north"]
    for first in range(0, ROWS, 1000):
        rows = [sale(f"SO{n:06}", price=Decimal(100_000 + n)) for n in range(first, first + 1000)]
        sell(actor=owner, store=store, rows=rows)


def open_plain_alias(schema: str) -> None:
    """A third alias on the owner's rights and Django's own backend, with a pool like ours."""
    owner, ours = connections.databases["owner"], connections.databases["default"]
    options = {"options": f"-c search_path={schema},public", "pool": dict(ours["OPTIONS"]["pool"])}
    connections.databases[plain.ALIAS] = {
        **owner,
        "ENGINE": "django.db.backends.postgresql",
        "OPTIONS": options,
    }


def sign_in(person) -> str:
    session = SessionStore()
    session[SESSION_KEY] = str(person.id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.save()
    known = people.CachedPerson(id=person.id, name=str(person), auth_hash=person.get_session_auth_hash())
    cache.set(people.key(person.id), known, None)
    return session.session_key


def caller(handler: WSGIHandler, path: str, *, query: str = "", headers: dict[str, str]) -> Call:
    environ = {
        "REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": path, "QUERY_STRING": query, "wsgi.url_scheme": "http",
        "SERVER_NAME": "testserver", "SERVER_PORT": "80", "SERVER_PROTOCOL": "HTTP/1.1", "REMOTE_ADDR": "127.0.0.1",
        "wsgi.multithread": True, "wsgi.multiprocess": False, "wsgi.errors": io.StringIO(), **headers,
    }  # fmt: skip
    status: list[str] = []

    def call() -> bytes:
        response = handler({**environ, "wsgi.input": io.BytesIO()}, lambda line, _: status.append(line))
        body = b"".join(response)
        response.close()
        if not status.pop().startswith("200"):
            raise RuntimeError(f"{path}: {body[:300]!r}")
        return body

    return call


def queries(call: Call, alias: str) -> int:
    connection = connections[alias]
    connection.force_debug_cursor = True
    before = len(connection.queries_log)
    call()
    asked = list(connection.queries_log)[before:]
    connection.force_debug_cursor = False
    return sum(not entry["sql"].startswith(NOT_COUNTED) for entry in asked)


def seconds(call: Call) -> float:
    began = time.perf_counter()
    call()
    return time.perf_counter() - began


def compare(words: str, ours: Call, peer: Call) -> tuple[float, int]:
    """The median ratio of interleaved pairs (who goes first alternates) and the extra queries of a warm request."""
    for _ in range(WARM):
        ours(), peer()
    extra = queries(ours, "default") - queries(peer, plain.ALIAS)
    pairs = []
    for turn in range(PAIRS):
        first, second = (ours, peer) if turn % 2 else (peer, ours)
        times = seconds(first), seconds(second)
        pairs.append(times if turn % 2 else times[::-1])
    ratio = statistics.median(mine / theirs for mine, theirs in pairs)
    mine, theirs = (statistics.median(side) * 1000 for side in zip(*pairs, strict=True))
    say(f"{words}: {mine:.2f} ms, plain Django {theirs:.2f} ms, ratio {ratio:.3f}, {extra:+} queries")
    return ratio, extra


def main() -> None:
    with own_database("request") as database:
        cast = database.cast
        say(f"{ROWS} orders in one store; {PAIRS} interleaved pairs each; median of the pairs' ratios.")
        say("Plain Django: the same middleware without ours for the scope, a transaction a request, .values().")
        fill(cast)
        open_plain_alias(cast.stores["north"].schema)
        with database._owner() as connection:
            connection.execute("ANALYZE")
            order_id = connection.execute(
                f"SELECT id FROM {cast.stores['north'].schema}.sales_order WHERE number = 'SO002500'"
            ).fetchone()[0]
        cookie = {"HTTP_COOKIE": f"{settings.SESSION_COOKIE_NAME}={sign_in(cast.people['manager'])}"}
        store = {**cookie, "HTTP_X_STORE": cast.stores["north"].slug}
        ours = WSGIHandler()
        middleware = [f"{plain.__name__}.CachedPersonMiddleware" if m == SCOPE else m for m in settings.MIDDLEWARE]
        with override_settings(MIDDLEWARE=middleware):
            peer = WSGIHandler()
        one = compare(
            "One order",
            caller(ours, f"/api/store/records/sales_order/{order_id}", headers=store),
            caller(peer, f"/orders/{order_id}", headers=cookie),
        )
        fifty = compare(
            "Fifty orders and their count",
            caller(ours, "/api/store/records/sales_order", query="limit=50", headers=store),
            caller(peer, "/orders", headers=cookie),
        )
        connections[plain.ALIAS].close_pool()
    ratio, extra = max(one[0], fifty[0]), max(one[1], fifty[1])
    missed = (ratio > TIME_BAR) + (extra > QUERY_BAR)
    say(f"Bar: at most {TIME_BAR} times the time and {QUERY_BAR} query more.")
    finish(
        result={"name": "request", "ratio_plain": round(ratio, 3), "extra_queries": extra, "n": PAIRS},
        bad=missed,
        controls={},
    )


if __name__ == "__main__":
    main()
