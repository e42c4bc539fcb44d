"""What came in by public forms loses its words and its sender when the store keeps it no longer. What was made of it
stays, and so does that it came.
"""

import datetime as dt

from django.db import connection

from chezhan.catalogue.retention.registry import kept_for
from tenants.context import tenant_context
from tenants.directory import StoreRef

BATCH = 5_000
EMPTY = """
UPDATE form_post SET payload = NULL, sender = NULL
WHERE id IN (
  SELECT id FROM form_post WHERE at < %(before)s AND (payload IS NOT NULL OR sender IS NOT NULL)
  ORDER BY at LIMIT %(batch)s FOR UPDATE SKIP LOCKED
)
"""


@kept_for("public_forms", unit="months", least=1, most=120, usual=None)
def empty_posts_before(*, store: StoreRef, before: dt.datetime) -> int:
    done = 0
    while True:
        with tenant_context(store), connection.cursor() as cursor:
            cursor.execute(EMPTY, {"before": before, "batch": BATCH})
            gone = cursor.rowcount
        done += gone
        if gone < BATCH:
            return done
