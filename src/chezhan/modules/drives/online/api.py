"""/api/public/test-drives: what customers ask for; no session, no cookie. Each call opens the store that the token
names. /api/store/design/test-drive-page: those who open the page to them.
"""

from io import BytesIO
from typing import Any
from uuid import UUID

import segno
from allauth.core.internal.httpkit import get_client_ip
from django.http import HttpRequest, HttpResponse
from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.modules.drives.models import DrivePage
from chezhan.modules.drives.online import booking, keeping, schemas, signing
from chezhan.modules.drives.online.refusals import BookingClosed

router = Router(tags=["public"])
design = Router(tags=["test drives"])
DRIVE = "/drives/{token}"
SHOWN = (
    *("enabled", "intro", "bring", "terms", "days_ahead", "notice_hours", "per_hour", "per_day"),
    *("version", "changed_at"),
)


@router.get("/{token}", response=schemas.BookingPageOut, auth=None, operation_id="read_booking_page")
def read_booking_page(request: HttpRequest, token: str):
    return booking.read_booking_page(token=token, address=_address(request))


@router.get("/{token}/times", response=list[schemas.BookingDayOut], auth=None, operation_id="read_booking_times")
def read_booking_times(request: HttpRequest, token: str, trim: UUID):
    """Day by day, as far ahead as the store takes bookings."""
    return booking.read_hours(token=token, address=_address(request), trim_id=trim)


@router.post("/{token}", response={201: schemas.BookedOut}, auth=None, operation_id="book_test_drive")
def book_test_drive(request: HttpRequest, token: str, body: schemas.BookingIn):
    """Refused with booking_slot_taken where somebody was quicker; it tells the next free hours."""
    wish = booking.Wish(
        key=body.key,
        ticket=body.ticket,
        trap=body.website,
        trim_id=body.trim,
        starts_at=body.starts_at,
        name=body.name,
        phone=body.phone,
        consent=body.consent,
    )
    return Status(201, {"token": booking.book(token=token, address=_address(request), wish=wish)})


@router.get(DRIVE, response=schemas.CustomerDriveOut, auth=None, operation_id="read_customer_drive")
def read_customer_drive(request: HttpRequest, token: str):
    return signing.read_drive(token=token, address=_address(request))


@router.post(f"{DRIVE}/sign", response=schemas.CustomerDriveOut, auth=None, operation_id="sign_customer_drive")
def sign_customer_drive(request: HttpRequest, token: str, body: schemas.DriveSignatureIn):
    """Kept with the drive, and the terms that were read with it."""
    return signing.sign(token=token, address=_address(request), picture=body.picture)


@router.post(f"{DRIVE}/cancel", response=schemas.CustomerDriveOut, auth=None, operation_id="cancel_customer_drive")
def cancel_customer_drive(request: HttpRequest, token: str):
    return signing.call_off(token=token, address=_address(request))


@design.get("", response=schemas.DrivePageFoundOut, operation_id="get_drive_page")
def get_drive_page(request: ActorRequest):
    return {"page": _shown(keeping.get_drive_page(actor=request.actor))}


@design.post("", response=schemas.DrivePageFoundOut, operation_id="open_drive_page")
def open_drive_page(request: ActorRequest):
    return {"page": _shown(keeping.open_drive_page(actor=request.actor))}


@design.patch("", response=schemas.DrivePageFoundOut, operation_id="change_drive_page")
def change_drive_page(request: ActorRequest, body: schemas.DrivePageChangeIn):
    values = body.dict(exclude_unset=True)
    version = values.pop("version")
    return {"page": _shown(keeping.change_drive_page(actor=request.actor, version=version, values=values))}


@design.get("/qr.svg", operation_id="get_drive_page_qr")
def get_drive_page_qr(request: ActorRequest):
    """The page's address as a QR code."""
    page = keeping.get_drive_page(actor=request.actor)
    if page is None:
        raise BookingClosed
    picture = BytesIO()
    code = segno.make(request.build_absolute_uri(keeping.path_of(page)), error="m")
    # With its namespace: a browser shows no other as a picture.
    code.save(picture, kind="svg", xmldecl=False, scale=6, border=2)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


def _shown(page: DrivePage | None) -> dict[str, Any] | None:
    if page is None:
        return None
    return {name: getattr(page, name) for name in SHOWN} | {"path": keeping.path_of(page)}


def _address(request: HttpRequest) -> str:
    return get_client_ip(request) or ""
