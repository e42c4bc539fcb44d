"""Make, change, copy and drop drafts of rules. In the request's own transaction; nothing is done by a draft."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db.models import Max

from chezhan.access import Actor
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.definitions.versioned import require_designer, require_fresh, save_versioned
from chezhan.engines.rules.definition import definition_as_json, read_definition
from chezhan.engines.rules.models import Rule, RuleVersion
from chezhan.engines.rules.refusals import BadRule, RuleChanged, RuleNameTaken, TooManyRules, UnknownRule

RULES, NAME = 50, 60


def get_rule(*, actor: Actor, rule_id: UUID, lock: bool = False) -> Rule:
    """`lock`: to be changed. Raises Forbidden, UnknownRule."""
    require_designer(actor=actor, writes=lock)
    rows = Rule.objects.select_for_update() if lock else Rule.objects.all()
    found = rows.filter(id=rule_id).first()
    if found is None:
        raise UnknownRule
    return found


def create_rule(*, actor: Actor, entity: str, name: str, definition: Any = None) -> Rule:
    """Raises Forbidden, UnknownEntity, RuleNameTaken, TooManyRules, BadRule."""
    require_designer(actor=actor, writes=True)
    kind = of_store(actor.in_store).entity_named(entity)
    draft = Rule(entity=kind.name)
    _give(draft, {"name": name, "definition": definition or {}})
    return _add(actor, draft)


def copy_rule(*, actor: Actor, rule_id: UUID, name: str) -> Rule:
    """A draft of its own. Raises as create_rule, and UnknownRule."""
    model = get_rule(actor=actor, rule_id=rule_id, lock=True)
    draft = Rule(entity=model.entity)
    _give(draft, {"name": name, "definition": model.definition})
    return _add(actor, draft)


def save_draft(*, actor: Actor, rule_id: UUID, draft_version: int, values: Mapping[str, Any]) -> Rule:
    """`values`: name and definition, as far as they change. Raises RuleChanged, BadRule, RuleNameTaken."""
    draft = get_rule(actor=actor, rule_id=rule_id, lock=True)
    require_fresh(draft=draft, draft_version=draft_version, changed=RuleChanged)
    _give(draft, values)
    return _save(actor, draft)


def discard_draft(*, actor: Actor, rule_id: UUID) -> Rule | None:
    """Back to what is in force; one that was never published is deleted, and None answered."""
    draft = get_rule(actor=actor, rule_id=rule_id, lock=True)
    last = RuleVersion.objects.filter(rule=draft).order_by("-number").first()
    if last is None:
        draft.delete()
        return None
    _give(draft, {"name": last.name, "definition": last.definition})
    return _save(actor, draft)


def _give(draft: Rule, values: Mapping[str, Any]) -> None:
    if "definition" in values:
        draft.definition = definition_as_json(read_definition(values["definition"]))
    if "name" in values:
        draft.name = values["name"].strip()
        if not 0 < len(draft.name) <= NAME or not draft.name.isprintable():
            raise BadRule(params={"where": "name"}, fields={"name": [BadRule.message]})


def _add(actor: Actor, draft: Rule) -> Rule:
    there = Rule.objects.filter(entity=draft.entity)
    if there.count() >= RULES:
        raise TooManyRules(params={"limit": RULES})
    draft.position = (there.aggregate(last=Max("position"))["last"] or 0) + 1
    return _save(actor, draft, first=True)


def _save(actor: Actor, draft: Rule, *, first: bool = False) -> Rule:
    save_versioned(actor=actor, draft=draft, first=first, once="rule_name_once", taken=RuleNameTaken)
    return draft
