"""Posts of leads lose their words and their sender when the store keeps them no longer. What was made of them stays,
and so does that they came.
"""

import datetime as dt

from django.db import connection

from chezhan.catalogue.retention.registry import kept_for
from tenants.context import tenant_context
from tenants.directory import StoreRef

BATCH = 5_000
EMPTY = """
UPDATE lead_post SET payload = NULL, sender = NULL, phone_index = NULL
WHERE id IN (
  SELECT id FROM lead_post
  WHERE at < %(before)s AND outcome <> 'received' AND (payload IS NOT NULL OR sender IS NOT NULL)
  ORDER BY at LIMIT %(batch)s FOR UPDATE SKIP LOCKED
)
"""


@kept_for("lead_posts", unit="months", least=1, most=120, usual=12)
def empty_posts_before(*, store: StoreRef, before: dt.datetime) -> int:
    done = 0
    while True:
        with tenant_context(store), connection.cursor() as cursor:
            cursor.execute(EMPTY, {"before": before, "batch": BATCH})
            gone = cursor.rowcount
        done += gone
        if gone < BATCH:
            return done
