"""The rules of a store with what they did, as far as the asker may know it."""

from collections.abc import Sequence
from dataclasses import dataclass

from chezhan.access import Actor
from chezhan.catalogue.retention.rules.choosing import choose
from chezhan.catalogue.retention.rules.drafts import require_setter
from chezhan.catalogue.retention.rules.models import RetentionRule, RetentionRun
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

LATEST = 10


@dataclass(frozen=True, slots=True)
class ShownRule:
    """`known`: the asker sees all that the rule goes by. A number, and the condition itself, would tell them else."""

    rule: RetentionRule
    known: bool
    runs: Sequence[RetentionRun]


def list_rules(*, actor: Actor) -> list[ShownRule]:
    """By name. Raises Forbidden."""
    require_setter(actor=actor)
    return [show_rule(actor=actor, rule=rule) for rule in RetentionRule.objects.order_by("name")]


def show_rule(*, actor: Actor, rule: RetentionRule) -> ShownRule:
    return ShownRule(rule, _knows(actor, rule), list(rule.runs.order_by("-day")[:LATEST]))


def _knows(actor: Actor, rule: RetentionRule) -> bool:
    try:
        choose(actor=actor, rule=rule, now=clock.now())
    except AppError:
        return False
    return True
