"""A store's revision: what processes keep of its definitions and policies holds for one revision alone."""

from uuid import UUID

from chezhan.kernel.ids import new_id
from tenants.lookup import forget_store
from tenants.models import Store
from tenants.roles import OWNER


def bump_revision(*, store_id: UUID) -> str:
    """Give the store a new revision, which is answered, and make every process ask for the store again.

    Call inside the transaction of the owner alias that changes the store's definitions or policies.
    """
    revision = new_id().hex
    stores = Store.objects.using(OWNER).filter(id=store_id)
    stores.update(revision=revision)
    forget_store(slug=stores.values_list("slug", flat=True).get(), using=OWNER)
    return revision
