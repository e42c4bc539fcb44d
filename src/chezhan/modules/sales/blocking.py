"""What stands in the way of an order's hand-over, and of its end: modules that know of something sign on."""

from collections.abc import Callable, Sequence
from uuid import UUID

from chezhan.catalogue.labels import Label
from chezhan.modules.sales.refusals import CloseBlocked, HandOverBlocked

# Called in the store's transaction: all that there is to say of an order, in words.
Reasons = Callable[[UUID], list[Label]]
_of_hand_over: list[Reasons] = []
_of_closing: list[Reasons] = []


def blocks_hand_over(reasons: Reasons) -> Reasons:
    """Sign on; once, when the app is ready."""
    _of_hand_over.append(reasons)
    return reasons


def blocks_closing(reasons: Reasons) -> Reasons:
    """Sign on; once, when the app is ready."""
    _of_closing.append(reasons)
    return reasons


def reasons_against_hand_over(*, order_id: UUID) -> list[Label]:
    return _all(_of_hand_over, order_id)


def require_hand_over(*, order_id: UUID) -> None:
    """Raises HandOverBlocked."""
    if found := reasons_against_hand_over(order_id=order_id):
        raise HandOverBlocked(params=_told(found))


def require_closing(*, order_id: UUID) -> None:
    """Raises CloseBlocked."""
    if found := _all(_of_closing, order_id):
        raise CloseBlocked(params=_told(found))


def _all(sources: Sequence[Reasons], order_id: UUID) -> list[Label]:
    return [label for reasons in sources for label in reasons(order_id)]


def _told(found: Sequence[Label]) -> dict[str, str]:
    return {"why": "; ".join(one.en for one in found), "why_zh": "；".join(one.zh for one in found)}
