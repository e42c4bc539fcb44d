"""How many tasks wait for somebody, and how many of them for too long."""

from django.db.models import QuerySet

from chezhan.access import Actor
from chezhan.catalogue.notices.counting import counts
from chezhan.kernel import clock
from chezhan.modules.work.models import Task
from chezhan.modules.work.services import OPEN

MOST = 1_000


@counts("tasks")
def count_open(actor: Actor) -> int:
    return _some(_open_of(actor))


@counts("overdue")
def count_overdue(actor: Actor) -> int:
    return _some(_open_of(actor).filter(due_at__lt=clock.now()))


def _open_of(actor: Actor) -> QuerySet[Task]:
    """One's own, which one is told of in any case; beyond MOST nobody counts."""
    return Task.objects.filter(owner=actor.person_id, status=OPEN)


def _some(rows: QuerySet[Task]) -> int:
    return len(rows.order_by().values_list("id")[:MOST])
