"""Put rules into force, switch them, order them, and put back what they were: on the owner alias, with the ledger of
the design, and with the interest that the store takes in its events.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.versioned import require_designer, require_fresh
from chezhan.catalogue.definitions.versions import Versions
from chezhan.catalogue.events.interest import take_interest
from chezhan.catalogue.occasions.dates import ByClock, next_time
from chezhan.engines.rules.checking import problems_of
from chezhan.engines.rules.clockwork import KIND
from chezhan.engines.rules.definition import read_definition
from chezhan.engines.rules.drafts import get_rule
from chezhan.engines.rules.models import Rule, RuleVersion
from chezhan.engines.rules.refusals import (
    NothingNew,
    NotSetAside,
    RuleChanged,
    RuleHasProblems,
    UnknownRule,
    UnknownRuleVersion,
)
from chezhan.kernel import clock
from tenants.models import StoreWork
from tenants.work.trying import AFRESH, try_anew

CONSUMER = "rules"
VERSIONS = Versions("rule", Rule, RuleVersion, ("name", "definition"), UnknownRule, UnknownRuleVersion)


def publish_rule(*, actor: Actor, rule_id: UUID, draft_version: int, note: str = "") -> int:
    """Answers the number of the new version, which acts with this actor's rights. Raises Forbidden, UnknownRule,
    RuleChanged, RuleHasProblems, NothingNew and what change_design raises.
    """
    rule = get_rule(actor=actor, rule_id=rule_id)
    _require_sound(actor, rule)

    def work(design: Design) -> int:
        row = VERSIONS.locked(design=design, draft_id=rule_id)
        require_fresh(draft=row, draft_version=draft_version, changed=RuleChanged)
        last = None if row.published is None else VERSIONS.numbered(design=design, draft=row, number=row.published)
        if last is not None and not VERSIONS.differs(row, last) and last.by == actor.person_id:
            raise NothingNew
        number = VERSIONS.put(design=design, draft=row, note=note)
        _listen(design, changed=rule_id)
        return number

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def roll_back_rule(*, actor: Actor, rule_id: UUID, number: int) -> int:
    """A new version that is as version `number` was; the draft becomes it too. Raises UnknownRuleVersion, and as
    publish_rule, but no RuleChanged."""
    rule = get_rule(actor=actor, rule_id=rule_id)
    old = RuleVersion.objects.filter(rule=rule, number=number).first()
    if old is None:
        raise UnknownRuleVersion
    VERSIONS.take(draft=rule, version=old)
    _require_sound(actor, rule)

    def work(design: Design) -> int:
        new = VERSIONS.put_back(design=design, draft_id=rule_id, number=number)
        _listen(design, changed=rule_id)
        return new

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def switch_rule(*, actor: Actor, rule_id: UUID, on: bool) -> None:
    """Raises Forbidden, UnknownRule."""
    get_rule(actor=actor, rule_id=rule_id)

    def work(design: Design) -> None:
        row = VERSIONS.locked(design=design, draft_id=rule_id)
        if row.enabled != on:
            before, row.enabled = row.enabled, on
            row.save(using=design.using, update_fields=["enabled"])
            told = {"name": row.name, "enabled": before}
            design.enter("rule_switched", entity=row.entity, field="", before=told, after=told | {"enabled": on})
            _listen(design, changed=rule_id)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def order_rules(*, actor: Actor, entity: str, rule_ids: Sequence[UUID]) -> None:
    """The rules of a kind of record in the order in which they are tried. Raises UnknownRule."""

    def work(design: Design) -> None:
        VERSIONS.order(design=design, entity=entity, ids=rule_ids)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def follow_again(*, actor: Actor, rule_id: UUID) -> None:
    """What was set aside is due again, now. Raises Forbidden, UnknownRule, NotSetAside."""
    require_designer(actor=actor, writes=True)
    get_rule(actor=actor, rule_id=rule_id)
    if not try_anew(store_id=actor.in_store.id, kind=KIND, key=rule_id):
        raise NotSetAside


def _require_sound(actor: Actor, rule: Rule) -> None:
    found = problems_of(actor=actor, entity=rule.entity, definition=read_definition(rule.definition))
    if found:
        raise RuleHasProblems(params={"count": len(found)})


def _listen(design: Design, *, changed: UUID) -> None:
    """To events of the kinds of records that have a rule for events that is on, and of no others; and to the clock."""
    rows = RuleVersion.objects.using(design.using).filter(number=F("rule__published"), rule__enabled=True)
    found = [(row.rule_id, row.rule.entity, _trigger_of(row)) for row in rows.select_related("rule")]
    entities = {entity for _, entity, trigger in found if trigger is None}
    take_interest(store_id=design.store.id, consumer=CONSUMER, entities=entities)
    by_clock = {rule_id: trigger for rule_id, _, trigger in found if trigger is not None}
    work = StoreWork.objects.using(design.using).filter(store_id=design.store.id, kind=KIND)
    work.exclude(key__in=by_clock).delete()
    now = clock.now()
    for rule_id, trigger in by_clock.items():
        due_at = next_time(trigger, after=now)
        if rule_id == changed:
            work.filter(key=rule_id).update(**AFRESH)
        # What is due already and not done yet stays due.
        if rule_id == changed and not work.filter(key=rule_id, due_at__gt=now).update(due_at=due_at):
            StoreWork.objects.using(design.using).get_or_create(
                key=rule_id, defaults={"store_id": design.store.id, "kind": KIND, "due_at": due_at}
            )


def _trigger_of(version: RuleVersion) -> ByClock | None:
    """None for one that waits for events."""
    trigger = read_definition(version.definition).trigger
    return trigger if isinstance(trigger, ByClock) else None
