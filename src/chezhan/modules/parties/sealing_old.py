"""Seal the phones that were kept in clear before phones were sealed."""

from django.db import connections

from chezhan.catalogue.audit.erasing import erase_fields
from chezhan.catalogue.sealing import sealed
from chezhan.modules.parties.services import PHONE_COLUMN
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.owning import owner_context
from tenants.roles import OWNER

BATCH = 1_000
PLAIN = ("phone", "phone_digits")
FIND = "SELECT id, phone FROM customer WHERE phone IS NOT NULL ORDER BY id LIMIT %s FOR UPDATE"
KEEP = """
UPDATE customer SET sealed_phone = coalesce(sealed_phone, new.sealed), phone = NULL, phone_digits = NULL
FROM unnest(%s::uuid[], %s::bytea[]) AS new (id, sealed) WHERE customer.id = new.id
"""


def seal_plain_phones() -> int:
    """A batch a transaction, so that no lock is held for long; answers how many were sealed.

    Call with no scope open.
    """
    with public_context():
        found = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        stores = [StoreRef.of(store) for store in found]
    return sum(_seal_in(store) for store in stores)


def _seal_in(store: StoreRef) -> int:
    done = 0
    while True:
        # The store's transaction lends its key; the owner writes, since the audit told those phones in clear too.
        with tenant_context(store), owner_context(store), connections[OWNER].cursor() as cursor:
            cursor.execute(FIND, [BATCH])
            rows = cursor.fetchall()
            if not rows:
                return done
            kept = [sealed(column=PHONE_COLUMN, type_name="phone", text=phone) for _, phone in rows]
            cursor.execute(KEEP, [[record_id for record_id, _ in rows], kept])
            erase_fields(store=store, entity="customer", fields=PLAIN)
        done += len(rows)
