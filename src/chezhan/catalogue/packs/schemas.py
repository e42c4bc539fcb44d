"""The shapes of the API of packs."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.schemas import LabelOut

ItemState = Literal["shipped", "changed", "draft", "off", "removed", "refused", "pending"]
PlanAction = Literal["make", "change", "adopt", "keep", "gone", "hold", "drop", "leave"]
StepOutcome = Literal["made", "changed", "adopted", "kept", "gone", "dropped", "left", "held", "refused"]


class PackHeadOut(Schema):
    """`count`: of items."""

    key: str
    version: int
    name: LabelOut
    about: LabelOut
    count: int


class InstalledPackOut(PackHeadOut):
    """`newer`: the version that came with the product since."""

    at: dt.datetime
    by_name: str
    shipped: bool
    newer: int | None


class PackRunOut(Schema):
    """`before`: the version there was. `code`: why it failed."""

    id: UUID
    pack: str
    file: UUID
    version: int
    before: int | None
    status: Literal["running", "done", "failed"]
    automatic: bool
    done: int
    total: int
    code: str
    at: dt.datetime
    ended_at: dt.datetime | None
    by_name: str


class PacksOut(Schema):
    """`offered`: those of this trade that are not installed. `run`: the latest."""

    installed: list[InstalledPackOut]
    offered: list[PackHeadOut]
    run: PackRunOut | None


class PackStepOut(Schema):
    part: str
    key: str
    name: LabelOut | None
    outcome: StepOutcome
    code: str
    params: dict[str, Any]


class PackRunWholeOut(PackRunOut):
    steps: list[PackStepOut]


class PackChangeOut(Schema):
    """`path`: steps in the item's name and body, parted by /."""

    path: str
    before: Any
    after: Any


class PackConflictOut(Schema):
    """What the pack gave before, what the store has, what the pack gives now; null where it is not there."""

    path: str
    base: Any
    mine: Any
    theirs: Any


class PackItemAboutOut(Schema):
    """`default`: the row of the product's list of defaults."""

    part: str
    key: str
    of: str
    default: str
    name: LabelOut


class PackItemOut(PackItemAboutOut):
    """`changes`: from what the pack gave to what the store has."""

    made: str
    state: ItemState
    on: bool = True
    code: str
    params: dict[str, Any]
    changes: list[PackChangeOut]


class PackFileOut(Schema):
    id: UUID
    pack: str
    version: int
    at: dt.datetime
    shipped: bool


class PackOut(InstalledPackOut):
    """`files`: other versions that were here or were brought."""

    items: list[PackItemOut]
    files: list[PackFileOut]


class PlannedItemOut(PackItemAboutOut):
    """`mine`, `theirs`, `result`: {name, body}, items named as in the file. `changes`: from what the store has to what
    it would have."""

    action: PlanAction
    code: str
    made: str
    mine: dict[str, Any] | None
    theirs: dict[str, Any] | None
    result: dict[str, Any] | None
    changes: list[PackChangeOut]
    conflicts: list[PackConflictOut]


class PackPlanOut(PackHeadOut):
    """`open`: conflicts without a choice. `mark`: send it back with the installation."""

    mark: str
    open: int
    items: list[PlannedItemOut]


class PackTextIn(Schema):
    """The file's text."""

    text: str = Field(max_length=1_000_000)


class PackWhichIn(Schema):
    """One that ships, by its key, or a file that was brought. `choices`: by item (part/key), by path."""

    pack: str = Field("", max_length=60)
    file: UUID | None = None
    choices: dict[str, dict[str, Literal["mine", "theirs"]]] = Field({}, max_length=500)


class PackInstallIn(PackWhichIn):
    mark: str = Field("", max_length=40)
