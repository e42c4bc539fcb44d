"""What B has, as one digest a table, before and after."""

import hashlib
from collections.abc import Iterable
from uuid import UUID

from tenants.directory import StoreRef

# Sessions and codes come and go with every sign-in; what is sent out lies in the outbox of development.
COMES_AND_GOES = {"django_session", "sent_message"}


def digest_of(*, owner, store: StoreRef, belongings: Iterable[UUID]) -> dict[str, str]:
    """Table → digest of all rows of B's schema, and of the public rows that name anything of B's."""
    ids = "|".join(str(one) for one in belongings)
    digests = {}
    for schema, table in owner.execute(
        "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN ('public', %s)", [store.schema]
    ).fetchall():
        if table in COMES_AND_GOES:
            continue
        only = "" if schema == store.schema else f"WHERE t::text ~ '{ids}'"
        rows = owner.execute(f'SELECT t::text FROM {schema}."{table}" t {only} ORDER BY 1').fetchall()
        digests[f"{schema}.{table}"] = hashlib.sha256(repr(rows).encode()).hexdigest()
    return digests
