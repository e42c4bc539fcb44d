"""Does personal data reach where it does not belong? `python -m tests.bench.torture_pii`, SIZE, MUTATE.

Invented phones, ID cards, plates and VINs go in by sign-in, sign-up, recovery, import, search, filters, reveals,
addresses, refusals and errors, and by messages, flows, tasks and consents, also typed into free words. They are looked
for in the logs (PostgreSQL's own too), in all that Valkey is told (broker and cache), in error reports, in the outbox
and in a dump of the public schema. First they must be found where they belong: in the store; phones are sealed there
and must not stand in its tables either, the audit's among them, but where somebody typed one into free words.
"""

import tempfile
from collections import Counter
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from unittest.mock import patch

from tests.bench.harness import finish, is_mutated, own_database, pick, say, set_up

set_up("pii")

import logging  # noqa: E402

from django.db import connection  # noqa: E402
from django.test.utils import override_settings  # noqa: E402

from chezhan.config.observability import logs, reports  # noqa: E402
from tests.bench.pii.doors import Doors  # noqa: E402
from tests.bench.pii.places import (  # noqa: E402
    dump,
    kept_commands,
    kept_logs,
    kept_reports,
    server_log,
    text_of_commands,
    text_of_logs,
    text_of_reports,
)
from tests.bench.pii.planting import KINDS, PHONE, PLATE, VIN, Planted, found_in, plant  # noqa: E402
from tests.bench.pii.working import Working, gateway  # noqa: E402

N = pick(small=200, full=1_000)
SHOWN = 6
# Mails and text messages leave the house on purpose; here they end in memory.
OUT_OF_HOUSE = {
    "SMS_SENDER": "tests.bench.pii.doors.swallow",
    "EMAIL_BACKEND": "django.core.mail.backends.locmem.EmailBackend",
}
# Where people who sign in are known by what they sign in with.
ON_PURPOSE = {
    "person": "a person signs in with a phone or an e-mail address",
    "account_emailaddress": "where a person's mail goes",
}


def main() -> None:
    say(__doc__.strip())
    planted = plant(N)
    # Fields hold the ones; the others are typed into free words, which stay in the store as they are.
    written_down, typed = plant(N // 2, seed=12), plant(N // 4, seed=13)
    say(f"{N} planted: {', '.join(f'{sum(one.kind == kind for one in planted)} {kind}' for kind in KINDS)}.")
    log = server_log()
    with (
        own_database("pii") as database,
        tempfile.TemporaryDirectory() as files,
        override_settings(FILES=Path(files), DEV_OUTBOX=False, **OUT_OF_HOUSE),
    ):
        began = log.stat().st_size if log else 0
        if is_mutated():
            take_scrubbers_out()
        with kept_commands() as heard, kept_logs() as written, kept_reports() as reported:
            doors = Doors(database.cast)
            job = doors.bring_in(planted, folder=Path(files))
            for one in planted:
                doors.try_all(one)
            worked = work(doors, written_down, typed)
        dumped = dump(database.wiper, schema="public")
        own = dump(database.wiper, schema=database.cast.stores["north"].schema)
        shown = doors.shown([one for one in planted if one.kind == PHONE])
        connection.close()
    texts = {
        "logs": text_of_logs(written.getvalue()),
        "broker and cache": text_of_commands(heard),
        "error reports": text_of_reports(reported),
        **{f"dump of public.{table}": text for table, text in dumped.items() if table not in ON_PURPOSE},
    }
    if log:
        with log.open(errors="replace") as file:
            file.seek(began)
            texts["PostgreSQL's log"] = file.read()
    for door, times in doors.counts.items():
        say(f"  {door}: {times}")
    say(f"  rows brought in: {job.outcome.get('created', 0)}, refused: {(job.plan or {}).get('bad', 0)}")
    for what, times in sorted(worked.items()):
        say(f"  of what people write: {what}: {times}")
    kept = Kept(texts, own=own, shown=shown, reported=len(reported), log=bool(log), worked=worked)
    report(planted, kept, doors=doors, free=typed, sealed=[*planted, *written_down])


@dataclass(frozen=True)
class Kept:
    """`texts`: by place where nothing planted may be. `own`: the store's tables."""

    texts: dict[str, str]
    own: dict[str, str]
    shown: int
    reported: int
    log: bool
    worked: Counter[str]


def work(doors: Doors, written_down: list[Planted], typed: list[Planted]) -> Counter[str]:
    with gateway() as port:
        working = Working(doors.manager, store=doors.cast.stores["north"], port=port)
        for one, words in zip(written_down, cycle(typed), strict=False):
            working.write(one, typed=words)
        working.finish()
    return working.counts


def take_scrubbers_out() -> None:
    """In the memory of this command alone."""
    for handler in logging.getLogger().handlers:
        processors = getattr(handler.formatter, "processors", ())
        if logs.scrubbed in processors:
            handler.formatter.processors = [one for one in processors if one is not logs.scrubbed]
    patch.object(reports, "before_send", lambda event, hint: event).start()


def report(planted: list[Planted], kept: Kept, *, doors: Doors, free: list[Planted], sealed: list[Planted]) -> None:
    texts, own = dict(kept.texts), kept.own
    phones = [one for one in planted if one.kind == PHONE]
    every = [*sealed, *free]
    leaks = {place: found for place, text in texts.items() if (found := found_in(text, every))}
    # Plates and VINs stand in the store's tables; phones are sealed even there.
    for table, text in own.items():
        if found := found_in(text, [one for one in sealed if one.kind == PHONE]):
            leaks[place := f"dump of the store's {table}"], texts[place] = found, text
    for place, found in sorted(leaks.items()):
        kinds = Counter(one.kind for one in found)
        say(f"FOUND in {place}: {', '.join(f'{number} {kind}' for kind, number in kinds.items())}")
        for one in found[:SHOWN]:
            say(f"    {_around(texts[place], one)}")
    for table, reason in ON_PURPOSE.items():
        say(f"Kept on purpose in public.{table}: {reason}.")
    found = {one.plain for found in leaks.values() for one in found}
    cars = [one for one in planted if one.kind in (PLATE, VIN)]
    controls = {
        "the store holds every plate and VIN that was imported": len(found_in(own["vehicle"], cars)) == len(cars),
        "who may read them finds every phone": kept.shown == len(phones),
        "who may ask for masked ones is shown every phone": doors.counts["shown whole"] == len(phones),
        "every door was tried with everything": all(doors.counts[name] >= N for name in ("search", "broken", "logged")),
        "errors were met, logged and reported": doors.counts["answers of 500"] == N and kept.reported >= N,
        "the logs, Valkey and the dump hold something": all(
            texts[place] for place in ("logs", "broker and cache", "dump of public.import_job")
        ),
        "PostgreSQL's own log was read": kept.log,
        "messages went, were refused, and are unknown": all(
            kept.worked[f"messages {state}"] for state in ("sent", "failed", "unknown")
        ),
        "most of what people wrote was taken": kept.worked["taken"] > N * 2,
    }
    finish(result={"planted": len(every), "found": len(found), "control_ok": all(controls.values()), "n": N},
           bad=len(found), controls=controls)  # fmt: skip


def _around(text: str, one: Planted) -> str:
    low = text.lower()
    at = min(place for form in one.forms if (place := low.find(form.lower())) >= 0)
    return repr(text[max(0, at - 90) : at + 50])


if __name__ == "__main__":
    main()
