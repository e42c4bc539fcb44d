"""What people do meanwhile, and what they were told was done: `Promised` is what must be there in the end, once."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from tests.bench.kill.person import Person, Refused
from tests.bench.kill.store import MOVED, NEW, Store

RECORDS, FLOWS, MESSAGES = "/api/store/records", "/api/store/flows", "/api/store/messages"
POOL, IN_BULK = 24, 20
# Three chunks.
IMPORTED = 2_200


@dataclass
class Promised:
    """Names of customers that rules act upon; (record, region) of changes; words of bulks, each on all of `together`;
    instances of flows; phones that were written to; words of imports."""

    created: list[str] = field(default_factory=list)
    changed: list[tuple[str, str]] = field(default_factory=list)
    bulks: list[str] = field(default_factory=list)
    together: list[str] = field(default_factory=list)
    flows: list[tuple[str, str]] = field(default_factory=list)
    phones: list[str] = field(default_factory=list)
    imports: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Floor:
    """`moving`: customers that are changed one by one, each in one hand at a time."""

    store: Store
    promised: Promised = field(default_factory=Promised)
    moving: list[str] = field(default_factory=list)
    in_bulk: threading.Lock = field(default_factory=threading.Lock)
    numbers: Any = field(default_factory=count)

    def prepare(self, manager: Person) -> None:
        self.moving = [_customer(manager, f"搬{number}", city=MOVED) for number in range(POOL)]
        self.promised.together = [_customer(manager, f"同{number}") for number in range(IN_BULK)]

    def create(self, person: Person) -> None:
        name = f"新{next(self.numbers)}"
        _customer(person, name, city=NEW)
        self.promised.created.append(name)

    def change(self, person: Person) -> None:
        record, region = self.moving.pop(), f"区{next(self.numbers)}"
        person.change(f"{RECORDS}/customer/{record}", region=region)
        self.promised.changed.append((record, region))
        self.moving.append(record)

    def change_together(self, person: Person) -> None:
        word = f"批{next(self.numbers)}"
        body = {"kind": "update", "choice": {"ids": self.promised.together}, "values": {"region": word}}
        with self.in_bulk:
            person.post(f"{RECORDS}/customer/bulk", body)
        self.promised.bulks.append(word)

    def walk(self, person: Person) -> None:
        record = _customer(person, f"流{next(self.numbers)}")
        asked = {"flow_id": self.store.flow_id, "record_id": record}
        instance = person.post(f"{FLOWS}/start", asked)["instance_id"]
        stands = person.get(f"{FLOWS}/instances/{instance}")
        if len(stands["items"]) != 1:
            raise Refused(f"flow {instance} asks nobody: {stands['tokens']}")
        person.post(f"{FLOWS}/items/{stands['items'][0]['id']}/complete", {"comment": "好"})
        self.promised.flows.append((instance, record))

    def write(self, person: Person) -> None:
        number = next(self.numbers)
        name = f"信{number}"
        record = _customer(person, name, phone=phone_of(name))
        asked = {
            "entity": "customer", "record_id": record, "template_id": self.store.template_id, "path": "phone",
            "key": f"kill-{number:08}",
        }  # fmt: skip
        person.post(MESSAGES, asked)
        self.promised.phones.append(phone_of(name))

    def bring_in(self, person: Person) -> None:
        word = f"入{next(self.numbers)}x"
        lines = ["姓名,城市", *(f"{word}{row},杭州" for row in range(IMPORTED))]
        file = ("客户.csv", "\n".join(lines).encode(), "text/csv")
        job = person.post(f"{RECORDS}/customer/imports", files={"file": file})["id"]
        order = _rested(person, job, "ready")["order"]
        order |= {"mode": "insert", "twins": "create"}
        person.post(f"/api/store/imports/{job}/order", order)
        _rested(person, job, "ready")
        person.post(f"/api/store/imports/{job}/start")
        self.promised.imports.append((job, word))


# How often each comes, and how many answers it waits for that say something is done.
MIX: tuple[tuple[int, int, Callable[[Floor, Person], None]], ...] = (
    (380, 1, Floor.create),
    (220, 1, Floor.change),
    (100, 1, Floor.change_together),
    (140, 3, Floor.walk),
    (150, 2, Floor.write),
    (4, 3, Floor.bring_in),
)


def ordered(*, count: int, seed: int) -> list[Callable[[Floor, Person], None]]:
    """So many operations, the long ones first; what makes several counts as that many."""
    found: list[Callable[[Floor, Person], None]] = []
    share = sum(often * acked for often, acked, _ in MIX)
    for often, _, what in MIX:
        found += [what] * max(1, round(often * count / share))
    long = [what for what in found if what is Floor.bring_in]
    rest = [what for what in found if what is not Floor.bring_in]
    random.Random(seed).shuffle(rest)
    return [*long[:1], *_spread(rest, long[1:])]


def _spread(rest: list, among: list) -> list:
    step = len(rest) // (len(among) + 1) + 1
    for number, one in enumerate(among):
        rest.insert((number + 1) * step, one)
    return rest


def phone_of(name: str) -> str:
    return f"139{int(name[1:]):08}"


def _customer(person: Person, name: str, **values: str) -> str:
    made = person.post(f"{RECORDS}/customer", {"values": {"name": name, **values}})
    return str(made["record"]["id"])


def _rested(person: Person, job: str, wanted: str) -> Any:
    """Once its worker has come to the end of what it was told. Raises Refused for a job that failed."""
    until = time.monotonic() + 240
    while time.monotonic() < until:
        found = person.get(f"/api/store/imports/{job}")
        if found["status"] == wanted:
            return found
        if found["status"] in ("failed", "cancelled"):
            raise Refused(f"import {job}: {found['status']} {found['error']}")
        time.sleep(0.3)
    raise Refused(f"import {job} stands still: {found['status']} {found['phase']}")
