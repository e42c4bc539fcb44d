"""A new store begins with its group's ceilings. One of NEW_STORE_STEPS."""

from django.db import connections

from chezhan.headquarters.ceilings.models import GroupCeiling
from tenants.directory import StoreRef
from tenants.revision import bump_revision
from tenants.roles import OWNER

INHERIT = """
INSERT INTO {schema}.access_ceiling (entity, policy)
SELECT entity, policy FROM public.group_ceiling WHERE group_id = %s
ON CONFLICT (entity) DO NOTHING
"""


def inherit_ceilings(*, store: StoreRef) -> None:
    """Within the owner's open transaction."""
    if not GroupCeiling.objects.using(OWNER).filter(group_id=store.group.id).exists():
        return
    with connections[OWNER].cursor() as cursor:
        cursor.execute(INHERIT.format(schema=store.schema), [store.group.id])
    bump_revision(store_id=store.id)
