"""Old entries of the audit go where the store says so: changes, and who read what. Network logs are kept for six months
by law, assessments of personal data for three years: nothing younger than that goes.
"""

import datetime as dt

from django.db import connections

from chezhan.catalogue.retention.registry import kept_for
from tenants.acting import Acting, who_acts
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.roles import OWNER

BATCH = 5_000
DROP = """
DELETE FROM audit_entry WHERE id IN (
  SELECT id FROM audit_entry WHERE at < %(before)s AND NOT (entity = 'audit_entry' AND kind = 'erased')
  ORDER BY at, id LIMIT %(batch)s FOR UPDATE SKIP LOCKED
)
"""
# That they went stays.
NOTE = """
INSERT INTO audit_entry (at, actor_id, reason, request_id, address, entity, record_id, kind, changes)
VALUES (clock_timestamp(), NULL, %(reason)s, '', '', 'audit_entry', NULL, 'erased',
  jsonb_build_object('fields', '[]'::jsonb, 'entries', %(entries)s::integer))
"""


@kept_for("audit", unit="months", least=36, most=360, usual=None)
def forget_entries(*, store: StoreRef, before: dt.datetime) -> int:
    done, reason = 0, (who_acts() or Acting(actor_id=None)).reason
    while True:
        with owner_context(store), connections[OWNER].cursor() as cursor:
            cursor.execute(DROP, {"before": before, "batch": BATCH})
            gone = cursor.rowcount
            if gone:
                cursor.execute(NOTE, {"reason": reason, "entries": gone})
        done += gone
        if gone < BATCH:
            return done
