from django.db import migrations, models
from django.db.models import Q

TRIGGER = r"""
-- Which car an order has moves with its state, and that by verbs alone, which take the car of the stock along.
CREATE OR REPLACE FUNCTION sales_order_car_by_verb() RETURNS trigger LANGUAGE plpgsql AS $car$
BEGIN
  RAISE EXCEPTION 'the car goes with the state' USING ERRCODE = 'check_violation',
    CONSTRAINT = 'sales_order_car_by_verb';
END
$car$;
CREATE OR REPLACE TRIGGER sales_order_car_by_verb BEFORE UPDATE OF car_id ON sales_order
FOR EACH ROW WHEN (NEW.car_id IS DISTINCT FROM OLD.car_id AND NEW.status = OLD.status)
EXECUTE FUNCTION sales_order_car_by_verb();
"""


class Migration(migrations.Migration):
    dependencies = [("sales", "0005_contracts")]

    operations = [
        # Written by hand before: nobody allocated these.
        migrations.RunSQL(
            "UPDATE sales_order SET car_id = NULL"
            " WHERE car_id IS NOT NULL AND status IN ('draft', 'approved', 'deposit', 'cancelled')",
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.AddConstraint(
            "salesorder",
            models.CheckConstraint(
                condition=Q(car__isnull=True) | Q(status__in=["allocated", "invoiced", "delivered", "closed"]),
                name="sales_order_car_of_its_state",
            ),
        ),
        migrations.RunSQL(TRIGGER, migrations.RunSQL.noop),
    ]
