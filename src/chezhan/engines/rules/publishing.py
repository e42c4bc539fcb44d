"""Put rules into force, switch them, order them, and put back what they were: on the owner alias, with the ledger of
the design, and with the interest that the store takes in its events.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.versioned import require_fresh
from chezhan.catalogue.events.interest import take_interest
from chezhan.engines.rules.checking import problems_of
from chezhan.engines.rules.clockwork import KIND, next_time
from chezhan.engines.rules.definition import WhenDue, WhenTime, read_definition
from chezhan.engines.rules.drafts import get_rule
from chezhan.engines.rules.models import Rule, RuleVersion
from chezhan.engines.rules.refusals import (
    NothingNew,
    RuleChanged,
    RuleHasProblems,
    UnknownRule,
    UnknownRuleVersion,
)
from chezhan.kernel import clock
from tenants.models import StoreWork

CONTENT = ("name", "definition")
NOTE = 200
CONSUMER = "rules"


def publish_rule(*, actor: Actor, rule_id: UUID, draft_version: int, note: str = "") -> int:
    """Answers the number of the new version, which acts with this actor's rights. Raises Forbidden, UnknownRule,
    RuleChanged, RuleHasProblems, NothingNew and what change_design raises.
    """
    rule = get_rule(actor=actor, rule_id=rule_id)
    _require_sound(actor, rule)

    def work(design: Design) -> int:
        row = _locked(design, rule_id)
        require_fresh(draft=row, draft_version=draft_version, changed=RuleChanged)
        last = _version(design, row, row.published) if row.published is not None else None
        if last is not None and not differs(row, last) and last.by == actor.person_id:
            raise NothingNew
        return _put(design, row, note=note)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def roll_back_rule(*, actor: Actor, rule_id: UUID, number: int) -> int:
    """A new version that is as version `number` was; the draft becomes it too. Raises UnknownRuleVersion, and as
    publish_rule, but no RuleChanged."""
    rule = get_rule(actor=actor, rule_id=rule_id)
    old = RuleVersion.objects.filter(rule=rule, number=number).first()
    if old is None:
        raise UnknownRuleVersion
    _take(rule, old)
    _require_sound(actor, rule)

    def work(design: Design) -> int:
        row = _locked(design, rule_id)
        _take(row, _version(design, row, number))
        row.draft_version += 1
        row.changed_at, row.changed_by = clock.now(), actor.person_id
        return _put(design, row, back_to=number)

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def switch_rule(*, actor: Actor, rule_id: UUID, on: bool) -> None:
    """Raises Forbidden, UnknownRule."""
    get_rule(actor=actor, rule_id=rule_id)

    def work(design: Design) -> None:
        row = _locked(design, rule_id)
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
        rows = {
            row.id: row for row in Rule.objects.using(design.using).filter(entity=entity).order_by("position", "id")
        }
        if set(rule_ids) - rows.keys():
            raise UnknownRule
        after = [*dict.fromkeys(rule_ids), *(one for one in rows if one not in set(rule_ids))]
        if after == list(rows):
            return
        before = [rows[one].name for one in rows]
        for position, rule_id in enumerate(after, start=1):
            Rule.objects.using(design.using).filter(id=rule_id).update(position=position)
        design.enter("rules_reordered", entity=entity, field="", before=before, after=[rows[one].name for one in after])

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def differs(rule: Rule, version: RuleVersion | None) -> bool:
    """Whether the draft says something else than the version."""
    return version is None or any(getattr(rule, name) != getattr(version, name) for name in CONTENT)


def _require_sound(actor: Actor, rule: Rule) -> None:
    found = problems_of(actor=actor, entity=rule.entity, definition=read_definition(rule.definition))
    if found:
        raise RuleHasProblems(params={"count": len(found)})


def _locked(design: Design, rule_id: UUID) -> Rule:
    row = Rule.objects.using(design.using).select_for_update().filter(id=rule_id).first()
    if row is None:
        raise UnknownRule
    return row


def _version(design: Design, rule: Rule, number: int) -> RuleVersion:
    found = RuleVersion.objects.using(design.using).filter(rule_id=rule.id, number=number).first()
    if found is None:
        raise UnknownRuleVersion
    return found


def _take(rule: Rule, version: RuleVersion) -> None:
    for name in CONTENT:
        setattr(rule, name, getattr(version, name))


def _put(design: Design, rule: Rule, *, note: str = "", back_to: int | None = None) -> int:
    last = RuleVersion.objects.using(design.using).filter(rule_id=rule.id).order_by("-number").first()
    number = (last.number if last else 0) + 1
    RuleVersion(
        rule_id=rule.id,
        number=number,
        note=note.strip()[:NOTE],
        back_to=back_to,
        by=design.actor.person_id,
        by_name=design.actor.person_name[:120],
        **{name: getattr(rule, name) for name in CONTENT},
    ).save(using=design.using, force_insert=True)
    before, rule.published = rule.published, number
    rule.save(using=design.using)
    kind = "rule_published" if back_to is None else "rule_rolled_back"
    told = None if before is None else _told(rule, before)
    design.enter(kind, entity=rule.entity, field="", before=told, after=_told(rule, number))
    _listen(design, changed=rule.id)
    return number


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
        # What is due already and not done yet stays due.
        if rule_id == changed and not work.filter(key=rule_id, due_at__gt=now).update(due_at=due_at):
            StoreWork.objects.using(design.using).get_or_create(
                key=rule_id, defaults={"store_id": design.store.id, "kind": KIND, "due_at": due_at}
            )


def _trigger_of(version: RuleVersion) -> WhenDue | WhenTime | None:
    """None for one that waits for events."""
    trigger = read_definition(version.definition).trigger
    return trigger if isinstance(trigger, WhenDue | WhenTime) else None


def _told(rule: Rule, number: int) -> dict[str, Any]:
    return {"name": rule.name, "number": number}
