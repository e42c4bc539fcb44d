"""What is refused of test drives, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid


class CarBooked(Conflict):
    """`params`: car, from, to: what is there already; next: free times of that car and advisor."""

    code = "car_booked"
    message = "The car is out at that time; take one of the free times, or another car."


class CarOut(Conflict):
    """`params`: who, who_zh: the advisor who is out with it; since."""

    code = "car_out"
    message = "Somebody is still out with this car; take it back first."


class AdvisorBooked(Conflict):
    """`params`: advisor, from, to, next."""

    code = "advisor_booked"
    message = "The advisor drives with somebody else at that time; take one of the free times, or another advisor."


class AdvisorAway(Conflict):
    """`params`: advisor, day."""

    code = "advisor_away"
    message = "The advisor is on leave that day; take another day, or another advisor."


class NotADemoCar(Invalid):
    """`params`: car."""

    code = "not_a_demo_car"
    message = "This car is not lent for test drives; choose a demo car that is in stock."


class BadSlot(Invalid):
    """`params`: hours, the longest."""

    code = "bad_slot"
    message = "A test drive ends after it begins, within one day."


class LicenceNotChecked(Invalid):
    code = "licence_not_checked"
    message = "Look at the driving licence first, and tick that you did."


class KmGoBack(Invalid):
    """`params`: out_km."""

    code = "km_go_back"
    message = "The car shows fewer km than when it left; read them again."


class CarHasDrives(Conflict):
    """`params`: number, first: of the drives that are booked with it."""

    code = "car_has_drives"
    message = "Test drives are booked with this car; move them to another one, or cancel them, first."
