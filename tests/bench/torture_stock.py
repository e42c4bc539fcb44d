"""Is what is there once given once? `python -m tests.bench.torture_stock`, SIZE, MUTATE.

Six at a time want the last car of a trim, and then the same hour of a demo car, in requests that begin together. One
has it and is what the table says; the others are told so by name. At the end the whole schedule is looked at: no car
and no advisor is in two places.
"""

import time

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("stock")

from tests.bench.stock.racing import (  # noqa: E402
    OVERLAPS,
    RACERS,
    Tally,
    lay_ground,
    race_for_a_car,
    race_for_an_hour,
)
from tests.bench.stock.unguarded import take_the_guards_out  # noqa: E402

N = pick(small=20, full=200)
TOLD = {("car", "car_taken"), ("hour", "car_booked"), ("hour", "advisor_booked")}


def main() -> None:
    say(__doc__.strip())
    tally = Tally()
    with own_database("stock") as database:
        store = database.cast.stores["north"]
        actors = [database.cast.actor(name, store="north") for name in ("manager", "advisor", "both", "owner")]
        ground = lay_ground(store=store, actors=actors)
        if is_mutated():
            take_the_guards_out(owner=database.wiper, store=store)
        began = time.perf_counter()
        for number in range(N):
            race_for_a_car(ground, number, tally)
            race_for_an_hour(ground, number, tally)
        took = time.perf_counter() - began
        (double,) = database.wiper.execute(OVERLAPS.format(schema=store.schema)).fetchone()
    say(f"{N} rounds of {RACERS} for a car and for an hour: {took:.0f} s")
    say(f"won: {dict(tally.won)}; refused: {dict(tally.refused)}; anything else: {tally.odd[:5]}")
    say(f"in two places at once: {double}; rounds in which the table says other than they were told: {tally.drift}")
    unnamed = sum(count for key, count in tally.refused.items() if key not in TOLD)
    finish(
        result={"rounds": N, "negative": double, "drift": tally.drift + len(tally.odd) + unnamed, "n": N},
        bad=double + tally.drift + len(tally.odd) + unnamed,
        controls={
            "in every round somebody wins": tally.won["car"] >= N and tally.won["hour"] >= N,
            "in every round somebody is refused by name": sum(tally.refused.values()) >= N,
        },
    )


if __name__ == "__main__":
    main()
