"""The booking's own page: what was booked, the terms, the signature by finger, and calling it off."""

from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile

from chezhan.catalogue.particulars.services import contact_of_store
from chezhan.catalogue.records.files.drawn import BadPicture, png_of
from chezhan.catalogue.records.files.uploading import upload_file
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.writes.saving import change_records
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.pace import HOUR, keep_pace
from chezhan.modules.drives.models import DrivePage, TestDrive
from chezhan.modules.drives.online.acting import signing_actor
from chezhan.modules.drives.online.keeping import usual_terms
from chezhan.modules.drives.online.opening import look
from chezhan.modules.drives.online.refusals import DriveLinkOver, DriveNotOpen, TooManyBookings
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.links import store_of

OPEN = ("booked", "confirmed")
ENTITY = "test_drive"


def read_drive(*, token: str, address: str) -> dict[str, Any]:
    """Raises DriveLinkOver, TooManyBookings."""
    look(address)
    store = _store(token)
    with tenant_context(store):
        return _told(store, _drive(token))


def sign(*, token: str, address: str, picture: str) -> dict[str, Any]:
    """`picture`: a PNG as a data address. What they read is kept beside it. Signed twice, the first counts.

    Raises as read_drive, and DriveNotOpen, BadPicture, PictureTooBig.
    """
    store, content = _store(token), png_of(picture)
    _paced(token, address)
    with tenant_context(store):
        drive_id = _drive(token).id
    with acting_as(drive_id, reason="drive_link"), tenant_context(store):
        drive = TestDrive.objects.select_for_update().get(id=drive_id)
        if drive.signed_at is None:
            _require_open(drive)
            actor = signing_actor(drive_id, store=store)
            given = SimpleUploadedFile("试驾协议签名.png", content, "image/png")
            try:
                kept = upload_file(actor=actor, entity=ENTITY, field="agreement", given=given)
                values = {"agreement": [kept.as_value()]}
                change_records(actor=actor, entity=ENTITY, ids=[drive_id], values=values)
            except AppError as error:
                raise BadPicture from error
            # Nobody's to write by hand.
            TestDrive.objects.filter(id=drive_id).update(signed_at=clock.now(), signed_terms=_terms())
        return _told(store, _drive(token))


def call_off(*, token: str, address: str) -> dict[str, Any]:
    """Raises as read_drive, and DriveNotOpen. Called off twice is called off."""
    store = _store(token)
    _paced(token, address)
    with tenant_context(store):
        drive_id = _drive(token).id
    with acting_as(drive_id, reason="drive_link"), tenant_context(store):
        drive = TestDrive.objects.select_for_update().get(id=drive_id)
        if drive.status != "cancelled":
            _require_open(drive)
            values = {"cancel_reason": "客户在线取消"}
            actor = signing_actor(drive_id, store=store)
            do(actor=actor, entity=ENTITY, verb="cancel", ids=[drive_id], values=values)
        return _told(store, _drive(token))


def _told(store: StoreRef, drive: TestDrive) -> dict[str, Any]:
    """It names nobody: who has the link has it."""
    trim = drive.car.trim
    page = DrivePage.objects.first()
    return {
        "store": store.name,
        **contact_of_store(),
        "car": f"{trim.series.brand.name} {trim.name}".strip(),
        "starts_at": drive.starts_at,
        "ends_at": drive.ends_at,
        "status": drive.status,
        "bring": page.bring if page else "",
        "terms": drive.signed_terms or _terms(),
        "signed_at": drive.signed_at,
        "open": drive.status in OPEN,
    }


def _terms() -> str:
    page = DrivePage.objects.first()
    return page.terms if page else usual_terms()


def _drive(token: str) -> TestDrive:
    found = TestDrive.objects.select_related("car__trim__series__brand").filter(token=token).first()
    if found is None:
        raise DriveLinkOver
    return found


def _require_open(drive: TestDrive) -> None:
    if drive.status not in OPEN:
        raise DriveNotOpen


def _store(token: str) -> StoreRef:
    store = store_of(token)
    if store is None:
        raise DriveLinkOver
    return store


def _paced(token: str, address: str) -> None:
    look(address)
    limit = settings.PUBLIC_POSTS_PER_HOUR
    keep_pace(name=f"drive-sign:{token}", limit=limit, window=HOUR, refusal=TooManyBookings)
