"""How far the leads came that were there before that was kept: by their stages, and by what is on record of them.

What is written from then on the triggers keep (migrations/_furthest.py); they also never let it go back.
"""

from tenants.backfilling import Filling

FURTHEST = Filling(
    name="lead.furthest",
    table="lead",
    batch="""
WITH stages AS (
  SELECT ARRAY['new', 'contacted', 'invited', 'visited', 'test_drive', 'quoted', 'won'] AS names
), came AS (
  SELECT lead.id, names, greatest(
    1,
    array_position(names, lead.status::text),
    array_position(names, lead.lost_stage::text),
    CASE WHEN lead.first_contacted_at IS NOT NULL THEN 2 END,
    CASE WHEN lead.visit_at IS NOT NULL THEN 3 END,
    CASE WHEN EXISTS (SELECT FROM interaction i WHERE i.lead_id = lead.id AND i.kind = 'visit') THEN 4 END,
    CASE WHEN EXISTS (SELECT FROM test_drive d WHERE d.lead_id = lead.id AND d.status = 'done') THEN 5 END,
    CASE WHEN EXISTS (SELECT FROM quote q WHERE q.lead_id = lead.id
      AND q.status IN ('sent', 'accepted', 'declined', 'expired')) THEN 6 END
  ) AS stage
  FROM lead, stages WHERE lead.id = ANY (%(ids)s)
)
UPDATE lead SET furthest = names[stage] FROM came
WHERE came.id = lead.id AND stage > array_position(names, lead.furthest::text)
""",
)
