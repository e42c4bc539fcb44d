from django.db import migrations

# What strangers sent was kept in the audit too, beyond its time; it is a ledger of its own (see audit.installing).
EMPTY = """
UPDATE audit_entry SET changes = '{}'
WHERE entity = 'form_post' AND kind IN ('created', 'updated', 'deleted') AND changes <> '{}'
"""


class Migration(migrations.Migration):
    dependencies = [("forms", "0001_initial"), ("audit", "0001_initial")]

    operations = [migrations.RunSQL(EMPTY, migrations.RunSQL.noop)]
