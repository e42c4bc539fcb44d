"""Remove the demo group and nothing else. Killed at any point, it can be run again."""

from uuid import UUID

from django.db import connections, transaction

from tenants.directory import GroupRef
from tenants.lookup import forget_group, forget_roles
from tenants.models import Group, Membership, Store
from tenants.provisioning import drop_store
from tenants.roles import OWNER as OWNER_ALIAS


def erase_group(*, group: GroupRef, owner_id: UUID) -> None:
    """owner_id: the demo owner, who stays its head to the end, so that what is left is found again."""
    _dismiss(group, keep=owner_id)
    for store_id in Store.objects.using(OWNER_ALIAS).filter(group_id=group.id).values_list("id", flat=True):
        with transaction.atomic(using=OWNER_ALIAS):
            drop_store(store_id=store_id)
            with connections[OWNER_ALIAS].cursor() as cursor:
                for table in ("timer", "outbox_event", "outbox_interest", "outbox_waiting"):
                    cursor.execute(f"DELETE FROM {table} WHERE store_id = %s", [store_id])
    with transaction.atomic(using=OWNER_ALIAS):
        forget_roles(person_id=owner_id, group_id=group.id, using=OWNER_ALIAS)
        forget_group(slug=group.slug, using=OWNER_ALIAS)
        Group.objects.using(OWNER_ALIAS).filter(id=group.id).delete()


def _dismiss(group: GroupRef, *, keep: UUID) -> None:
    with transaction.atomic(using=OWNER_ALIAS):
        leaving = Membership.objects.using(OWNER_ALIAS).filter(group_id=group.id).exclude(person_id=keep)
        for person_id in set(leaving.values_list("person_id", flat=True)):
            forget_roles(person_id=person_id, group_id=group.id, using=OWNER_ALIAS)
        leaving.delete()
