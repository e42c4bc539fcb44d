"""What is written beside records of a kind, whoever writes them: the layers above sign on here."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from chezhan.access import Actor
from tenants.directory import StoreRef

if TYPE_CHECKING:
    from chezhan.catalogue.bulk.drafts import Draft

# Called in the open transaction, after they were written, with the drafts that are new or changed.
Follow = Callable[[Actor, StoreRef, Sequence["Draft"]], None]
_followers: dict[str, list[Follow]] = defaultdict(list)


def follows(entity: str) -> Callable[[Follow], Follow]:
    """Sign on for the records of a kind; once, when the app is ready."""

    def signed_on(follow: Follow) -> Follow:
        _followers[entity].append(follow)
        return follow

    return signed_on


def followed(*, entity: str, actor: Actor, store: StoreRef, drafts: Sequence["Draft"]) -> None:
    for follow in _followers.get(entity, ()) if drafts else ():
        follow(actor, store, drafts)


def is_followed(*, entity: str) -> bool:
    return bool(_followers.get(entity))
