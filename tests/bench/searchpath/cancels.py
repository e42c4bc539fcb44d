"""Somebody who cancels whatever the login is running, at moments left to chance."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings

NAME = "chezhan canceller"
# On the server itself, pooler or not: in bursts, since what it is to hit lasts a tenth of a millisecond.
LOOP = """
DO $cancel$
DECLARE sent bigint := 0;
BEGIN
  WHILE pg_try_advisory_lock_shared(4711) LOOP
    PERFORM pg_advisory_unlock_shared(4711);
    FOR burst IN 1 .. 12 LOOP
      PERFORM pg_stat_clear_snapshot();
      sent := sent + (
        SELECT count(pg_cancel_backend(pid)) FROM pg_stat_activity
        WHERE usename = current_user AND datname = current_database() AND state = 'active'
          AND application_name <> 'chezhan canceller' AND random() < 0.5);
    END LOOP;
    PERFORM pg_sleep(random() * 0.02);
  END LOOP;
  RAISE NOTICE '%', sent;
END
$cancel$
"""


def _address() -> dict:
    """Straight to the server, as the login: it may cancel what it runs itself."""
    login = settings.DATABASES["default"]
    return {
        "dbname": login["NAME"],
        "user": login["USER"],
        "password": login["PASSWORD"],
        "host": login["DIRECT"][0],
        "port": login["DIRECT"][1],
        "application_name": NAME,
        "autocommit": True,
    }


@contextmanager
def cancels() -> Iterator[list[int]]:
    """The one number in the list is how many were sent; it is there when the block has ended."""
    sent = [0]
    with (
        psycopg.connect(**_address()) as stopper,
        psycopg.connect(**_address()) as own,
    ):
        own.add_notice_handler(lambda notice: sent.append(int(notice.message_primary)))
        thread = threading.Thread(target=own.execute, args=[LOOP])
        thread.start()
        try:
            yield sent
        finally:
            stopper.execute("SELECT pg_advisory_lock(4711)")
            thread.join()
            sent[:] = sent[-1:]
