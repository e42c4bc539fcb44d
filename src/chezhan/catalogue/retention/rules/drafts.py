"""Make, change and take out rules by which records go. Whatever is changed of one switches it off."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.retention.periods import PERMISSION
from chezhan.catalogue.retention.refusals import PeriodChanged
from chezhan.catalogue.retention.rules.choosing import choose
from chezhan.catalogue.retention.rules.models import RetentionRule
from chezhan.catalogue.retention.rules.refusals import (
    BadRetentionRule,
    RetentionNameTaken,
    TooManyRetentionRules,
    UnknownRetentionRule,
)
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden

RULES = 30
OFF = {"state": RetentionRule.State.OFF, "stop_code": ""}


def require_setter(*, actor: Actor) -> None:
    """Who looks at the store as somebody else sets nothing. Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    if actor.viewed_by is not None:
        raise Forbidden(params={"permission": PERMISSION})


def get_rule(*, actor: Actor, rule_id: UUID, lock: bool = False) -> RetentionRule:
    """Raises Forbidden, UnknownRetentionRule."""
    require_setter(actor=actor)
    rows = RetentionRule.objects.select_for_update() if lock else RetentionRule.objects.all()
    found = rows.filter(id=rule_id).first()
    if found is None:
        raise UnknownRetentionRule
    return found


def create_rule(*, actor: Actor, values: Mapping[str, Any]) -> RetentionRule:
    """`values`: name, entity, filter, field, months, does, per_night. Raises TooManyRetentionRules, RetentionNameTaken,
    BadRetentionRule, and what `choose` raises.
    """
    require_setter(actor=actor)
    if RetentionRule.objects.count() >= RULES:
        raise TooManyRetentionRules(params={"limit": RULES})
    return _save(actor, RetentionRule(**values), first=True)


def change_rule(*, actor: Actor, rule_id: UUID, version: int, values: Mapping[str, Any]) -> RetentionRule:
    """As create_rule; the kind of record stays. Raises UnknownRetentionRule, PeriodChanged too."""
    rule = get_rule(actor=actor, rule_id=rule_id, lock=True)
    if rule.version != version:
        raise PeriodChanged(params={"version": rule.version})
    for name, value in ({**values, "entity": rule.entity} | OFF).items():
        setattr(rule, name, value)
    rule.version += 1
    return _save(actor, rule)


def switch_off(*, actor: Actor, rule_id: UUID) -> RetentionRule:
    rule = get_rule(actor=actor, rule_id=rule_id, lock=True)
    rule.state, rule.stop_code = RetentionRule.State.OFF, ""
    rule.save(update_fields=["state", "stop_code"])
    return rule


def delete_rule(*, actor: Actor, rule_id: UUID) -> None:
    get_rule(actor=actor, rule_id=rule_id, lock=True).delete()


def _save(actor: Actor, rule: RetentionRule, *, first: bool = False) -> RetentionRule:
    rule.name = rule.name.strip()
    if not rule.name or not rule.name.isprintable():
        raise BadRetentionRule(params={"where": "name"}, fields={"name": [BadRetentionRule.message]})
    rule.changed_at, rule.changed_by = clock.now(), actor.person_id
    choose(actor=actor, rule=rule, now=rule.changed_at)
    try:
        with transaction.atomic():
            rule.save(force_insert=first)
    except IntegrityError as error:
        if "retention_rule_name_once" in str(error):
            raise RetentionNameTaken(fields={"name": [RetentionNameTaken.message]}) from error
        raise
    return rule
