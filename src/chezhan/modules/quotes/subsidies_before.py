"""What the store pays of the orders that were there before these said so: subsidies of their quotes, but those for an
old car, which the maker pays.
"""

from tenants.backfilling import Filling

SUBSIDIES = Filling(
    name="sales_order.store_subsidy",
    table="sales_order",
    batch="""
UPDATE sales_order o SET store_subsidy = told.off
FROM (
  SELECT q.order_id, -sum(l.amount) AS off FROM quote q JOIN quote_line l ON l.quote_id = q.id
  WHERE q.order_id = ANY (%(ids)s) AND l.kind = 'subsidy'
    AND (l.payer = 'store' OR l.payer = '' AND NOT (l.computed AND l.note <> ''))
  GROUP BY q.order_id
) told
WHERE told.order_id = o.id AND o.store_subsidy IS NULL AND told.off > 0
""",
)
