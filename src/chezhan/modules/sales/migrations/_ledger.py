"""The triggers of the ledger of payments, as SQL."""

LEDGER = r"""
-- The ledger of payments: it adds up whoever writes it, and two who pay or refund at once wait for each other at the order.
CREATE OR REPLACE FUNCTION order_payment_booked() RETURNS trigger LANGUAGE plpgsql AS $ledger$
DECLARE
  state_ text;
  due_ numeric;
  off_ numeric;
  paid_ numeric;
  other_ record;
BEGIN
  EXECUTE format('SELECT status, coalesce(total, price), trade_in FROM %I.sales_order WHERE id = $1 FOR UPDATE',
    TG_TABLE_SCHEMA) INTO state_, due_, off_ USING NEW.order_id;
  IF state_ IS NULL THEN
    RETURN NEW;  -- the foreign key refuses it
  END IF;
  EXECUTE format('SELECT coalesce(sum(signed), 0) FROM %I.order_payment WHERE order_id = $1', TG_TABLE_SCHEMA)
    INTO paid_ USING NEW.order_id;
  IF NEW.kind = 'reversal' THEN
    EXECUTE format('SELECT * FROM %I.order_payment WHERE id = $1', TG_TABLE_SCHEMA) INTO other_ USING NEW.reverses_id;
    IF other_.order_id IS DISTINCT FROM NEW.order_id OR other_.amount <> NEW.amount OR other_.kind = 'reversal' THEN
      RAISE EXCEPTION 'a reversal takes back one entry of its order' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'order_payment_reverses_one';
    END IF;
    NEW.signed := -other_.signed;
  ELSE
    NEW.signed := CASE NEW.kind WHEN 'refund' THEN -NEW.amount ELSE NEW.amount END;
    IF state_ IN ('draft', 'closed') OR (state_ = 'cancelled' AND NEW.signed > 0) THEN
      RAISE EXCEPTION 'order takes no payment' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'order_payment_in_time', DETAIL = json_build_object('state', state_)::text;
    END IF;
    -- The old car is paid for once: off what is due, or as a payment.
    IF NEW.method = 'trade_in' AND NEW.signed > 0 AND off_ > 0 THEN
      RAISE EXCEPTION 'the trade-in is in the total' USING ERRCODE = 'check_violation',
        CONSTRAINT = 'order_payment_trade_in_twice', DETAIL = json_build_object('trade_in', off_::text)::text;
    END IF;
  END IF;
  IF paid_ + NEW.signed > due_ THEN
    RAISE EXCEPTION 'overpaid' USING ERRCODE = 'check_violation', CONSTRAINT = 'order_payment_overpaid',
      DETAIL = json_build_object('due', due_::text, 'paid', paid_::text, 'left', (due_ - paid_)::text)::text;
  END IF;
  IF paid_ + NEW.signed < 0 THEN
    RAISE EXCEPTION 'refunded too much' USING ERRCODE = 'check_violation', CONSTRAINT = 'order_payment_too_much_back',
      DETAIL = json_build_object('paid', paid_::text)::text;
  END IF;
  RETURN NEW;
END
$ledger$;

CREATE OR REPLACE FUNCTION order_payment_kept() RETURNS trigger LANGUAGE plpgsql AS $ledger$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.order_id, OLD.kind, OLD.amount, OLD.signed, OLD.method, OLD.paid_on, OLD.reference)
      IS NOT DISTINCT FROM (NEW.order_id, NEW.kind, NEW.amount, NEW.signed, NEW.method, NEW.paid_on, NEW.reference)
      AND OLD.reverses_id IS NOT DISTINCT FROM NEW.reverses_id AND NOT (OLD.status = 'reversed' AND NEW.status = 'booked')
  THEN
    RETURN NEW;
  END IF;
  -- Whoever clears a whole store away owns the table; nobody who works in the store does.
  IF TG_OP = 'DELETE' AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = TG_RELID) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'payments are reversed, not edited' USING ERRCODE = 'restrict_violation',
    CONSTRAINT = 'order_payment_kept';
END
$ledger$;

CREATE OR REPLACE FUNCTION sales_order_covers() RETURNS trigger LANGUAGE plpgsql AS $ledger$
DECLARE
  paid_ numeric;
BEGIN
  EXECUTE format('SELECT coalesce(sum(signed), 0) FROM %I.order_payment WHERE order_id = $1', TG_TABLE_SCHEMA)
    INTO paid_ USING NEW.id;
  IF paid_ > coalesce(NEW.total, NEW.price) THEN
    RAISE EXCEPTION 'paid more than that' USING ERRCODE = 'check_violation', CONSTRAINT = 'sales_order_covers_payments',
      DETAIL = json_build_object('paid', paid_::text)::text;
  END IF;
  RETURN NEW;
END
$ledger$;

CREATE OR REPLACE TRIGGER order_payment_booked BEFORE INSERT ON order_payment
FOR EACH ROW EXECUTE FUNCTION order_payment_booked();
CREATE OR REPLACE TRIGGER order_payment_kept BEFORE UPDATE OR DELETE ON order_payment
FOR EACH ROW EXECUTE FUNCTION order_payment_kept();
CREATE OR REPLACE TRIGGER sales_order_covers BEFORE UPDATE OF total, price ON sales_order
FOR EACH ROW WHEN (NEW.total IS DISTINCT FROM OLD.total OR NEW.price IS DISTINCT FROM OLD.price)
EXECUTE FUNCTION sales_order_covers();
"""
