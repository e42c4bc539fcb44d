"""The roles of single stores, their own ones too. Call within public_context()."""

from chezhan.access import Actor, require
from chezhan.access.roles import BY_KEY, ROLES
from chezhan.catalogue.policies.roles import own_roles
from chezhan.headquarters.account.contracts import RoleLabel, StoreRole
from chezhan.headquarters.account.places import in_store
from tenants.directory import StoreRef
from tenants.models import Store


def read_store_roles(*, actor: Actor, group: str, store: str) -> list[StoreRole]:
    """Those that people there can be given. Raises NotFound, Forbidden."""
    here = in_store(actor=actor, group=group, store=store)
    require(actor=here, permission="people.invite")
    ref = here.in_store
    shipped = [StoreRole(role.key, None) for role in ROLES if role.level == "store" and ref.pack in role.packs]
    own = [one for one in own_roles(store=ref).values() if not one.retired]
    return [*shipped, *(StoreRole(one.key, RoleLabel(one.label.zh, one.label.en)) for one in own)]


def label_of(*, role: str, store: Store | None) -> RoleLabel | None:
    """None for a role that ships. `store`: with its group read already."""
    if store is None or role in BY_KEY:
        return None
    found = own_roles(store=StoreRef.of(store)).get(role)
    return RoleLabel(found.label.zh, found.label.en) if found else None
