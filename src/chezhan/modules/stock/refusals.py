"""What is refused of stock vehicles, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid


class CarTaken(Conflict):
    """`params`: vin (its last six signs); by: who has it, "" where that is not to be seen; others, others_zh: what else
    of the trim stands free, in words."""

    code = "car_taken"
    message = "Somebody else has this car already; offer one of the others, or ask them to release it."


class DemoCarStays(Conflict):
    """`params`: vin."""

    code = "demo_car_stays"
    message = "This is a demo car; end its time as one first, then sell it."


class ReservedByOther(Conflict):
    """`params`: vin, by."""

    code = "reserved_by_other"
    message = "Somebody else reserved this car; they release it, or a manager frees it with a reason."


class ReservedUntilPast(Invalid):
    code = "reserved_until_past"
    message = "The reservation would be over already; give a later moment, or none for the usual time."


class CertificatePledged(Conflict):
    """`params`: vin, lender."""

    code = "certificate_pledged"
    message = "The certificate of this car is pledged; redeem it first, then hand the car over."
