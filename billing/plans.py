"""The plans on offer. They are part of the product, not data: a price changes by a release."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Plan:
    """`trial_days` is 0 for a plan that is paid from its first day."""

    key: str
    trial_days: int


TRIAL = Plan(key="trial", trial_days=14)
PLANS: dict[str, Plan] = {plan.key: plan for plan in (TRIAL,)}
