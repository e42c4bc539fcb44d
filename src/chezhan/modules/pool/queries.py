"""The pool before one person: how many they may still pick today, and what they can't pick yet."""

from typing import Any

from chezhan.access import Actor, allowed
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.expressions.errors import UnknownField
from chezhan.kernel import clock
from chezhan.modules.pool.picking import cooling, picked_today
from chezhan.modules.pool.settings import PERMISSION, pool_rules

ENTITY = "lead"


def pool_before(*, actor: Actor) -> dict[str, Any]:
    """Raises Forbidden for who reads no leads."""
    viewer = viewer_of(actor)
    kind = viewer.entity(ENTITY)
    viewer.open(kind)
    rules, picked = pool_rules(), picked_today(person_id=actor.person_id)
    return {
        "daily_cap": rules.daily_cap,
        "cool_down_days": rules.cool_down_days,
        "arriving": list(rules.arriving),
        "version": rules.version,
        "picked": picked,
        "left": max(0, rules.daily_cap - picked),
        "cooling": _cooling(actor, View(viewer, kind)),
        "may_change": allowed(actor=actor, permission=PERMISSION),
    }


def _cooling(actor: Actor, view: View) -> list[dict[str, Any]]:
    """Of the leads that the actor sees."""
    try:
        known = view.sight("pooled_at").read.always
    except UnknownField:
        known = False
    if actor.person_id is None or not known:
        return []
    rows = view.seen().filter(pooled_at__isnull=False).values_list("id")
    ids = [lead_id for (lead_id,) in select_as(rows, person_id=actor.person_id)]
    found = cooling(person_id=actor.person_id, lead_ids=ids, now=clock.now(), rules=pool_rules())
    return [{"lead": lead_id, "until": until} for lead_id, until in found.items()]
