"""Messages that the store keeps no longer lose their words and address. That one was sent, when and why, stays."""

import datetime as dt

from django.db import connection

from chezhan.catalogue.retention.registry import kept_for
from tenants.context import tenant_context
from tenants.directory import StoreRef

BATCH = 5_000
EMPTY = """
UPDATE message SET text = NULL, subject = NULL, address = NULL, params = NULL, reach = NULL, tail = '', link = ''
WHERE id IN (
  SELECT id FROM message WHERE at < %(before)s AND state NOT IN ('queued', 'sending')
    AND (text IS NOT NULL OR address IS NOT NULL OR reach IS NOT NULL OR params IS NOT NULL)
  ORDER BY at LIMIT %(batch)s FOR UPDATE SKIP LOCKED
)
"""


# Half a year at least: a gateway's complaint or a customer's comes as late as that.
@kept_for("messages", unit="months", least=6, most=120, usual=None)
def empty_messages_before(*, store: StoreRef, before: dt.datetime) -> int:
    done = 0
    while True:
        with tenant_context(store), connection.cursor() as cursor:
            cursor.execute(EMPTY, {"before": before, "batch": BATCH})
            gone = cursor.rowcount
        done += gone
        if gone < BATCH:
            return done
