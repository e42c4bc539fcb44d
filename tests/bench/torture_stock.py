"""Is what is there once given once? `python -m tests.bench.torture_stock`, SIZE, MUTATE.

Six at a time want the last car of a trim, the same hour of a demo car, to leave with one demo car, and the same lead in
the public pool, in requests that begin together. One has it and is what the table says; the others are told so by name.
Then one person picks six leads at once, of which the store allows two a day. At the end the whole schedule is looked
at: no car and no advisor is in two places.
"""

import time

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("stock")

from tests.bench.stock.pool import CAP, race_beyond_the_cap, race_for_a_lead, set_the_cap  # noqa: E402
from tests.bench.stock.racing import (  # noqa: E402
    OVERLAPS,
    RACERS,
    Tally,
    lay_ground,
    race_for_a_car,
    race_for_an_hour,
    race_to_leave,
)
from tests.bench.stock.unguarded import take_the_guards_out  # noqa: E402

N = pick(small=20, full=200)
TOLD = {
    ("car", "car_taken"), ("hour", "car_booked"), ("hour", "advisor_booked"), ("out", "car_out"),
    ("lead", "pool_lead_taken"),
    # Those who race are four people in six windows.
    ("lead", "pool_lead_gone"), ("cap", "pool_cap_reached"),
}  # fmt: skip


def main() -> None:
    say(__doc__.strip())
    tally = Tally()
    with own_database("stock") as database:
        store = database.cast.stores["north"]
        actors = [database.cast.actor(name, store="north") for name in ("manager", "advisor", "both", "owner")]
        ground = lay_ground(store=store, actors=actors)
        set_the_cap(ground)
        if is_mutated():
            take_the_guards_out(owner=database.wiper, store=store)
        began = time.perf_counter()
        for number in range(N):
            race_for_a_car(ground, number, tally)
            race_for_an_hour(ground, number, tally)
            race_to_leave(ground, number, tally)
            race_for_a_lead(ground, number, tally)
            race_beyond_the_cap(ground, tally)
        took = time.perf_counter() - began
        (double,) = database.wiper.execute(OVERLAPS.format(schema=store.schema)).fetchone()
    say(f"{N} rounds of {RACERS} for a car, an hour, a drive, a lead, and for more leads than allowed: {took:.0f} s")
    say(f"won: {dict(tally.won)}; refused: {dict(tally.refused)}; anything else: {tally.odd[:5]}")
    say(f"in two places at once: {double}; rounds in which the table says other than they were told: {tally.drift}")
    unnamed = sum(count for key, count in tally.refused.items() if key not in TOLD)
    finish(
        result={"rounds": N, "negative": double, "drift": tally.drift + len(tally.odd) + unnamed, "n": N},
        bad=double + tally.drift + len(tally.odd) + unnamed,
        controls={
            "in every round somebody wins": all(tally.won[one] >= N for one in ("car", "hour", "out", "lead"))
            and tally.won["cap"] >= CAP * N,
            "in every round somebody is refused by name": sum(tally.refused.values()) >= N,
        },
    )


if __name__ == "__main__":
    main()
