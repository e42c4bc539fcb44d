"""Take turns: two bulk writes into one store at once would not see each other's new records."""

from django.db import connection


def wait_for_turn(*, shared: bool = False) -> None:
    """Hold the store's intake lock until the transaction ends, waiting for whoever has it. `shared`: beside others that
    share it, of whose new records the caller needs to see none.
    """
    lock = "pg_advisory_xact_lock_shared" if shared else "pg_advisory_xact_lock"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {lock}(hashtext(current_schema()), hashtext('intake'))")
