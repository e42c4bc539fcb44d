"""How far a lead ever came, kept by triggers: by its own stages, and by what is on record of it. As SQL."""

STAGES = ["new", "contacted", "invited", "visited", "test_drive", "quoted", "won"]

KEPT = r"""
-- The furthest of what it was before and what it says now, whoever writes. What a verb wrote is put back with the rest
-- when it is taken back: then the earlier stage is written by name.
CREATE OR REPLACE FUNCTION lead_furthest() RETURNS trigger LANGUAGE plpgsql AS $furthest$
DECLARE
  stages_ CONSTANT text[] := ARRAY['new', 'contacted', 'invited', 'visited', 'test_drive', 'quoted', 'won'];
BEGIN
  NEW.furthest := stages_[greatest(
    1,
    array_position(stages_, NEW.furthest::text),
    array_position(stages_, NEW.status::text),
    array_position(stages_, NEW.lost_stage::text),
    CASE WHEN NEW.first_contacted_at IS NOT NULL THEN 2 END,
    CASE WHEN NEW.visit_at IS NOT NULL THEN 3 END
  )];
  RETURN NEW;
END
$furthest$;

-- A visit, a drive, a quote that went out: the lead was there, whatever stage somebody set.
CREATE OR REPLACE FUNCTION lead_came_to() RETURNS trigger LANGUAGE plpgsql AS $furthest$
DECLARE
  stages_ CONSTANT text[] := ARRAY['new', 'contacted', 'invited', 'visited', 'test_drive', 'quoted', 'won'];
BEGIN
  EXECUTE format('UPDATE %I.lead SET furthest = $2 WHERE id = $1 AND array_position($3, furthest::text) < $4',
    TG_TABLE_SCHEMA) USING NEW.lead_id, TG_ARGV[0], stages_, array_position(stages_, TG_ARGV[0]);
  RETURN NULL;
END
$furthest$;

CREATE OR REPLACE TRIGGER lead_furthest BEFORE INSERT OR UPDATE OF furthest, status, lost_stage, first_contacted_at,
  visit_at ON lead FOR EACH ROW EXECUTE FUNCTION lead_furthest();
CREATE OR REPLACE TRIGGER interaction_furthest AFTER INSERT OR UPDATE OF kind, lead_id ON interaction
FOR EACH ROW WHEN (NEW.kind = 'visit' AND NEW.lead_id IS NOT NULL) EXECUTE FUNCTION lead_came_to('visited');
CREATE OR REPLACE TRIGGER test_drive_furthest AFTER INSERT OR UPDATE OF status, lead_id ON test_drive
FOR EACH ROW WHEN (NEW.status = 'done' AND NEW.lead_id IS NOT NULL) EXECUTE FUNCTION lead_came_to('test_drive');
CREATE OR REPLACE TRIGGER quote_furthest AFTER INSERT OR UPDATE OF status, lead_id ON quote
FOR EACH ROW WHEN (NEW.status IN ('sent', 'accepted', 'declined', 'expired') AND NEW.lead_id IS NOT NULL)
EXECUTE FUNCTION lead_came_to('quoted');
"""
