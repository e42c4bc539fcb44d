"""What a rule says: when, if, then. As it is kept and sent; read here and nowhere else."""

from typing import Annotated, Any, Literal
from uuid import UUID

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chezhan.engines.rules.refusals import BadRule

ACTIONS, FIELDS = 10, 20
BYTES = 40_000
Name = Annotated[str, Field(min_length=1, max_length=64)]
# Not chosen yet while it is empty: a draft is kept so, and not published.
Chosen = Annotated[str, Field(max_length=64)]


class Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


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


Clock = Annotated[str, Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]


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


Trigger = Annotated[WhenCreated | WhenChanged | WhenDue | WhenTime, Field(discriminator="kind")]


class RuleValue(Part):
    """A value as records are sent, or a formula that is calculated of the record; not both."""

    field: Name
    value: Any = None
    formula: Annotated[str, Field(max_length=2_000)] = ""


class DoSet(Part):
    kind: Literal["set"] = "set"
    fields: tuple[RuleValue, ...] = Field((), max_length=FIELDS)


class DoCreate(Part):
    """A record of another kind; `link`: its field that leads to this record, empty for none. Formulas are calculated of
    this record. It is owned by whoever owns this one.
    """

    kind: Literal["create"] = "create"
    entity: Chosen = ""
    link: Chosen = ""
    fields: tuple[RuleValue, ...] = Field((), max_length=FIELDS)


class DoAssign(Part):
    kind: Literal["assign"] = "assign"
    to: UUID | None = None


class DoTag(Part):
    """Tags of the store by their ids."""

    kind: Literal["tag"] = "tag"
    put: tuple[UUID, ...] = Field((), max_length=10)
    take: tuple[UUID, ...] = Field((), max_length=10)


class DoComment(Part):
    kind: Literal["comment"] = "comment"
    text: Annotated[str, Field(max_length=1_000)] = ""


Action = Annotated[DoSet | DoCreate | DoAssign | DoTag | DoComment, Field(discriminator="kind")]


class RuleDefinition(Part):
    """`condition`: a rule group, as lists are filtered by; empty for every record. `stop`: where this rule did its
    work, the later ones do nothing on the same occasion.
    """

    trigger: Trigger = WhenCreated()
    condition: dict[str, Any] = {}
    actions: tuple[Action, ...] = Field((), max_length=ACTIONS)
    stop: bool = False

    @property
    def watched(self) -> tuple[str, ...]:
        """The fields of the trigger."""
        if isinstance(self.trigger, WhenChanged):
            return self.trigger.fields
        return (self.trigger.field,) if isinstance(self.trigger, WhenDue) else ()

    @property
    def filter(self) -> str:
        return orjson.dumps(self.condition).decode() if self.condition.get("rules") else ""


def read_definition(data: Any) -> RuleDefinition:
    """Raises BadRule."""
    try:
        if len(orjson.dumps(data)) > BYTES:
            raise BadRule(params={"where": "size"})
        return RuleDefinition.model_validate(data)
    except ValidationError as fault:
        where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
        raise BadRule(params={"where": where[:120]}) from None
    except TypeError:
        raise BadRule(params={"where": ""}) from None


def definition_as_json(definition: RuleDefinition) -> dict[str, Any]:
    return definition.model_dump(mode="json")
