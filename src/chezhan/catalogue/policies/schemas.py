"""The shapes of the API of policies, roles and teams."""

from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.definitions.schemas import LabelIn
from chezhan.catalogue.schemas import LabelOut

RightName = Literal["hidden", "masked", "read", "write"]
ReachName = Literal["none", "own", "team", "store", "predicate"]
ActionName = Literal["create", "delete", "bulk", "assign", "export", "export_personal", "reveal", "comment"]
MANY = 2000


class RowsShape(Schema):
    """`predicate`: a rule group as JSON text, of the reach `predicate` alone."""

    reach: ReachName
    predicate: str = Field("", max_length=20_000)


class RightShape(Schema):
    """`own`: the right on one's own records where that is more."""

    right: RightName
    own: RightName | None = None


class PolicyShape(Schema):
    """A field has the right named in `fields`, else `personal` where it is personal data, else `usual`. Without
    `opened`, fields that are added later are hidden until they are named."""

    rows: RowsShape
    usual: RightShape
    personal: RightShape
    fields: dict[str, RightShape] = {}
    actions: list[ActionName] = []
    opened: bool = False


class CutOut(Schema):
    """What the ceiling takes from a policy."""

    rows: bool
    fields: list[str]
    actions: list[ActionName]


class CellOut(Schema):
    """`own`: set here, in place of `shipped`, which is told then alone. `mark`: send it back with a change to be told
    of others' changes."""

    role: str
    entity: str
    policy: PolicyShape
    own: bool
    shipped: PolicyShape | None
    mark: str
    cut: CutOut | None


class PolicyFieldOut(Schema):
    """`fixed`: the product writes it, no person does."""

    name: str
    label: LabelOut
    type: str
    sensitivity: Literal["", "masked", "sealed"]
    origin: Literal["product", "hq", "store"]
    fixed: bool
    section: str


class PolicyEntityOut(Schema):
    name: str
    label: LabelOut
    fields: list[PolicyFieldOut]


class EntityPoliciesOut(PolicyEntityOut):
    ceiling: PolicyShape | None
    policies: list[CellOut]


class PolicyRoleOut(Schema):
    """`label`: of the store's own roles. `locked`: headquarters', which no store changes."""

    key: str
    label: LabelOut | None
    locked: bool
    people: int


class ColleagueOut(Schema):
    """`from_head`: sent by headquarters."""

    id: UUID
    name: str
    roles: list[str]
    from_head: bool


class MatrixOut(Schema):
    roles: list[PolicyRoleOut]
    people: list[ColleagueOut]
    entities: list[EntityPoliciesOut]


class PolicyIn(Schema):
    policy: PolicyShape
    mark: str | None = None


class ChangeIn(Schema):
    """`policy`: null puts back what ships."""

    role: str
    entity: str
    policy: PolicyShape | None
    mark: str | None = None


class ChangesIn(Schema):
    changes: list[ChangeIn] = Field(max_length=MANY)


class PolicyPersonOut(Schema):
    id: UUID
    name: str


class ReachedOut(Schema):
    """`right`: on every record seen; `highest`: on some of them."""

    right: RightName
    highest: RightName


class FieldEffectOut(Schema):
    name: str
    before: ReachedOut
    after: ReachedOut


class RowsEffectOut(Schema):
    """One of the alternatives is enough; the conditions within one hold together."""

    before: list[list[RowsShape]]
    after: list[list[RowsShape]]
    direction: Literal["wider", "narrower", "other"]


class EntityEffectOut(Schema):
    entity: str
    rows: RowsEffectOut | None
    fields: list[FieldEffectOut]
    actions_gained: list[ActionName]
    actions_lost: list[ActionName]


class EffectOut(Schema):
    """People who hold the same roles, and what changes for them."""

    roles: list[str]
    people: list[PolicyPersonOut]
    entities: list[EntityEffectOut]


Rule = Literal["no_records", "named", "closed_to_new", "personal", "usual"]


class CeilingAnswerOut(Schema):
    """`rule`: by which of its rules the policy answers."""

    rows: RowsShape
    rule: Rule
    right: RightName
    own: RightName | None


class RoleAnswerOut(CeilingAnswerOut):
    """`cut`: what the ceiling leaves; null where it takes nothing."""

    role: str
    source: Literal["own", "shipped", "none"]
    cut: RightShape | None


class GrantOut(Schema):
    """The right where all of `rows` hold."""

    right: RightName
    rows: list[RowsShape]


class NoteOut(Schema):
    code: Literal["no_records", "retired", "hidden_beyond", "fixed", "masked", "sealed"]
    params: dict[str, Any]


class ExplanationOut(ReachedOut):
    """`shown`: what lists and records make of it, other kinds of record counted in."""

    entity: str
    field: str
    person: PolicyPersonOut | None
    roles: list[RoleAnswerOut]
    ceiling: CeilingAnswerOut | None
    effective: list[GrantOut]
    shown: Literal["hidden", "masked", "read"]
    notes: list[NoteOut]


class RoleIn(Schema):
    """`copy_of`: the role whose policies it starts with; none of them when empty."""

    label: LabelIn
    copy_of: str = ""


class RoleChangeIn(Schema):
    label: LabelIn


class OwnRoleOut(Schema):
    key: str
    label: LabelOut
    retired: bool


class TeamIn(Schema):
    name: str
    people: list[UUID] = Field([], max_length=MANY)


class TeamChangeIn(Schema):
    """What is left out stays."""

    name: str | None = None
    people: list[UUID] | None = Field(None, max_length=MANY)


class TeamOut(Schema):
    id: UUID
    name: str
    people: list[UUID]
