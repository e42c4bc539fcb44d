-- The numbers of one table, e.g. Q20261121-0007. Who draws one, or gives one that could be drawn, has the series until
-- the transaction ends: so the next one waits, and neither gaps nor collisions can come about.
CREATE OR REPLACE FUNCTION {schema}.number_{table}() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $number$
DECLARE
  stem_ text;
  last_ integer;
BEGIN
  IF NEW.number <> '' THEN
    IF NEW.number ~ '^{prefix}[0-9]{{8}}-[0-9]{{4,9}}$' THEN
      PERFORM pg_advisory_xact_lock(hashtext('{schema}'), hashtext('number_{table}'));
    END IF;
    RETURN NEW;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtext('{schema}'), hashtext('number_{table}'));
  stem_ := '{prefix}' || to_char(NEW.created_at AT TIME ZONE 'Asia/Shanghai', 'YYYYMMDD') || '-';
  LOOP
    INSERT INTO {schema}.number_series AS s (stem, last) VALUES (stem_, 1)
    ON CONFLICT (stem) DO UPDATE SET last = s.last + 1 RETURNING last INTO last_;
    NEW.number := stem_ || lpad(last_::text, greatest(4, length(last_::text)), '0');
    -- One that came with an import is passed over.
    EXIT WHEN NOT EXISTS (SELECT FROM {schema}.{table} AS t WHERE t.number = NEW.number);
  END LOOP;
  RETURN NEW;
END
$number$;

CREATE OR REPLACE FUNCTION {schema}.number_stays() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $number$
BEGIN
  RAISE EXCEPTION 'number: % stays %', TG_TABLE_NAME, OLD.number USING ERRCODE = 'restrict_violation';
END
$number$;

REVOKE ALL ON FUNCTION {schema}.number_{table}(), {schema}.number_stays() FROM PUBLIC;
CREATE OR REPLACE TRIGGER number_drawn BEFORE INSERT ON {schema}.{table}
FOR EACH ROW EXECUTE FUNCTION {schema}.number_{table}();
CREATE OR REPLACE TRIGGER number_fixed BEFORE UPDATE OF number ON {schema}.{table}
FOR EACH ROW WHEN (OLD.number IS DISTINCT FROM NEW.number) EXECUTE FUNCTION {schema}.number_stays();
