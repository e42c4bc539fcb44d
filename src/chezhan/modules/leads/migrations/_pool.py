"""The triggers by which leads stand in the pool, as SQL."""

POOL = r"""
-- A lead that somebody has, or that has ended, stands in no pool, whoever wrote that and by whatever way.
CREATE OR REPLACE FUNCTION lead_pooled() RETURNS trigger LANGUAGE plpgsql AS $pool$
DECLARE
  arrives_ boolean;
BEGIN
  IF NEW.owner IS NOT NULL OR NEW.status NOT IN ('new', 'contacted', 'invited', 'visited', 'test_drive', 'quoted') THEN
    NEW.pooled_at := NULL;
  ELSIF TG_OP = 'INSERT' THEN
    EXECUTE format('SELECT EXISTS (SELECT FROM %I.pool_setting WHERE arriving ? $1)', TG_TABLE_SCHEMA)
      INTO arrives_ USING NEW.channel;
    IF arrives_ AND NEW.pooled_at IS NULL THEN
      NEW.pooled_at := NEW.created_at;
    END IF;
  END IF;
  RETURN NEW;
END
$pool$;

-- How long it stood there, from whom and to whom: what the cool-down goes by.
CREATE OR REPLACE FUNCTION lead_stays() RETURNS trigger LANGUAGE plpgsql AS $pool$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    IF OLD.pooled_at IS NOT NULL THEN
      EXECUTE format('UPDATE %I.pool_stay SET left_at = now(), left_to = $2 WHERE lead_id = $1 AND left_at IS NULL',
        TG_TABLE_SCHEMA) USING OLD.id, CASE TG_OP WHEN 'DELETE' THEN NULL ELSE NEW.owner END;
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
  END IF;
  IF NEW.pooled_at IS NOT NULL THEN
    EXECUTE format('INSERT INTO %I.pool_stay (id, lead_id, put_at, put_from) VALUES (gen_random_uuid(), $1, $2, $3)',
      TG_TABLE_SCHEMA) USING NEW.id, NEW.pooled_at, CASE TG_OP WHEN 'INSERT' THEN NULL ELSE OLD.owner END;
  END IF;
  RETURN NEW;
END
$pool$;

CREATE OR REPLACE TRIGGER lead_pooled_insert BEFORE INSERT ON lead
FOR EACH ROW WHEN (NEW.owner IS NULL OR NEW.pooled_at IS NOT NULL) EXECUTE FUNCTION lead_pooled();
CREATE OR REPLACE TRIGGER lead_pooled_update BEFORE UPDATE ON lead
FOR EACH ROW WHEN (NEW.pooled_at IS NOT NULL) EXECUTE FUNCTION lead_pooled();
CREATE OR REPLACE TRIGGER lead_stays_insert AFTER INSERT ON lead
FOR EACH ROW WHEN (NEW.pooled_at IS NOT NULL) EXECUTE FUNCTION lead_stays();
CREATE OR REPLACE TRIGGER lead_stays_update AFTER UPDATE ON lead
FOR EACH ROW WHEN (NEW.pooled_at IS DISTINCT FROM OLD.pooled_at) EXECUTE FUNCTION lead_stays();
CREATE OR REPLACE TRIGGER lead_stays_delete AFTER DELETE ON lead
FOR EACH ROW WHEN (OLD.pooled_at IS NOT NULL) EXECUTE FUNCTION lead_stays();
"""
