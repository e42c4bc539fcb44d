"""Wait for somebody to come as far as a lock."""

from threading import Thread

from django.db import connections


def until_it_waits(thread: Thread) -> None:
    """Until somebody waits for a lock that another holds, or the thread ended without."""
    with connections["owner"].cursor() as cursor:
        while thread.is_alive():
            cursor.execute("SELECT pg_stat_clear_snapshot()")
            cursor.execute(
                "SELECT EXISTS (SELECT FROM pg_locks JOIN pg_stat_activity USING (pid)"
                " WHERE NOT granted AND datname = current_database())"
            )
            if cursor.fetchone()[0]:
                return
