"""What stands on somebody besides their records: what works with their rights and stops without them, or waits for
their answer. The layers above sign on.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.handing_over.giving import PERMISSION
from chezhan.kernel.signed_on import SignedOn

# In the store's transaction: how many there are of this person.
Stands = Callable[[UUID], int]
_stands = SignedOn[Stands]("things that stand on people")


@dataclass(frozen=True, slots=True)
class Standing:
    kind: str
    number: int


def stands(kind: str) -> Callable[[Stands], Stands]:
    """Sign on; once, when the app is ready. Raises ValueError for a kind that is taken."""
    return _stands.under(kind)


def standing_on(*, actor: Actor, person_id: UUID) -> Sequence[Standing]:
    """The kinds of which there are any, by name. Raises Forbidden."""
    require(actor=actor, permission=PERMISSION)
    found = (Standing(kind, count(person_id)) for kind, count in sorted(_stands.items()))
    return [one for one in found if one.number]
