"""What a group pays for. Call within public_context()."""

import datetime as dt
from uuid import UUID

from django.db.models.functions import Lower

from billing.contracts import GroupPlan, Seats
from billing.errors import NoSubscription
from billing.models import Subscription
from tenants.models import Invitation, Membership


def seats(*, group_id: UUID, now: dt.datetime) -> Seats:
    """One person in several stores is one seat, a program none; so are several invitations to one address.

    An invitation to somebody who is a member already adds none; one without an address adds one.
    """
    members = Membership.objects.filter(group_id=group_id, person__is_service=False)
    open_ones = Invitation.objects.filter(
        group_id=group_id, accepted_at__isnull=True, revoked_at__isnull=True, expires_at__gt=now
    )
    addressed = open_ones.exclude(email__isnull=True).annotate(address=Lower("email"))
    of_members = members.exclude(person__email__isnull=True).values(address=Lower("person__email"))
    newcomers = addressed.exclude(address__in=of_members).values("address").distinct().count()
    return Seats(
        used=members.values("person_id").distinct().count(),
        pending=newcomers + open_ones.filter(email__isnull=True).count(),
    )


def plan_of(*, group_id: UUID, now: dt.datetime, today: dt.date) -> GroupPlan:
    """Raises NoSubscription (404)."""
    subscription = Subscription.objects.filter(group_id=group_id).first()
    if subscription is None:
        raise NoSubscription
    counted = seats(group_id=group_id, now=now)
    return GroupPlan(
        plan=subscription.plan,
        status=subscription.status,
        trial_started_on=subscription.trial_started_on,
        trial_ends_on=subscription.trial_ends_on,
        days_left=max(0, (subscription.trial_ends_on - today).days),
        seats_used=counted.used,
        seats_pending=counted.pending,
    )
