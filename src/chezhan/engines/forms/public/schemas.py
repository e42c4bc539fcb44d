"""The shapes of public forms: for strangers, and for those who open them."""

import datetime as dt
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.schemas import FieldKind, LabelOut
from chezhan.engines.forms.schemas import FormStateOut, LiveTabOut
from chezhan.kernel.moments import Moment

# A name that can't say anything else in a header: no wildcard, no path.
ORIGIN = r"^https://[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9-]+)+(:[0-9]{1,5})?$"
Site = Annotated[str, Field(max_length=120, pattern=ORIGIN)]


class PublicChoiceOut(Schema):
    value: str
    label: LabelOut


class PublicFieldOut(Schema):
    name: str
    label: LabelOut
    help: LabelOut | None
    type: FieldKind
    required: bool
    choices: list[PublicChoiceOut]
    unit: str


class PublicPageOut(Schema):
    """`ticket`: goes back with the post."""

    store: str
    title: str
    intro: str
    color: str
    tabs: list[LiveTabOut]
    asks: list[str]
    fields: list[PublicFieldOut]
    state: FormStateOut
    ticket: str


class PublicStateIn(Schema):
    values: dict[str, Any] = {}


class PublicPostIn(Schema):
    """`key`: the sender's own name for this post. `website`: stays empty; machines fill it in."""

    key: str = Field(min_length=8, max_length=64)
    ticket: str = Field(max_length=500)
    website: str = Field("", max_length=200)
    values: dict[str, Any]


class PublicThanksOut(Schema):
    thanks: str


class PublicFormOut(Schema):
    """`path`: the address of the page."""

    token: str
    path: str
    enabled: bool
    ends_at: dt.datetime | None
    title: str
    intro: str
    thanks: str
    color: str
    owner: UUID | None
    sites: list[str]
    per_hour: int
    per_day: int
    version: int


class PublicFormFoundOut(Schema):
    """Null for a form that was never opened to the public."""

    public: PublicFormOut | None


class PublicFormChangeIn(Schema):
    """What is left out stays. `renew`: another address. `sites`: origins, such as https://www.example.com."""

    version: int
    enabled: bool = True
    ends_at: Moment | None = None
    title: str = Field("", max_length=60)
    intro: str = Field("", max_length=400)
    thanks: str = Field("", max_length=400)
    color: str = Field("", max_length=7, pattern=r"^(#[0-9a-f]{6})?$")
    owner: UUID | None = None
    sites: list[Site] = Field([], max_length=20)
    per_hour: int = Field(100, ge=1, le=100_000)
    per_day: int = Field(500, ge=1, le=1_000_000)
    renew: bool = False


class FormPostOut(Schema):
    """`reasons`: code of the refusal by field, "" of the whole. `values`: what was sent, as far as one reads it."""

    id: UUID
    at: dt.datetime
    outcome: Literal["received", "created", "refused"]
    reasons: dict[str, str]
    record_id: UUID | None
    values: dict[str, Any] | None


class FormPostEnteredOut(Schema):
    record_id: UUID
