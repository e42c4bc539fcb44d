"""A transaction that ended well leaves its connection to the next."""

from django.db import connection

from tenants.context import public_context, tenant_context


def backend() -> int:
    return connection.connection.info.backend_pid


def test_scopes_in_a_row_share_one_connection(cast):
    with public_context():
        first = backend()
    with tenant_context(cast.stores["north"]):
        second = backend()
    with tenant_context(cast.stores["south"]):
        third = backend()
    assert first == second == third
