"""What customers are told on their pages. Never what the store holds of anybody."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound
from chezhan.kernel.pace import TooFast


class BookingClosed(NotFound):
    code = "booking_closed"
    message = "The store takes no bookings on this page; please call them."


class SlotTaken(Conflict):
    """`params`: day, next: free times of that day; none where that day has no more."""

    code = "booking_slot_taken"
    message = "That hour was taken just now; choose one of the next free ones."


class BookingNotTaken(Invalid):
    code = "booking_not_taken"
    message = "The store could not take this as it is; please call them."


class BookingTooQuick(Invalid):
    code = "booking_too_quick"
    message = "That was very quick; look over what you entered and send it again."


class BookingOutdated(Invalid):
    code = "booking_outdated"
    message = "This page has been open for long; reload it and book again."


class TooManyBookings(TooFast):
    code = "booking_too_many"
    message = "There were very many bookings; try again later, or call the store."


class ConsentMissing(Invalid):
    code = "booking_consent_missing"
    message = "Agree that the store keeps name and phone for the booking; it can't book without them."


class DriveLinkOver(NotFound):
    code = "drive_link_over"
    message = "This link leads nowhere any more; ask the store for a new one."


class DriveNotOpen(Conflict):
    code = "drive_not_open"
    message = "The test drive has begun or is called off; nothing more is done here."


class PageChanged(Conflict):
    """`params`: version."""

    code = "drive_page_changed"
    message = "Somebody else changed the page meanwhile; look at it and change it again."
