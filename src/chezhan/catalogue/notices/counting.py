"""How much waits for somebody, by what it is: modules and engines sign on, since the shell asks all of it at once."""

from collections.abc import Callable

from chezhan.access import Actor
from chezhan.catalogue.notices.models import Notice
from chezhan.kernel.signed_on import SignedOn

# In the store's transaction; cheap, since it is asked every half minute by everybody. What the actor may not see is 0.
Count = Callable[[Actor], int]
_counts = SignedOn[Count]("counts")


def counts(name: str) -> Callable[[Count], Count]:
    """Sign on, once the app is ready. Raises ValueError for a name that is taken."""
    return _counts.under(name)


def waiting_for(*, actor: Actor) -> dict[str, int]:
    """By name; `notices` are those that were not read."""
    unread = Notice.objects.filter(person_id=actor.person_id, read_at=None).count()
    return {name: count(actor) for name, count in sorted(_counts.items())} | {"notices": unread}
