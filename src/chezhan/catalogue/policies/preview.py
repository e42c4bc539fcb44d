"""What changes of policies would mean for the people of the store, before they are saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chezhan.access import Actor, require
from chezhan.access.book import Book, book_of
from chezhan.access.rights import Policy
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.policies.comparing import Difference, difference
from chezhan.catalogue.policies.people import Colleague, colleagues_of
from chezhan.catalogue.policies.setting import Change
from chezhan.catalogue.whole import Catalogue
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Effect:
    """People with the same roles, for whom the same changes. `entities`: only those of which something does."""

    roles: frozenset[str]
    people: tuple[Colleague, ...]
    entities: Mapping[str, Difference]

    def as_json(self) -> dict[str, Any]:
        return {
            "roles": sorted(self.roles),
            "people": [{"id": str(one.id), "name": one.name} for one in self.people],
            "entities": [{"entity": name, **found.as_json()} for name, found in self.entities.items()],
        }


def preview_policies(*, actor: Actor, changes: Sequence[Change]) -> list[Effect]:
    """Call in the store's transaction. Raises Forbidden."""
    require(actor=actor, permission="policy.write")
    book = book_of(actor.in_store)
    return effects_of(store=actor.in_store, before=book, after=changed_book(book, changes))


def changed_book(book: Book, changes: Sequence[Change]) -> Book:
    """The book as it would be with the changes."""
    named = dict(book.named)
    for change in changes:
        if change.policy is None:
            named.pop((change.role, change.entity), None)
        else:
            named[change.role, change.entity] = change.policy
    return Book(digest="?", named=named, ceilings=book.ceilings, roles=book.roles)


def capped_book(book: Book, *, entity: str, ceiling: Policy | None) -> Book:
    """The book as it would be with another ceiling."""
    rest = {name: policy for name, policy in book.ceilings.items() if name != entity}
    return replace(book, digest="?", ceilings=rest | ({entity: ceiling} if ceiling else {}), _lenses={})


def effects_of(*, store: StoreRef, before: Book, after: Book) -> list[Effect]:
    """Computed once for all who hold the same roles; whoever notices nothing is left out."""
    catalogue = of_store(store)
    alike: dict[frozenset[str], list[Colleague]] = {}
    for one in colleagues_of(store=store):
        alike.setdefault(one.roles, []).append(one)
    found = [
        Effect(roles=roles, people=tuple(people), entities=_differences(catalogue, roles, before, after))
        for roles, people in alike.items()
    ]
    return [effect for effect in found if effect.entities]


def _differences(catalogue: Catalogue, roles: frozenset[str], before: Book, after: Book) -> dict[str, Difference]:
    found = {}
    for entity in catalogue.entities:
        was, now = (book.lens(roles=roles, shape=entity.shape) for book in (before, after))
        if was != now:
            found[entity.name] = difference(was, now, names=entity.fields)
    return {name: one for name, one in found.items() if not one.empty}
