"""The doors of the verbs and of leads: what can be done with a record, and doing it."""

from collections.abc import Iterator

from tests.bench.fieldpolicy.doors import STORE, Ask, Hidden, door
from tests.bench.fieldpolicy.twins import ROWS, id_of

VERBS = (
    "contact",
    "invite",
    "quote",
    "reopen",
    "lose",
    "invalidate",
    "visit",
    "drive",
    "win",
    "pick",
    "release",
    "revive",
)
ASKED = {"contact": ("need", "grade", "next_contact_at"), "invite": ("visit_at",), "lose": ("lost_to", "lost_note"),
         "release": ("release_reason",)}  # fmt: skip


@door
def relations(hidden: Hidden) -> Iterator[Ask]:
    """Whom a customer is related to, with their cars."""
    for number in range(ROWS):
        yield Ask("", f"{STORE}relations/{id_of('customer', number)}")


@door
def verbs(hidden: Hidden) -> Iterator[Ask]:
    leads = f"{STORE}records/lead"
    for number in range(ROWS):
        one = f"{leads}/{id_of('lead', number)}"
        yield Ask("", f"{one}/verbs")
        for verb in VERBS:
            body = {"version": 1, "values": {"lost_reason": "price"} if verb == "lose" else {}}
            yield Ask("", f"{one}/do/{verb}", "POST", body=body)
    yield Ask("", f"{leads}/do/contact", "POST", body={"ids": [str(id_of("lead", 0))], "values": {}})
    if hidden.entity.name == "lead":
        for verb, names in ASKED.items():
            if hidden.field.name in names:
                values = {hidden.field.name: hidden.asked()[0]}
                yield Ask("", f"{leads}/{id_of('lead', 1)}/do/{verb}", "POST", body={"version": 1, "values": values})


@door
def leads(hidden: Hidden) -> Iterator[Ask]:
    for number in range(ROWS):
        said = {"kind": "call", "summary": "谈了", "next_contact_at": "2026-03-09T10:00:00+08:00"}
        yield Ask("", f"{STORE}leads/{id_of('lead', number)}/follow-up", "POST", body=said)
        yield Ask("", f"{STORE}lead-score/{id_of('lead', number)}")


@door
def losses(hidden: Hidden) -> Iterator[Ask]:
    days = {"first": "2026-01-01", "last": "2026-12-31"}
    yield Ask("", f"{STORE}leads/losses", params=days)
    yield Ask("", f"{STORE}leads/losses", params=days | {"channel": "autohome"})
    for by in ("channel", "campaign"):
        yield Ask("", f"{STORE}channel-returns", params=days | {"by": by})


@door
def schedule(hidden: Hidden) -> Iterator[Ask]:
    yield Ask("", f"{STORE}test-drives/day", params={"day": "2026-03-04"})
    for number in range(ROWS):
        car = {"day": "2026-03-04", "car": str(id_of("stock_vehicle", number))}
        yield Ask("", f"{STORE}test-drives/free", params=car)


@door
def figures(hidden: Hidden) -> Iterator[Ask]:
    for name in ("morning", "leaderboard", "models", "forecast"):
        yield Ask("", f"{STORE}figures/{name}")
    yield Ask("", f"{STORE}figures/funnel", params={"by": "channel", "days": "365"})
    yield Ask("", f"{STORE}today")
