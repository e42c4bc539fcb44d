"""Can anybody learn of a field that they may not see? `python -m tests.bench.torture_fieldpolicy`, SIZE, MUTATE, PART,
ONLY.

Two stores made from one seed, equal to the row, the id and the clock, that differ in the values of one field alone; a
person from whose role that field is hidden, on all records or on those of others, asks both the same at every door.
Every answer must be the same, byte by byte. Every field of every kind, every type of field in a kind of the store's
own. What differs on purpose has a name in EXCEPTIONS and a test of its own. ONLY="vehicle.vin of others,customer.name"
tries these alone.
"""

import os
import random

from tests.bench.harness import finish, is_mutated, own_database, part, pick, say, set_up

set_up("fieldpolicy")

from chezhan.access.lens import Lens  # noqa: E402
from chezhan.access.roles import GRANTS  # noqa: E402
from tests.bench.fieldpolicy.all_doors import DOORS  # noqa: E402
from tests.bench.fieldpolicy.replaying import Replay, rounds  # noqa: E402
from tests.bench.fieldpolicy.twins import ROLE, make_twins  # noqa: E402
from tests.bench.fieldpolicy.uncovered import uncovered_operations  # noqa: E402
from tests.bench.fieldpolicy.values import untold  # noqa: E402

ROUNDS = pick(small=4, full=1_000)


def main() -> None:
    say(__doc__.strip())
    with own_database("fieldpolicy") as database:
        twins = make_twins(database.cast)
        every = rounds(twins)
        only = os.environ.get("ONLY", "").split(",")
        every = [one for one in every if only == [""] or str(one) in only]
        chosen = part(random.Random(7).sample(every, min(ROUNDS, len(every))))
        say(f"{len(chosen)} of {len(every)} fields to hide, {len(DOORS)} doors …")
        # The asker may open the audit, as far as their policies go.
        GRANTS[ROLE] |= {"audit.read"}
        if is_mutated():
            take_the_guard_out()
        replay = Replay(twins)
        for number, one in enumerate(chosen, start=1):
            replay.play(one)
            if number % 10 == 0:
                say(f"  {number} done, {replay.counts['leaked']} answers differ.")
    silent = sorted(set(DOORS) - set(replay.spoken))
    counts = replay.counts
    say(f"{counts['tried']} asked of both: {counts['leaked']} answers differ, {counts['broken']} broken.")
    for name, wrong in replay.wrong.most_common():
        say(f"DIFFERENT: {wrong} about {name}")
    controls = {
        "every door answered something": not silent,
        "every operation of a store has a door": not uncovered_operations(),
        "every type of field has values": not untold(),
        "no request broke": not counts["broken"],
    }
    for door in silent:
        say(f"SILENT: {door}")
    finish(
        result={"tried": counts["tried"], "leaked": counts["leaked"], "doors": len(replay.doors), "n": len(chosen)},
        bad=counts["leaked"],
        controls=controls,
    )


def take_the_guard_out() -> None:
    """In this process: every field of a kind that is open is read and written on every record."""
    Lens.where = lambda self, name, right: (frozenset(),) if self.rows else ()  # type: ignore[method-assign]


if __name__ == "__main__":
    main()
