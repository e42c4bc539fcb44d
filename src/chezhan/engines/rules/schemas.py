"""The shapes of the API of rules. Definitions go as they are kept; see definition.RuleDefinition."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.engines.rules.definition import RuleDefinition


class RuleHeadOut(Schema):
    """`published`: the number of the version in force. `acts`: whether who published it still works here. `runs` and
    `troubles`: of the last seven days. `stuck_at`: since when one by the clock is set aside, `stuck_code` why."""

    id: UUID
    entity: str
    name: str
    enabled: bool
    draft_version: int
    published: int | None
    published_by: str
    acts: bool
    changed: bool
    changed_at: dt.datetime
    changed_by: str
    last_run: dt.datetime | None
    runs: int
    troubles: int
    stuck_at: dt.datetime | None
    stuck_code: str


class RuleProblemOut(Schema):
    """`where`: trigger, condition, actions, or actions.<number>."""

    where: str
    code: str
    params: dict[str, Any]


class BusinessRuleOut(RuleHeadOut):
    definition: RuleDefinition
    problems: list[RuleProblemOut]


class BusinessRuleIn(Schema):
    entity: str = Field(max_length=40)
    name: str = Field(max_length=60)
    definition: dict[str, Any] | None = None


class RuleDraftIn(Schema):
    """What is left out stays. `definition`: as BusinessRuleOut has it."""

    draft_version: int
    name: str | None = Field(None, max_length=60)
    definition: dict[str, Any] | None = None


class RuleCopyIn(Schema):
    name: str = Field(max_length=60)


class RulePublishIn(Schema):
    draft_version: int
    note: str = Field("", max_length=200)


class RulePublishedOut(Schema):
    number: int


class RuleSwitchIn(Schema):
    on: bool


class RuleRollBackIn(Schema):
    number: int


class RuleOrderIn(Schema):
    entity: str = Field(max_length=40)
    rules: list[UUID] = Field(max_length=200)


class RuleDiscardedOut(Schema):
    """`deleted`: there was nothing in force to go back to."""

    deleted: bool


class RuleVersionOut(Schema):
    number: int
    name: str
    definition: dict[str, Any]
    note: str
    back_to: int | None
    at: dt.datetime
    by_name: str


class RuleRunOut(Schema):
    """`title`: of the record, null where it is not seen any more. `effect`: names of fields and ids, never values."""

    id: UUID
    at: dt.datetime
    number: int
    record_id: UUID
    title: str | None
    outcome: Literal["waiting", "done", "unchanged", "refused", "looped"]
    code: str
    effect: dict[str, Any]


class RuleTouchedOut(Schema):
    id: UUID
    title: str | None


class RuleConflictOut(Schema):
    """Another rule in force that writes the same fields."""

    id: UUID
    name: str
    fields: list[str]


class ForetoldOut(Schema):
    """What an action would send out. `action`: its place; `figures`: as its kind tells them, of messages `channel`,
    `template`, `goes`, `no_address`, `no_consent`, `no_consent_withdrawn`, `over_the_cap`, `quiet` (waits, may_wait or
    nothing) and `cost` (yuan, null where the channel is not connected); of webhooks `name` and `goes`.
    """

    action: int
    kind: str
    figures: dict[str, Any]


class RuleTriedOut(Schema):
    """`records`: how many, at most what `capped` says. `times`: how often a rule of plain times would have been
    followed; null for others. `foretold`: what would go out to `foretold_of` of the records."""

    days: int
    records: int
    capped: bool
    times: int | None
    sample: list[RuleTouchedOut]
    conflicts: list[RuleConflictOut]
    foretold: list[ForetoldOut]
    foretold_of: int


class RuleLogOut(Schema):
    """`more`: there are older ones."""

    runs: list[RuleRunOut]
    more: bool
