"""Who has a task is told of it when they get it from somebody, and when it is due."""

from collections.abc import Sequence

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.notices.telling import News, tell
from chezhan.catalogue.timers.ringing import Ring, rings
from chezhan.catalogue.timers.setting import set_timers
from chezhan.modules.work.models import Task
from chezhan.modules.work.services import ENTITY, OPEN
from tenants.directory import StoreRef

KIND = "task"


@follows(ENTITY)
def attend(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """A timer for each moment at which an open task is due: one that was put off or done meanwhile rings for nobody."""
    open_ = [draft for draft in drafts if (draft.value("status") or OPEN) == OPEN]
    due = [(draft.id, draft.value("due_at")) for draft in open_ if draft.value("due_at") and _moved(draft, "due_at")]
    set_timers(store_id=store.id, kind=KIND, due=due, what="due")
    tell(
        [
            News(
                person_id=draft.value("owner"),
                kind="task_assigned",
                entity=ENTITY,
                record_id=draft.id,
                key=f"task_assigned:{draft.id}:{draft.current.get('version', 0)}",
                by=actor.person_id,
            )
            for draft in open_
            if draft.value("owner") is not None and _moved(draft, "owner")
        ]
    )


@rings(KIND)
def remind(store: StoreRef, timers: Sequence[Ring]) -> None:
    """Of what was due already when it was made, as by an import, nobody is reminded."""
    due = {one.key: one.due_at for one in timers}
    tasks = Task.objects.filter(id__in=due, status=OPEN, owner__isnull=False)
    tell(
        [
            News(
                person_id=owner,
                kind="task_due",
                entity=ENTITY,
                record_id=task_id,
                key=f"task_due:{task_id}:{due_at.isoformat()}",
            )
            for task_id, owner, due_at, made_at in tasks.values_list("id", "owner", "due_at", "created_at")
            if owner and due_at and due_at == due[task_id] and due_at > made_at
        ]
    )


def _moved(draft: Draft, name: str) -> bool:
    return draft.is_new or draft.current.get(name) != draft.value(name)
