"""Which records a rule meets, as whoever asks sees them."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Exists, OuterRef, Q, QuerySet

from chezhan.access import Actor, require
from chezhan.access.rights import Action, Right
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.personal.asking import PERMISSION as PERSONAL
from chezhan.catalogue.records.personal.models import PersonalRequest
from chezhan.catalogue.records.personal.reach import links_of, whole_catalogue
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.retention.months import earlier
from chezhan.catalogue.retention.periods import PERMISSION
from chezhan.catalogue.retention.rules.blocking import blockers
from chezhan.catalogue.retention.rules.models import RetentionRule
from chezhan.catalogue.retention.rules.refusals import BadRetentionRule, NeedsWhole, NotErasable
from chezhan.catalogue.types import DATE, DATETIME, LINK
from chezhan.catalogue.whole import Catalogue
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Forbidden


@dataclass(frozen=True)
class Met:
    """`rows`: those that the rule meets, before it is asked what keeps them. `edge`: what changed since is too young.
    `catalogue`: with what is retired, since it hangs on records too.
    """

    view: View
    catalogue: Catalogue
    edge: dt.datetime
    rows: QuerySet

    @property
    def kind(self) -> Entity:
        return self.view.entity


def choose(*, actor: Actor, rule: RetentionRule, now: dt.datetime) -> Met:
    """In the store's transaction. Raises Forbidden, UnknownEntity, NotErasable, NeedsWhole, BadRetentionRule, and what
    filters refuse.
    """
    require(actor=actor, permission=PERMISSION)
    viewer = viewer_of(actor)
    kind = viewer.entity(rule.entity)
    viewer.allow(kind, Action.DELETE)
    if not viewer.sees_all(kind):
        raise Forbidden(params={"permission": f"{kind.name}.erase"})
    if rule.does == RetentionRule.Does.ERASE:
        require(actor=actor, permission=PERSONAL)
        if not kind.person:
            raise NotErasable
    view, catalogue = View(viewer, kind), whole_catalogue(using=DEFAULT_DB_ALIAS)
    _require_whole(view, catalogue)
    edge = earlier(now, unit="months", span=rule.months)
    today = now.astimezone(SHANGHAI).date()
    rows = view.seen().filter(compile_filter(text=rule.filter, today=today, view=view))
    rows = rows.filter(_aged(view, rule.field, edge) if rule.field else Q(updated_at__lt=edge))
    return Met(view, catalogue, edge, rows.filter(~_erased()) if kind.person else rows)


def _require_whole(view: View, catalogue: Catalogue) -> None:
    """What hangs on the records, and what keeps them, is counted: it may be told to who sees all of it."""
    viewer = view.viewer
    for kind in [view.entity, *hanging_on(view.entity, catalogue=catalogue)]:
        lens = viewer.lens(kind)
        names = {"updated_at", *(one.name for one in _links(kind))}
        for blocker in blockers():
            names |= set(blocker.rests_on.get(kind.name, ()))
        # What is retired is nobody's to see, and nobody's to hide.
        seen = viewer.catalogue.by_name.get(kind.name)
        known = names & seen.fields.keys() if seen else ()
        if seen and not (viewer.sees_all(seen) and all(lens.everywhere(name, Right.READ) for name in known)):
            raise NeedsWhole


def hanging_on(kind: Entity, *, catalogue: Catalogue) -> Iterator[Entity]:
    """Kinds of record that lead to it, directly or by another."""
    reached, waiting = {kind.name}, {kind.name}
    while waiting:
        found = [
            one
            for one in catalogue.entities
            if one.name not in reached and not one.person and any(link.target in waiting for link in links_of(one))
        ]
        yield from found
        waiting = {one.name for one in found}
        reached |= waiting


def _links(kind: Entity) -> list[Field]:
    return [one for one in kind.own_fields if one.type is LINK and "__" not in one.column]


def _aged(view: View, name: str, edge: dt.datetime) -> Q:
    """Raises UnknownField, BadRetentionRule."""
    sight = view.sight(name)
    field = sight.field
    if field.type not in (DATE, DATETIME) or field.formula or "__" in field.column or not sight.read.always:
        raise BadRetentionRule(params={"where": "field"})
    before = edge.astimezone(SHANGHAI).date() if field.type is DATE else edge
    return Q(**{f"{field.column}__lt": before})


def _erased() -> Exists:
    """Nothing was written since the person's data were erased: there is nothing more to erase."""
    done = PersonalRequest.objects.filter(
        kind=PersonalRequest.Kind.ERASED, record_id=OuterRef("pk"), at__gte=OuterRef("updated_at")
    )
    return Exists(done)
