"""What is refused of referrals, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid


class ReferredSelf(Invalid):
    code = "referred_self"
    message = "Nobody refers themselves: they are one, or have one phone; choose the customer who brought this friend."


class ReferralNotWon(Conflict):
    code = "referral_not_won"
    message = "The friend has not bought yet; the referral is won with their lead."


class PackageMissing(Invalid):
    code = "referral_package_missing"
    message = "Say which package the referrer was given."
