"""Tasks that are open keep what they are about from being cleared away."""

from collections.abc import Collection, Mapping
from uuid import UUID

from chezhan.catalogue.retention.rules.blocking import blocks
from chezhan.modules.work.models import Task


@blocks("open_task", rests_on={"task": ("status",)})
def open_tasks(*, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]:
    rows = Task.objects.using(using).filter(id__in=ids.get("task", ()), status=Task.Status.OPEN)
    return set(rows.values_list("id", flat=True))
