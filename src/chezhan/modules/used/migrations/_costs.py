"""The triggers of the ledger of costs, as SQL."""

COSTS = r"""
-- What an entry counts as; and an entry is never edited, whoever writes.
CREATE OR REPLACE FUNCTION used_car_cost_booked() RETURNS trigger LANGUAGE plpgsql AS $cost$
DECLARE
  other_ record;
BEGIN
  IF NEW.reverses_id IS NULL THEN
    NEW.signed := NEW.amount;
    RETURN NEW;
  END IF;
  EXECUTE format('SELECT * FROM %I.used_car_cost WHERE id = $1 FOR UPDATE', TG_TABLE_SCHEMA)
    INTO other_ USING NEW.reverses_id;
  IF other_.used_car_id IS DISTINCT FROM NEW.used_car_id OR other_.amount <> NEW.amount
      OR other_.reverses_id IS NOT NULL THEN
    RAISE EXCEPTION 'a reversal takes back one entry of its car' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'used_car_cost_kept';
  END IF;
  NEW.signed := -other_.signed;
  RETURN NEW;
END
$cost$;

CREATE OR REPLACE FUNCTION used_car_cost_kept() RETURNS trigger LANGUAGE plpgsql AS $cost$
BEGIN
  IF TG_OP = 'UPDATE'
      AND (OLD.used_car_id, OLD.kind, OLD.amount, OLD.signed, OLD.spent_on, OLD.supplier, OLD.reference)
      IS NOT DISTINCT FROM (NEW.used_car_id, NEW.kind, NEW.amount, NEW.signed, NEW.spent_on, NEW.supplier, NEW.reference)
      AND OLD.reverses_id IS NOT DISTINCT FROM NEW.reverses_id AND NOT (OLD.status = 'reversed' AND NEW.status = 'booked')
  THEN
    RETURN NEW;
  END IF;
  -- Whoever clears a whole store away owns the table; nobody who works in the store does.
  IF TG_OP = 'DELETE' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'costs are reversed, not edited' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'used_car_cost_kept';
END
$cost$;

CREATE OR REPLACE TRIGGER used_car_cost_booked BEFORE INSERT ON used_car_cost
FOR EACH ROW EXECUTE FUNCTION used_car_cost_booked();
CREATE OR REPLACE TRIGGER used_car_cost_kept BEFORE UPDATE OR DELETE ON used_car_cost
FOR EACH ROW EXECUTE FUNCTION used_car_cost_kept();
"""
