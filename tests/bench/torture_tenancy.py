"""Can A's people learn or change anything of B's? `python -m tests.bench.torture_tenancy`, SIZE, MUTATE.

Every route that the resolver and ninja know, asked by A's people in seven roles with B's ids, slugs, hosts, hashes,
addresses and files; each request with a twin that names what nobody has. B's stores hold a word in every text column
that no answer may hold; B's tables must be as they were; the answers to both must be alike. First B's own people ask
the same and must find the word. At the end a few requests over a real socket.
"""

import random
import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("tenancy")

from django.db import connection  # noqa: E402

from tenants import lookup  # noqa: E402
from tests.bench.tenancy.asking import Ask, all_asks, untested  # noqa: E402
from tests.bench.tenancy.canaries import columns_that_cannot, columns_without_canary  # noqa: E402
from tests.bench.tenancy.digests import digest_of  # noqa: E402
from tests.bench.tenancy.silent import SAY_NOTHING_OWN  # noqa: E402
from tests.bench.tenancy.trying import PEOPLE, TOLD_ON_PURPOSE, against_b  # noqa: E402
from tests.factories.routes import Route, find_routes  # noqa: E402

N = pick(small=1_000, full=20_000)
FEW = 2


def choose(routes: Sequence[Route]) -> list[Ask]:
    """Every route, way and person once, and over again with others of B's things until there are N; when that is too
    much already, every route and way by a few people."""
    asks = list(all_asks(routes, list(PEOPLE), seed=0))
    chance = random.Random(5)
    chance.shuffle(asks)
    if len(asks) > N:
        asked: Counter[tuple[str, str]] = Counter()
        few: list[Ask] = []
        for ask in asks:
            asked[str(ask.route), ask.way] += 1
            if asked[str(ask.route), ask.way] <= FEW:
                few.append(ask)
        return few
    while len(asks) < N:
        asks += all_asks(routes, list(PEOPLE), seed=len(asks))
    chance.shuffle(asks)
    return asks


def main() -> None:
    say(__doc__.strip())
    routes = find_routes()
    with (
        own_database("tenancy") as database,
        tempfile.TemporaryDirectory() as files,
        against_b(database.cast, files=Path(files)) as torture,
    ):
        rival, belongings = database.cast.stores["rival"], torture.belongings
        blank = columns_without_canary(owner=database.wiper, store=rival) - columns_that_cannot()
        reads = [route for route in routes if route.operation and route.method == "GET"]
        say(f"B's own people ask the {len(reads)} reading operations …")
        seen = torture.sees(list(all_asks(reads, ["rival_owner", "rival_manager"], seed=1)))
        unseen = {route.operation for route in reads} - seen - SAY_NOTHING_OWN
        missing = untested(routes, belongings)
        before = digest_of(owner=database.wiper, store=rival, belongings=belongings.everything)
        if is_mutated():
            lookup._roles = lambda *args, **kwargs: frozenset({"group_owner"})
        asks = choose([route for route in routes if str(route) not in missing])
        say(f"A's people ask {len(routes)} routes, {len(asks)} requests and as many twins, a thread a person …")
        # One thread a person: what one did before makes a difference to one's own answers.
        with ThreadPoolExecutor(len(PEOPLE)) as threads:
            list(threads.map(torture.put_all, [[ask for ask in asks if ask.person == name] for name in PEOPLE]))
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
