"""What belongs to somebody's day. Each part is a list of records that are theirs, with what a line of it shows."""

from dataclasses import dataclass
from typing import Any

from chezhan.catalogue.labels import Label

Rules = tuple[dict[str, Any], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`which`: of the records that are the person's; TODAY stands for the present day. `sort`: as a list's."""

    name: str
    label: Label
    entity: str
    which: Rules
    sort: str
    fields: tuple[str, ...]


TODAY = "today"
LEAD = ("contact_name", "phone", "status", "grade", "brand", "series", "channel", "contact_due_at",
        "first_contacted_at", "next_contact_at")  # fmt: skip


def _is(field: str, operator: str, value: Any = None) -> dict[str, Any]:
    return {"field": field, "operator": operator, "value": value}


OPEN_LEAD = _is("status", "in", ["new", "contacted", "invited", "visited", "test_drive", "quoted"])

PARTS = (
    Part(
        "first_contacts",
        Label("首次联系", "First contacts"),
        "lead",
        (OPEN_LEAD, _is("contact_due_at", "notNull"), _is("first_contacted_at", "null")),
        "contact_due_at",
        LEAD,
    ),
    Part(
        "follow_ups",
        Label("今天跟进", "Follow-ups"),
        "lead",
        (
            OPEN_LEAD,
            _is("next_contact_at", "<=", TODAY),
            # The others stand above.
            {"combinator": "or", "rules": [_is("first_contacted_at", "notNull"), _is("contact_due_at", "null")]},
        ),
        "next_contact_at",
        LEAD,
    ),
    Part(
        "drives",
        Label("今天试驾", "Test drives"),
        "test_drive",
        (_is("starts_at", "=", TODAY), _is("status", "in", ["booked", "confirmed", "out"])),
        "starts_at",
        ("contact_name", "phone", "car_name", "starts_at", "ends_at", "status", "lead"),
    ),
    Part(
        "deliveries",
        Label("今天交车", "Deliveries"),
        "delivery",
        (_is("planned_at", "<=", TODAY), _is("status", "in", ["preparing", "ready"])),
        "planned_at",
        ("order_number", "order", "planned_at", "status"),
    ),
    Part(
        "promises",
        Label("到期承诺", "Promises due"),
        "promise",
        (_is("due_on", "<=", TODAY), _is("status", "=", "open")),
        "due_on",
        ("what", "customer", "due_on", "status"),
    ),
    Part(
        "tasks",
        Label("到期待办", "Tasks due"),
        "task",
        (_is("due_at", "<=", TODAY), _is("status", "=", "open")),
        "due_at",
        ("what", "due_at", "priority", "status", "lead", "customer"),
    ),
)
