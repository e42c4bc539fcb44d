"""The worker: a parent that keeps two hands alive, and kills them; `python -m tests.bench.timers.worker FILE`.

Some of the kills come from outside at any moment, most from within, at the places where being killed hurts most.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from tests.bench.timers.simulated import Simulated

HANDS = 2
# How likely it is to be killed at a place, each time it is passed with something in hand.
DEADLY = 0.04


def main(path: str) -> None:
    simulated = Simulated(Path(path))
    # Before anything takes it as the default of a column.
    from chezhan.kernel import clock  # noqa: PLC0415

    clock.now = simulated.now
    import django  # noqa: PLC0415

    django.setup()
    hands: set[int] = set()
    dice = random.Random()
    while os.getppid() != 1:
        while len(hands) < HANDS:
            hands.add(_fork(simulated))
        time.sleep(0.02)
        hands -= {hand for hand in hands if os.waitpid(hand, os.WNOHANG)[0]}
        if hands and dice.random() < DEADLY / 4 and simulated.may_kill():
            os.kill(dice.choice(sorted(hands)), signal.SIGKILL)


def _fork(simulated: Simulated) -> int:
    child = os.fork()
    if child:
        return child
    try:
        work(simulated, parent=os.getppid())
    finally:
        os._exit(1)


def work(simulated: Simulated, *, parent: int) -> None:
    import datetime as dt  # noqa: PLC0415

    from chezhan.catalogue.events import parking  # noqa: PLC0415
    from chezhan.catalogue.events.dispatching import dispatch, sweep  # noqa: PLC0415
    from chezhan.catalogue.events.forgetting import forget_taken  # noqa: PLC0415
    from chezhan.catalogue.timers.ringing import follow_stores, put_in_order, ring_due  # noqa: PLC0415
    from tests.bench.timers import heeding  # noqa: PLC0415

    dice = random.Random()
    # While something waits the clock stands still: what a hand died at is tried again at once.
    parking.WAITS = (dt.timedelta(0),) * len(parking.WAITS)

    def die(*, often: int = 1) -> None:
        if dice.random() < DEADLY * often and simulated.may_kill():
            os.kill(os.getpid(), signal.SIGKILL)

    heeding.sign_on(die)
    if os.environ.get("MUTATE") == "1":
        heeding.take_the_guard_out()
    rounds = 0
    while os.getppid() == parent:
        rounds += 1
        until = simulated.now() + dt.timedelta(days=1)
        moved = ring_due(until=until)
        if moved:
            die()
        moved += dispatch(until=until)
        if rounds % 50 == 0:
            sweep()
            follow_stores()
            put_in_order()
            forget_taken(now=simulated.now())
        if not moved:
            time.sleep(0.005)


if __name__ == "__main__":
    main(sys.argv[1])
