"""Into the public pool and out of it. What somebody has, or what has ended, leaves it by the triggers of leads."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.verb import Doer
from chezhan.expressions.errors import UnknownField
from chezhan.kernel.errors import AppError, Forbidden
from chezhan.modules.pool.picking import take_from_pool
from chezhan.modules.pool.refusals import LeadInPool, LeadNotInPool, LeadTaken
from tenants.lookup import people_of_store

OUT = {"pooled_at": None, "release_reason": ""}


def pick(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """The doer's own by now; counted, and refused to whoever had it last."""
    if doer.actor.person_id is None:
        raise Forbidden(params={"permission": "lead.write"})
    take_from_pool(person_id=doer.actor.person_id, lead_ids=[*drafts], now=doer.now)
    for draft in drafts.values():
        draft.wanted |= OUT


def hand_out(_: Doer, drafts: Mapping[UUID, Draft]) -> None:
    for draft in drafts.values():
        draft.wanted |= OUT


def release(doer: Doer, drafts: Mapping[UUID, Draft]) -> None:
    """Nobody's any more, so nobody's clock runs; of one that has stood still it stays known when it was to."""
    for draft in drafts.values():
        draft.wanted |= {"owner": None, "pooled_at": doer.now}
        if draft.value("first_contacted_at") is None:
            draft.wanted["contact_due_at"] = None


def gone(actor: Actor, draft: Draft) -> AppError | None:
    """Of a lead that stands in no pool: who has it."""
    if draft.current["pooled_at"] is not None:
        return None
    if draft.current["owner"] in (None, actor.person_id):
        return LeadNotInPool()
    names = dict(people_of_store(store=actor.in_store))
    by = names.get(draft.current["owner"], "") if _reads_owners(actor) else ""
    return LeadTaken(params={"by": by or "another colleague", "by_zh": by or "其他同事"})


def there(_: Actor, draft: Draft) -> AppError | None:
    return LeadInPool() if draft.current["pooled_at"] is not None else None


def _reads_owners(actor: Actor) -> bool:
    viewer = viewer_of(actor)
    try:
        return View(viewer, viewer.entity("lead")).sight("owner").read.always
    except UnknownField:
        return False
