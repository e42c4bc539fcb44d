"""The occasions that there are, as they are kept and sent."""

from typing import Annotated, Any, Literal

from pydantic import Field

from chezhan.catalogue.occasions.festivals import Festival
from chezhan.catalogue.part import Chosen, Name, Part

FIELDS = 20
Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


class WhenCreated(Part):
    kind: Literal["created"] = "created"


class WhenChanged(Part):
    """`fields`: one of them changed; empty for any. `before` and `after`: of a single field, the value that it had and
    that it has, as records are sent; None for any.
    """

    kind: Literal["changed"] = "changed"
    fields: tuple[Name, ...] = Field((), max_length=FIELDS)
    before: Any = None
    after: Any = None


class WhenDeleted(Part):
    """It went into the bin; what is asked of it is asked of it as it was."""

    kind: Literal["deleted"] = "deleted"


class WhenRestored(Part):
    """It came back from the bin."""

    kind: Literal["restored"] = "restored"


class WhenDue(Part):
    """`days` days before (or after) the day that `field` says, at this time in Shanghai; 0: on that day. `yearly`: the
    day and month count, as of birthdays.
    """

    kind: Literal["due"] = "due"
    field: Chosen = ""
    days: int = Field(0, ge=0, le=3_650)
    side: Literal["before", "after"] = "before"
    at: Clock = "09:00"
    yearly: bool = False


class WhenTime(Part):
    """Every day, on some days of the week (1 is Monday) or of the month (31: the last day of shorter ones too)."""

    kind: Literal["time"] = "time"
    every: Literal["day", "week", "month"] = "day"
    on: tuple[Annotated[int, Field(ge=1, le=31)], ...] = Field((), max_length=31)
    at: Clock = "09:00"


class WhenFestival(Part):
    """`days` days before (or after) any of these festivals or beginnings of seasons, every year."""

    kind: Literal["festival"] = "festival"
    festivals: tuple[Festival, ...] = Field((), max_length=20)
    days: int = Field(0, ge=0, le=60)
    side: Literal["before", "after"] = "before"
    at: Clock = "09:00"


Trigger = Annotated[
    WhenCreated | WhenChanged | WhenDeleted | WhenRestored | WhenDue | WhenTime | WhenFestival,
    Field(discriminator="kind"),
]


def watched_by(trigger: Trigger) -> tuple[str, ...]:
    """The fields that it looks at."""
    if isinstance(trigger, WhenChanged):
        return trigger.fields
    return (trigger.field,) if isinstance(trigger, WhenDue) else ()
