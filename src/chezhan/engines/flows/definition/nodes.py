"""The kinds of nodes, and the ports that lead out of each."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from chezhan.catalogue.doing.registry import AnyAction
from chezhan.catalogue.part import Chosen, Part
from chezhan.catalogue.records.steps import Step
from chezhan.engines.flows.definition.parts import (
    FIELDS,
    Branch,
    ByButton,
    Condition,
    Deadlines,
    Label,
    Slug,
    StartTrigger,
    StepField,
    Until,
    WaitRecord,
    WaitTime,
    Whom,
)

ACTIONS, BRANCHES = 10, 20
# What whoever is asked may do beside answering; `add`, of approvals: have one more approve, before or after.
May = Literal["delegate", "transfer", "add", "return"]
NEXT, APPROVED, REJECTED, ELSE, TIMEOUT, FAILED = "next", "approved", "rejected", "else", "timeout", "failed"


class Placed(Part):
    """`id`: as edges and the record of what happened name it; `x`, `y`: where it is drawn."""

    id: Slug
    name: Label = ""
    x: float = Field(0, ge=-1e6, le=1e6)
    y: float = Field(0, ge=-1e6, le=1e6)

    @property
    def ports(self) -> tuple[str, ...]:
        """Each leads on."""
        return (NEXT,)

    @property
    def spare_ports(self) -> tuple[str, ...]:
        """Those that need not lead anywhere."""
        return ()

    @property
    def at_rest(self) -> bool:
        """Whether it waits for somebody or for something, so that a circle through it takes time."""
        return False


class StartNode(Placed):
    """`condition`: of the records that it is for."""

    kind: Literal["start"] = "start"
    trigger: StartTrigger = ByButton(roles=())
    condition: Condition = {}


class AskingNode(Placed):
    """`otherwise`: asked where nobody of `who` can be. `form`: by which the record is shown and filled in. `fields`:
    with a form they narrow it, and what is not named is as the form has it; else what is not named is shown as far as
    the person may see it. `text`: what is to be done.
    """

    who: Whom = ()
    otherwise: Whom = ()
    text: Annotated[str, Field(max_length=500)] = ""
    form: UUID | None = None
    fields: tuple[StepField, ...] = Field((), max_length=FIELDS)
    deadlines: Deadlines = ()
    may: tuple[May, ...] = ("transfer", "return")

    @property
    def at_rest(self) -> bool:
        return True

    @property
    def step(self) -> Step:
        return Step(self.form, {one.field: one.right for one in self.fields})


class TaskNode(AskingNode):
    """`mode`: one of them does it, or each. `done_when`: nobody need do it while the record is so, nor any more once
    it comes to be.
    """

    kind: Literal["task"] = "task"
    mode: Literal["any", "all"] = "any"
    done_when: Condition = {}


class ApprovalNode(AskingNode):
    """`mode`: the first decision counts; all must approve; so many percent; one after the other. `own`: whether who
    started it may approve it; else whoever is over them is asked instead. `signature`: they sign by hand.
    """

    kind: Literal["approval"] = "approval"
    mode: Literal["any", "all", "vote", "order"] = "any"
    percent: int = Field(50, ge=1, le=100)
    comment: Literal["optional", "rejecting", "required"] = "rejecting"
    signature: bool = False
    own: bool = False

    @property
    def ports(self) -> tuple[str, ...]:
        return (APPROVED, REJECTED)


class CopyNode(Placed):
    """They are told, and nobody waits for them."""

    kind: Literal["copy"] = "copy"
    who: Whom = ()


class ConditionNode(Placed):
    """The first branch whose condition holds, else "else"."""

    kind: Literal["condition"] = "condition"
    branches: tuple[Branch, ...] = Field((), max_length=BRANCHES)

    @property
    def ports(self) -> tuple[str, ...]:
        return (*(one.id for one in self.branches), ELSE)


class ParallelNode(Placed):
    """All ways that lead out of it are gone at the same time."""

    kind: Literal["parallel"] = "parallel"


class JoinNode(Placed):
    """Goes on when so many ways have come in; 0: when no way is left on which something could still come."""

    kind: Literal["join"] = "join"
    need: int = Field(0, ge=0, le=50)


class WaitNode(Placed):
    kind: Literal["wait"] = "wait"
    until: Until = WaitTime(after=1)

    @property
    def ports(self) -> tuple[str, ...]:
        return (NEXT, TIMEOUT) if isinstance(self.until, WaitRecord) and self.until.after else (NEXT,)

    @property
    def at_rest(self) -> bool:
        return True


class SubflowNode(Placed):
    """Another flow for this record; with `each`, for every record of that kind whose field `via` leads here. It waits
    for all of them. By "rejected", where that leads on, when one of them ended so.
    """

    kind: Literal["subflow"] = "subflow"
    flow: UUID | None = None
    each: Chosen = ""
    via: Chosen = ""
    condition: Condition = {}

    @property
    def ports(self) -> tuple[str, ...]:
        return (NEXT, REJECTED)

    @property
    def spare_ports(self) -> tuple[str, ...]:
        return (REJECTED,)


class ActionNode(Placed):
    """All of the actions or none. By "failed", where that leads on, when one is refused; else it is stuck."""

    kind: Literal["action"] = "action"
    actions: tuple[AnyAction, ...] = Field((), max_length=ACTIONS)

    @property
    def ports(self) -> tuple[str, ...]:
        return (NEXT, FAILED)

    @property
    def spare_ports(self) -> tuple[str, ...]:
        return (FAILED,)


class EndNode(Placed):
    """`all`: whatever else of the flow is under way is ended with it."""

    kind: Literal["end"] = "end"
    outcome: Literal["done", "approved", "rejected"] = "done"
    all: bool = False

    @property
    def ports(self) -> tuple[str, ...]:
        return ()


Node = Annotated[
    StartNode
    | TaskNode
    | ApprovalNode
    | CopyNode
    | ConditionNode
    | ParallelNode
    | JoinNode
    | WaitNode
    | SubflowNode
    | ActionNode
    | EndNode,
    Field(discriminator="kind"),
]
