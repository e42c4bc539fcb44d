"""All policies of a store, kept in the process until the store's revision changes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field

import orjson

from chezhan.access.cutting import WHOLE, Cut, cut_lens
from chezhan.access.lens import Lens, Shape, compile_lens
from chezhan.access.models import AccessCeiling, AccessPolicy, AccessRole
from chezhan.access.rights import CLOSED, Policy, policy_of_json
from chezhan.access.roles import GRANTS, PUBLIC_FORM
from chezhan.access.shipped import shipped_policy
from chezhan.kernel.latest import Latest
from tenants.context import require_open
from tenants.directory import StoreRef


@dataclass(frozen=True)
class Book:
    """`named`: (role, entity) → the store's own policy. `roles`: the store's own roles, key → (zh, en).

    `digest`: the same for stores whose policies are the same; empty for those that ship.
    """

    digest: str = ""
    named: Mapping[tuple[str, str], Policy] = field(default_factory=dict)
    ceilings: Mapping[str, Policy] = field(default_factory=dict)
    roles: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    _lenses: dict[tuple[frozenset[str], Shape, Cut], Lens] = field(default_factory=dict, compare=False, repr=False)

    def policy(self, *, role: str, entity: str) -> Policy:
        """CLOSED for a role that is neither shipped nor the store's."""
        if found := self.named.get((role, entity)):
            return found
        return shipped_policy(role, entity) if role in GRANTS or role == PUBLIC_FORM else CLOSED

    def lens(self, *, roles: frozenset[str], shape: Shape, cut: Cut = WHOLE) -> Lens:
        """What these roles together may do, kept."""
        known = self._lenses.get((roles, shape, cut))
        if known is None:
            whole = compile_lens(
                shape=shape,
                policies=[self.policy(role=role, entity=shape.entity) for role in sorted(roles)],
                ceiling=self.ceilings.get(shape.entity),
            )
            known = cut_lens(whole, cut=cut, shape=shape)
            self._lenses[roles, shape, cut] = known
        return known


_EMPTY = Book()
_books: Latest[Book] = Latest(500)


def book_of(store: StoreRef) -> Book:
    """From the process, else by three queries in the store's open transaction. Raises NoTenant in any other."""
    if not store.revision:
        return _EMPTY
    key = (store.id, store.revision)
    known = _books.find(key)
    if known is not None:
        return known
    # Read in another store, it would be kept as this one's.
    require_open(store)
    return _books.keep(key, _read())


def _read() -> Book:
    """A policy that can't be understood closes its kind of record to its role; a ceiling, to everybody."""
    named = list(AccessPolicy.objects.order_by("role", "entity").values_list("role", "entity", "policy"))
    ceilings = list(AccessCeiling.objects.order_by("entity").values_list("entity", "policy"))
    roles = list(AccessRole.objects.filter(retired_at=None).order_by("key").values_list("key", "label_zh", "label_en"))
    own = {key for key, _, _ in roles}
    content = orjson.dumps([named, ceilings, roles], option=orjson.OPT_SORT_KEYS)
    return Book(
        digest=hashlib.sha256(content).hexdigest() if named or ceilings or roles else "",
        # A role that was retired may do nothing, whoever may still hold it.
        named={(role, entity): understood(policy) for role, entity, policy in named if role in GRANTS or role in own},
        ceilings={entity: understood(policy) for entity, policy in ceilings},
        roles={key: (zh, en) for key, zh, en in roles},
    )


def understood(data: object) -> Policy:
    """CLOSED for what is no policy."""
    try:
        return policy_of_json(data)  # type: ignore[arg-type]
    except (KeyError, ValueError, TypeError, AttributeError):
        return CLOSED
