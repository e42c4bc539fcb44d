"""What customers' pages and their settings are told and send."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field


class DriveModelOut(Schema):
    trim: UUID
    brand: str
    series: str
    name: str
    energy: str


class BookingPageOut(Schema):
    """`ticket`: goes back with the booking, and says when the page was asked for."""

    store: str
    address: str
    phone: str
    intro: str
    bring: str
    models: list[DriveModelOut]
    ticket: str


class BookingDayOut(Schema):
    """`times`: when a free hour begins."""

    day: dt.date
    times: list[dt.datetime]


class BookingIn(Schema):
    """`key`: the sender's own name of this booking. `website`: a field that people don't see."""

    key: str = Field(min_length=8, max_length=80)
    ticket: str = Field(max_length=400)
    website: str = Field("", max_length=400)
    trim: UUID
    starts_at: dt.datetime
    name: str = Field(min_length=1, max_length=60)
    phone: str = Field(min_length=1, max_length=40)
    consent: bool


class BookedOut(Schema):
    """`token`: of the booking's own page, at /a/<token>."""

    token: str


class CustomerDriveOut(Schema):
    """`open`: it can still be signed and called off."""

    store: str
    address: str
    phone: str
    car: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    status: str
    bring: str
    terms: str
    signed_at: dt.datetime | None
    open: bool


class DriveSignatureIn(Schema):
    """`picture`: a PNG as a data address. `agreed`: the customer says that they read the terms."""

    picture: str = Field(max_length=500_000)
    agreed: Literal[True]


class DrivePageOut(Schema):
    path: str
    enabled: bool
    intro: str
    bring: str
    terms: str
    days_ahead: int
    notice_hours: int
    per_hour: int
    per_day: int
    version: int
    changed_at: dt.datetime


class DrivePageFoundOut(Schema):
    """`page`: null until somebody opens it."""

    page: DrivePageOut | None


class DrivePageChangeIn(Schema):
    """`renew`: another address; the old one leads nowhere from then on."""

    version: int
    enabled: bool = True
    renew: bool = False
    intro: str = Field("", max_length=400)
    bring: str = Field("", max_length=400)
    terms: str = Field("", min_length=1, max_length=5_000)
    days_ahead: int = Field(14, ge=1, le=60)
    notice_hours: int = Field(2, ge=0, le=240)
    per_hour: int = Field(20, ge=1, le=1_000)
    per_day: int = Field(100, ge=1, le=10_000)
