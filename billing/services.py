"""What changes a subscription."""

import datetime as dt
from uuid import UUID

from django.db import IntegrityError, transaction

from billing.errors import AlreadySubscribed
from billing.models import Subscription
from billing.plans import TRIAL


def begin_trial(*, group_id: UUID, using: str, today: dt.date) -> Subscription:
    """Give a new group its trial, once. `using`: the alias whose transaction makes the group.

    Raises AlreadySubscribed (409).
    """
    try:
        with transaction.atomic(using=using):
            return Subscription.objects.using(using).create(
                group_id=group_id,
                plan=TRIAL.key,
                status=Subscription.Status.TRIAL,
                trial_started_on=today,
                trial_ends_on=today + dt.timedelta(days=TRIAL.trial_days),
            )
    except IntegrityError as error:
        if "subscription_group_id" in str(error):
            raise AlreadySubscribed from error
        raise
