"""The pieces that nodes are made of: who is asked, what they see, and until when."""

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field

from chezhan.catalogue.occasions.triggers import WhenChanged, WhenCreated, WhenDue, WhenFestival, WhenRestored, WhenTime
from chezhan.catalogue.part import Chosen, Name, Part

Slug = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,40}$")]
Label = Annotated[str, Field(max_length=60)]
Unit = Literal["minutes", "hours", "days"]
# A group of rules, as lists are filtered by; empty for every record.
Condition = dict[str, Any]
PEOPLE, FIELDS, DEADLINES = 50, 100, 5


class WhoPersons(Part):
    kind: Literal["persons"] = "persons"
    people: tuple[UUID, ...] = Field((), max_length=PEOPLE)


class WhoRoles(Part):
    """All who hold one of the roles in the store."""

    kind: Literal["roles"] = "roles"
    roles: tuple[Name, ...] = Field((), max_length=20)


class WhoField(Part):
    """The person that a field of the record names, such as its owner."""

    kind: Literal["field"] = "field"
    field: Chosen = "owner"


class WhoStarter(Part):
    kind: Literal["starter"] = "starter"


class WhoManager(Part):
    """Who is over the starter, or over the person in `field`, by the roles that they hold."""

    kind: Literal["manager"] = "manager"
    of: Literal["starter", "field"] = "starter"
    field: Chosen = ""


class WhoFormula(Part):
    """A formula of the record that answers the key of a role, or the id of a person."""

    kind: Literal["formula"] = "formula"
    formula: Annotated[str, Field(max_length=2_000)] = ""


Who = Annotated[WhoPersons | WhoRoles | WhoField | WhoStarter | WhoManager | WhoFormula, Field(discriminator="kind")]
# Of all parts together, each person once.
Whom = Annotated[tuple[Who, ...], Field(max_length=10)]


class StepField(Part):
    """What whoever is asked may do with a field of the record, within their own rights."""

    field: Name
    right: Literal["hidden", "read", "write", "required"] = "read"


class Deadline(Part):
    """`after` so long since they were asked; `working`: only hours and days on which the store is open count. `to`:
    whom it is escalated to. `skip`: of tasks, they count as done.
    """

    after: int = Field(1, ge=1, le=1_000)
    unit: Unit = "days"
    working: bool = True
    then: Literal["remind", "escalate", "approve", "reject", "skip"] = "remind"
    to: Whom = ()


Deadlines = Annotated[tuple[Deadline, ...], Field(max_length=DEADLINES)]


class ByButton(Part):
    """By hand, from a record: by who holds one of the roles, or by anybody who sees the record when none is named."""

    kind: Literal["button"] = "button"
    roles: tuple[Name, ...] = Field((), max_length=20)


class ByApi(Part):
    """By a request that names the flow, of a person or of a token."""

    kind: Literal["api"] = "api"


class ByForm(Part):
    """When somebody sends this public form."""

    kind: Literal["form"] = "form"
    form: UUID | None = None


StartTrigger = Annotated[
    ByButton | ByApi | ByForm | WhenCreated | WhenChanged | WhenRestored | WhenDue | WhenTime | WhenFestival,
    Field(discriminator="kind"),
]


class WaitTime(Part):
    kind: Literal["time"] = "time"
    after: int = Field(1, ge=1, le=1_000)
    unit: Unit = "days"
    working: bool = False


class WaitDate(Part):
    """Until so many days before or after the day that `field` says, at this time in Shanghai."""

    kind: Literal["date"] = "date"
    field: Chosen = ""
    days: int = Field(0, ge=0, le=3_650)
    side: Literal["before", "after"] = "before"
    at: Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")] = "09:00"


class WaitRecord(Part):
    """Until one of `fields` of the record changes (any, when none is named), and the condition holds then. With a
    condition and no fields: until it holds, which may be at once. After so long in vain by "timeout"; 0: never.
    `not_before`: a moment of the record before which it is not in vain, wherever that is moved to meanwhile.
    """

    kind: Literal["record"] = "record"
    fields: tuple[Name, ...] = Field((), max_length=20)
    condition: Condition = {}
    after: int = Field(0, ge=0, le=1_000)
    unit: Unit = "days"
    working: bool = False
    not_before: Chosen = ""


Until = Annotated[WaitTime | WaitDate | WaitRecord, Field(discriminator="kind")]


class Branch(Part):
    """Its id is the port that it leads out of."""

    id: Slug
    name: Label = ""
    condition: Condition = {}
