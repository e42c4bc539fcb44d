"""What leaves billing."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seats:
    """`used`: distinct people with any membership in the group. `pending`: open invitations to anyone else."""

    used: int
    pending: int


@dataclass(frozen=True, slots=True)
class GroupPlan:
    """`days_left` is 0 from the day on which the trial ends."""

    plan: str
    status: str
    trial_started_on: dt.date
    trial_ends_on: dt.date
    days_left: int
    seats_used: int
    seats_pending: int
