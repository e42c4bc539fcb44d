"""What old cars took off the orders that were there before these said so: by the lines of the quotes they were."""

from tenants.backfilling import Filling

TRADE_INS = Filling(
    name="sales_order.trade_in",
    table="sales_order",
    batch="""
UPDATE sales_order o SET trade_in = told.off
FROM (
  SELECT q.order_id, -sum(l.amount) AS off FROM quote q JOIN quote_line l ON l.quote_id = q.id
  WHERE q.order_id = ANY (%(ids)s) AND l.kind = 'trade_in' AND NOT EXISTS (
    SELECT FROM used_car u WHERE u.number = l.note AND u.order_id IS DISTINCT FROM q.order_id
  ) GROUP BY q.order_id
) told
WHERE told.order_id = o.id AND o.trade_in IS NULL AND told.off > 0
""",
)
