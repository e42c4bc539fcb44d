"""A lead that goes from one person to another takes what is still to be done about it along, and both are told while
nobody has spoken with the customer yet: the clock of the first contact begins anew with it.
"""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.notices.telling import News, tell
from chezhan.kernel import clock
from chezhan.modules.leads.models import OPEN
from chezhan.modules.work.models import Task
from tenants.directory import StoreRef

LEAD, TASK = "lead", "task"
GIVEN, TAKEN = "lead_given", "lead_taken"


@follows(LEAD)
def pass_on(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """What colleagues besides the one before have to do about it stays theirs."""
    passed = [one for one in drafts if _is_passed_on(one)]
    if not passed:
        return
    before: dict[UUID, UUID] = {one.id: one.current["owner"] for one in passed}
    after = {one.id: one.value("owner") for one in passed}
    tasks = load_rows(model=Task, which=Q(lead_id__in=before, status=Task.Status.OPEN))
    for task in tasks.values():
        lead_id = task.current["lead_id"]
        if task.current["owner"] == before[lead_id]:
            task.wanted["owner"] = after[lead_id]
    write_drafts(entity=TASK, model=Task, drafts=tasks.values(), actor=actor, store=store, now=clock.now())
    tell(
        [
            News(
                person_id=person,
                kind=kind,
                entity=LEAD,
                record_id=one.id,
                key=f"{kind}:{one.id}:{one.current['version']}",
                by=actor.person_id,
            )
            for one in passed
            if one.value("first_contacted_at") is None
            for kind, person in ((GIVEN, after[one.id]), (TAKEN, before[one.id]))
        ]
    )


def _is_passed_on(draft: Draft) -> bool:
    before, after = draft.current.get("owner"), draft.value("owner")
    return None not in (before, after) and before != after and draft.value("status") in OPEN
