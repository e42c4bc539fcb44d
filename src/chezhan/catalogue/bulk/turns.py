"""Take turns: two bulk writes into one store at once would not see each other's new records."""

from django.db import connection


def wait_for_turn() -> None:
    """Hold the store's intake lock until the transaction ends, waiting for whoever has it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('intake'))")
