"""What do tenants and policies cost a request? `python -m tests.bench.bench_request`, SIZE.

One order, and fifty orders with their count, by our API and by plain Django (see tests/bench/request/plain.py), both
called as WSGI applications in this process by turns; the median of the pairs' ratios, the worse of the two.
"""

from collections.abc import Callable
from decimal import Decimal

from tests.bench.harness import finish, own_database, pick, say, set_up

set_up("request")

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.db import connections  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from chezhan.config.middleware import pages  # noqa: E402
from tenants.directory import StoreRef  # noqa: E402
from tests.bench.gate import asking  # noqa: E402
from tests.bench.pairs import pair_up, say_load  # noqa: E402
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


def headers_of(person, store: StoreRef) -> dict[str, str]:
    """A session, whose person both sides find in the cache."""
    known = people.CachedPerson(id=person.id, name=str(person), auth_hash=person.get_session_auth_hash())
    cache.set(people.key(person.id), known, None)
    return asking.headers_of(person, store)


def queries(call: Call, alias: str) -> int:
    connection = connections[alias]
    connection.force_debug_cursor = True
    before = len(connection.queries_log)
    call()
    asked = list(connection.queries_log)[before:]
    connection.force_debug_cursor = False
    # Of a statement that was prepared the log has no text.
    return sum(not (entry["sql"] or "").startswith(NOT_COUNTED) for entry in asked)


def compare(words: str, ours: Call, peer: Call) -> tuple[float, int]:
    """The median ratio of interleaved pairs and the extra queries of a warm request."""
    for _ in range(WARM):
        ours(), peer()
    extra = queries(ours, "default") - queries(peer, plain.ALIAS)
    ratio = pair_up(f"{words} ({extra:+} queries) against plain Django", ours, peer, pairs=PAIRS, warm=WARM).ratio
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
        headers = headers_of(cast.people["manager"], cast.stores["north"])
        ours = WSGIHandler()
        # What our requests pass by, the peer's do not meet.
        middleware = [
            f"{plain.__name__}.CachedPersonMiddleware" if name == SCOPE else name
            for name in settings.MIDDLEWARE
            if name not in pages.NAMES
        ]
        with override_settings(MIDDLEWARE=middleware):
            peer = WSGIHandler()
        one = compare(
            "One order",
            asking.caller(ours, f"/api/store/records/sales_order/{order_id}", headers=headers),
            asking.caller(peer, f"/orders/{order_id}", headers=headers),
        )
        fifty = compare(
            "Fifty orders and their count",
            asking.caller(ours, "/api/store/records/sales_order", headers=headers, query={"limit": 50}),
            asking.caller(peer, "/orders", headers=headers),
        )
        connections[plain.ALIAS].close_pool()
    say_load()
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
