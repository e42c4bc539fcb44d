"""The triggers that keep contracts, as SQL."""

KEEPING = r"""
-- What a contract was drawn from, and what never changes in it: whoever writes.
CREATE OR REPLACE FUNCTION contract_kept() RETURNS trigger LANGUAGE plpgsql AS $kept$
DECLARE
  now_ jsonb;
  then_ jsonb;
BEGIN
  -- Whoever clears a whole store away, or erases a person's data, owns the table; nobody who works in the store does.
  IF TG_OP <> 'INSERT' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'contracts stay' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'contract_kept';
  END IF;
  IF TG_OP = 'INSERT' THEN
    RETURN NEW;
  END IF;
  IF (OLD.number, OLD.order_id, OLD.revision, OLD.sha256, OLD.drawn_at)
      IS DISTINCT FROM (NEW.number, NEW.order_id, NEW.revision, NEW.sha256, NEW.drawn_at)
    OR NEW.paper IS DISTINCT FROM OLD.paper
    OR (OLD.status IN ('replaced', 'void') AND NEW.status <> OLD.status)
    OR (OLD.status IN ('signed', 'replaced', 'void') AND (
      (OLD.signed_sha256, OLD.way, OLD.signed_at) IS DISTINCT FROM (NEW.signed_sha256, NEW.way, NEW.signed_at)
      OR NEW.signed_name <> OLD.signed_name OR NEW.signature IS DISTINCT FROM OLD.signature
      OR NEW.signed_paper IS DISTINCT FROM OLD.signed_paper OR NEW.scan IS DISTINCT FROM OLD.scan))
  THEN
    RAISE EXCEPTION 'a contract stays as it was drawn up and signed' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'contract_kept';
  END IF;
  IF OLD.status = 'signed' AND NEW.status NOT IN ('signed', 'void') THEN
    RAISE EXCEPTION 'a signed contract is not replaced' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'contract_signed_stays';
  END IF;
  IF NEW.status IN ('signed', 'asked') AND OLD.status <> NEW.status THEN
    EXECUTE format('SELECT terms FROM %I.contract_source WHERE contract_id = $1', TG_TABLE_SCHEMA)
      INTO then_ USING NEW.id;
    EXECUTE format('SELECT jsonb_build_object(''price'', price, ''total'', coalesce(total, price), ''deposit'', deposit,
        ''customer'', customer_id, ''trim'', trim_id, ''color'', color, ''car'', car_id)
      FROM %I.sales_order WHERE id = $1', TG_TABLE_SCHEMA) INTO now_ USING NEW.order_id;
    IF NOT coalesce((now_ - 'car') = (then_ - 'car')
      AND (then_ -> 'car' = 'null' OR then_ -> 'car' = now_ -> 'car'), false) THEN
      RAISE EXCEPTION 'the order says otherwise by now' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'contract_out_of_date';
    END IF;
  END IF;
  RETURN NEW;
END
$kept$;
CREATE OR REPLACE TRIGGER contract_kept BEFORE INSERT OR UPDATE OR DELETE ON contract
FOR EACH ROW EXECUTE FUNCTION contract_kept();

CREATE OR REPLACE FUNCTION contract_source_kept() RETURNS trigger LANGUAGE plpgsql AS $kept$
BEGIN
  IF TG_OP = 'INSERT' THEN
    EXECUTE format('SELECT jsonb_build_object(''price'', o.price, ''total'', coalesce(o.total, o.price),
        ''deposit'', o.deposit, ''customer'', o.customer_id, ''trim'', o.trim_id, ''color'', o.color, ''car'', o.car_id)
      FROM %I.sales_order o JOIN %I.contract c ON c.order_id = o.id WHERE c.id = $1', TG_TABLE_SCHEMA, TG_TABLE_SCHEMA)
      INTO NEW.terms USING NEW.contract_id;
    RETURN NEW;
  END IF;
  IF current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what a contract was drawn from stays' USING ERRCODE = 'restrict_violation',
    CONSTRAINT = 'contract_kept';
END
$kept$;
CREATE OR REPLACE TRIGGER contract_source_kept BEFORE INSERT OR UPDATE OR DELETE ON contract_source
FOR EACH ROW EXECUTE FUNCTION contract_source_kept();

-- An order says how its contract stands: out of date where its terms are not those that the contract was drawn from.
CREATE OR REPLACE FUNCTION sales_order_contract() RETURNS trigger LANGUAGE plpgsql AS $kept$
DECLARE
  live_ record;
  now_ jsonb;
BEGIN
  EXECUTE format('SELECT c.status, s.terms FROM %I.contract c LEFT JOIN %I.contract_source s ON s.contract_id = c.id
    WHERE c.order_id = $1 AND c.status IN (''drawn'', ''asked'', ''signed'', ''refused'')',
    TG_TABLE_SCHEMA, TG_TABLE_SCHEMA) INTO live_ USING NEW.id;
  IF live_.status IS NULL THEN
    NEW.contract_status := '';
    RETURN NEW;
  END IF;
  now_ := jsonb_build_object('price', NEW.price, 'total', coalesce(NEW.total, NEW.price), 'deposit', NEW.deposit,
    'customer', NEW.customer_id, 'trim', NEW.trim_id, 'color', NEW.color, 'car', NEW.car_id);
  IF (now_ - 'car') = (live_.terms - 'car')
      AND (live_.terms -> 'car' = 'null' OR live_.terms -> 'car' = now_ -> 'car') THEN
    NEW.contract_status := live_.status;
  ELSE
    NEW.contract_status := 'outdated';
  END IF;
  RETURN NEW;
END
$kept$;
CREATE OR REPLACE TRIGGER sales_order_contract
BEFORE UPDATE OF price, total, deposit, customer_id, trim_id, color, car_id, contract_status ON sales_order
FOR EACH ROW EXECUTE FUNCTION sales_order_contract();
"""
