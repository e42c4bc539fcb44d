"""A page by its link, and how often it may be asked."""

from hashlib import sha256

from django.conf import settings

from chezhan.kernel.pace import keep_pace
from chezhan.modules.drives.models import DrivePage
from chezhan.modules.drives.online.refusals import BookingClosed, TooManyBookings
from tenants.directory import StoreRef
from tenants.links import store_of


def look(address: str) -> None:
    """Raises TooManyBookings."""
    named = sha256(address.encode()).hexdigest()[:16]
    keep_pace(name=f"drive-look:{named}", limit=settings.PUBLIC_LOOKS_PER_MINUTE, refusal=TooManyBookings)


def store_named(token: str) -> StoreRef:
    """Raises BookingClosed."""
    store = store_of(token)
    if store is None:
        raise BookingClosed
    return store


def open_page(token: str) -> DrivePage:
    """In the store's transaction. Raises BookingClosed."""
    page = DrivePage.objects.filter(token=token, enabled=True).first()
    if page is None:
        raise BookingClosed
    return page
