from django.db import migrations

CLOCK = r"""
-- The clock of the first contact is somebody's: who gets a lead that nobody has spoken with gets a clock of their own,
-- whoever gave it to them and by whatever way, unless a limit was said with it.
CREATE OR REPLACE FUNCTION lead_fresh_clock() RETURNS trigger LANGUAGE plpgsql AS $clock$
BEGIN
  NEW.contact_due_at := NULL;
  RETURN NEW;
END
$clock$;

CREATE OR REPLACE TRIGGER lead_fresh_clock BEFORE UPDATE OF owner ON lead
FOR EACH ROW WHEN (
  NEW.owner IS DISTINCT FROM OLD.owner AND NEW.owner IS NOT NULL
  AND NEW.status = 'new' AND NEW.first_contacted_at IS NULL
  AND NEW.contact_due_at IS NOT DISTINCT FROM OLD.contact_due_at AND NEW.contact_due_at IS NOT NULL
) EXECUTE FUNCTION lead_fresh_clock();
"""


class Migration(migrations.Migration):
    dependencies = [("leads", "0007_assigned_for")]

    operations = [migrations.RunSQL(CLOCK, migrations.RunSQL.noop)]
