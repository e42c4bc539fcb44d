"""By what two records are likely the same: rules that ship, which a store switches off, and rules of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor, require
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.duplicates.models import DuplicateRule
from chezhan.catalogue.records.duplicates.refusals import BadDuplicateRule, UnknownDuplicateRule
from chezhan.catalogue.records.finding.sought import is_textual
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.types import TEXT
from chezhan.expressions.errors import UnknownField

OWN = 20
# (entity, key, fields, of which one that must only be alike in writing or sound, score of 100)
SHIPPED = (
    ("customer", "phone", ("phone",), "", 95),
    ("customer", "wechat", ("wechat",), "", 90),
    ("customer", "name_region", ("name", "region"), "name", 60),
    ("vehicle", "vin", ("vin",), "", 100),
    ("vehicle", "plate", ("plate",), "", 90),
)
SCORE, SCORE_ALIKE = 80, 60


@dataclass(frozen=True, slots=True)
class Rule:
    """`alike`: the one of `fields` that need not be equal. `id` is None for a rule that ships and was never changed."""

    entity: str
    key: str
    fields: tuple[str, ...]
    alike: str
    score: int
    enabled: bool
    id: UUID | None = None

    @property
    def name(self) -> str:
        """By which what it found is kept."""
        return self.key or str(self.id)


def rules_of(*, entity: str) -> list[Rule]:
    rows = list(DuplicateRule.objects.filter(entity=entity).order_by("id"))
    changed = {row.key: row for row in rows if row.key}
    found = [
        Rule(entity, key, fields, alike, score, changed[key].enabled if key in changed else True,
             changed[key].id if key in changed else None)
        for kind, key, fields, alike, score in SHIPPED if kind == entity
    ]  # fmt: skip
    return found + [_own(row) for row in rows if not row.key]


def seen_rules(*, view: View) -> list[Rule]:
    """Those of which the viewer may know every field; of others nothing is said."""
    return [rule for rule in rules_of(entity=view.entity.name) if _known(view, rule.fields)]


def switch_rule(*, actor: Actor, entity: str, key: str, enabled: bool) -> None:
    """One that ships. Raises Forbidden, UnknownEntity, UnknownDuplicateRule."""
    view = _designed(actor, entity)
    if key not in {rule.key for rule in seen_rules(view=view) if rule.key}:
        raise UnknownDuplicateRule
    DuplicateRule.objects.update_or_create(entity=view.entity.name, key=key, defaults={"enabled": enabled})


def add_rule(*, actor: Actor, entity: str, fields: Sequence[str], alike: str = "") -> Rule:
    """`alike`: the one of the fields that need only be alike, a text. Raises Forbidden, UnknownEntity,
    BadDuplicateRule.
    """
    view = _designed(actor, entity)
    names = list(dict.fromkeys(fields))
    own = DuplicateRule.objects.filter(entity=view.entity.name, key="")
    if not 0 < len(names) <= 4 or own.count() >= OWN or not _known(view, names):
        raise BadDuplicateRule(params={"limit": OWN})
    if not all(is_comparable(view.entity, name) for name in names):
        raise BadDuplicateRule(params={"limit": OWN})
    if alike and not (
        alike in names and view.entity.fields[alike].type is TEXT and is_textual(view.entity.fields[alike])
    ):
        raise BadDuplicateRule(params={"limit": OWN})
    with transaction.atomic():
        row = DuplicateRule.objects.create(entity=view.entity.name, fields=names, alike=alike)
    return _own(row)


def remove_rule(*, actor: Actor, entity: str, rule_id: UUID) -> None:
    """One of the store's own. Raises Forbidden, UnknownEntity, UnknownDuplicateRule."""
    view = _designed(actor, entity)
    if not DuplicateRule.objects.filter(id=rule_id, entity=view.entity.name, key="").delete()[0]:
        raise UnknownDuplicateRule


def is_comparable(kind: Entity, name: str) -> bool:
    field = kind.fields[name]
    return not field.formula and "__" not in field.name and (is_textual(field) or field.sensitivity == "sealed")


def _own(row: DuplicateRule) -> Rule:
    score = SCORE_ALIKE if row.alike else SCORE
    return Rule(row.entity, "", tuple(row.fields), row.alike, score, row.enabled, row.id)


def _known(view: View, names: Sequence[str]) -> bool:
    try:
        return all(view.sight(name) for name in names)
    except UnknownField:
        return False


def _designed(actor: Actor, entity: str) -> View:
    require(actor=actor, permission="catalogue.design")
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)
