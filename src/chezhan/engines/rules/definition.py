"""What a rule says: when, if, then. As it is kept and sent; read here and nowhere else."""

from typing import Any

import orjson
from pydantic import Field, ValidationError

from chezhan.catalogue.doing.registry import AnyAction
from chezhan.catalogue.occasions.triggers import Trigger, WhenCreated, watched_by
from chezhan.catalogue.part import Part
from chezhan.engines.rules.refusals import BadRule

ACTIONS = 10
BYTES = 40_000


class RuleDefinition(Part):
    """`condition`: a rule group, as lists are filtered by; empty for every record. `stop`: where this rule did its
    work, the later ones do nothing on the same occasion. `again_after`: so many days after it acted on a record it acts
    on it again at the earliest; 0 for each time. Not longer than the log is kept.
    """

    trigger: Trigger = WhenCreated()
    condition: dict[str, Any] = {}
    actions: tuple[AnyAction, ...] = Field((), max_length=ACTIONS)
    stop: bool = False
    again_after: int = Field(0, ge=0, le=180)

    @property
    def watched(self) -> tuple[str, ...]:
        """The fields of the trigger."""
        return watched_by(self.trigger)

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
