"""What a rule says: when, if, then. As it is kept and sent; read here and nowhere else."""

from typing import Annotated, Any, Literal

import orjson
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from chezhan.engines.rules.refusals import BadRule

ACTIONS, FIELDS = 10, 20
BYTES = 40_000
Name = Annotated[str, Field(min_length=1, max_length=64)]


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


Trigger = Annotated[WhenCreated | WhenChanged, Field(discriminator="kind")]


class RuleValue(Part):
    """A value as records are sent, or a formula that is calculated of the record; not both."""

    field: Name
    value: Any = None
    formula: Annotated[str, Field(max_length=2_000)] = ""


class DoSet(Part):
    kind: Literal["set"] = "set"
    fields: tuple[RuleValue, ...] = Field((), max_length=FIELDS)


Action = Annotated[DoSet, Field()]


class RuleDefinition(Part):
    """`condition`: a rule group, as lists are filtered by; empty for every record. `stop`: where this rule did its
    work, the later ones do nothing on the same occasion.
    """

    trigger: Trigger = WhenCreated()
    condition: dict[str, Any] = {}
    actions: tuple[Action, ...] = Field((), max_length=ACTIONS)
    stop: bool = False

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
