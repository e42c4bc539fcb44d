"""The triggers of quote lines, as SQL."""

LINES = r"""
-- What a line adds up to; and a quote that went to approval or to the customer is not edited, whoever writes.
CREATE OR REPLACE FUNCTION quote_line_reckoned() RETURNS trigger LANGUAGE plpgsql AS $line$
DECLARE
  quote_ uuid;
  state_ text;
BEGIN
  -- Whoever clears a whole store away owns the table.
  IF TG_OP = 'DELETE' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'DELETE' THEN quote_ := OLD.quote_id; ELSE quote_ := NEW.quote_id; END IF;
  EXECUTE format('SELECT status FROM %I.quote WHERE id = $1 FOR UPDATE', TG_TABLE_SCHEMA) INTO state_ USING quote_;
  IF state_ <> 'draft' OR (TG_OP = 'UPDATE' AND OLD.quote_id <> NEW.quote_id) THEN
    RAISE EXCEPTION 'the quote is not a draft' USING ERRCODE = 'check_violation',
      CONSTRAINT = 'quote_line_of_a_draft', DETAIL = json_build_object('state', state_)::text;
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  NEW.amount := round(NEW.quantity * NEW.unit_price, 2)
    * CASE WHEN NEW.kind IN ('discount', 'trade_in', 'subsidy') THEN -1 WHEN NEW.kind = 'gift' THEN 0 ELSE 1 END;
  -- What is given beside the price: a gift's worth, and money off that neither a car nor a friend stands for.
  NEW.given := CASE WHEN NEW.kind = 'gift' THEN round(NEW.quantity * NEW.unit_price, 2)
    WHEN NEW.kind IN ('trade_in', 'subsidy') AND NOT NEW.computed THEN -NEW.amount ELSE 0 END;
  NEW.car_part := CASE WHEN NEW.kind IN ('car', 'discount') THEN NEW.amount ELSE 0 END;
  RETURN NEW;
END
$line$;
CREATE OR REPLACE TRIGGER quote_line_reckoned BEFORE INSERT OR UPDATE OR DELETE ON quote_line
FOR EACH ROW EXECUTE FUNCTION quote_line_reckoned();
"""
