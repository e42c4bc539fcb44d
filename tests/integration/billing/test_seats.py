"""What is counted as a seat, and the trial's days."""

import datetime as dt

import pytest
from django.db import transaction

from billing.contracts import Seats
from billing.errors import AlreadySubscribed
from billing.queries import plan_of, seats
from billing.services import begin_trial
from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import Invitation

MARCH = dt.date(2026, 3, 1)


@pytest.fixture
def counted(cast):
    def _counted() -> Seats:
        with public_context():
            return seats(group_id=cast.groups["a"].id, now=clock.now())

    return _counted


@pytest.fixture
def invited(cast):
    """invited(email=…) adds an open invitation to group A."""

    def _invited(**fields) -> None:
        with public_context():
            number = Invitation.objects.count()
            Invitation.objects.create(
                **{
                    "token_hash": f"{number}",
                    "group_id": cast.groups["a"].id,
                    "role": "auditor",
                    "invited_by": cast.people["owner"],
                    "expires_at": clock.now() + dt.timedelta(days=1),
                    **fields,
                }
            )

    return _invited


def test_a_person_in_two_stores_is_one_seat(counted):
    # owner, analyst, manager, advisor, both (in two stores), technician
    assert counted() == Seats(used=6, pending=0)


def test_open_invitations_are_pending_once_for_an_address(counted, invited):
    invited(email="new@example.com")
    invited(email="New@example.com")
    invited()
    assert counted() == Seats(used=6, pending=2)


def test_an_invitation_to_a_member_adds_no_seat(counted, invited):
    invited(email="MANAGER@example.com")
    assert counted() == Seats(used=6, pending=0)


@pytest.mark.parametrize("end", ["accepted_at", "revoked_at", "expires_at"])
def test_an_ended_invitation_is_not_pending(counted, invited, end):
    invited(email="new@example.com", **{end: clock.now()})
    assert counted() == Seats(used=6, pending=0)


def test_another_groups_people_are_not_counted(cast, invited):
    invited(email="new@example.com")
    with public_context():
        assert seats(group_id=cast.groups["b"].id, now=clock.now()) == Seats(used=2, pending=0)


@pytest.mark.parametrize(("day", "left"), [(0, 14), (1, 13), (13, 1), (14, 0), (30, 0)])
def test_the_days_of_the_trial_run_down(cast, day, left):
    group_id = cast.groups["a"].id
    with transaction.atomic(using="owner"):
        begin_trial(group_id=group_id, using="owner", today=MARCH)
    with public_context():
        plan = plan_of(group_id=group_id, now=clock.now(), today=MARCH + dt.timedelta(days=day))
    assert (plan.days_left, plan.status) == (left, "trial")


def test_a_trial_begins_once(cast):
    group_id = cast.groups["a"].id
    with transaction.atomic(using="owner"):
        begin_trial(group_id=group_id, using="owner", today=MARCH)
    with pytest.raises(AlreadySubscribed), transaction.atomic(using="owner"):
        begin_trial(group_id=group_id, using="owner", today=MARCH + dt.timedelta(days=9))
    with public_context():
        assert plan_of(group_id=group_id, now=clock.now(), today=MARCH).trial_started_on == MARCH
