from django.db import migrations


class Migration(migrations.Migration):
    """Searches have used the customers' own index of phones as well as this equal one, which each write had to fill."""

    dependencies = [
        ("parties", "0003_sealed_phone"),
    ]

    operations = [
        migrations.RunSQL(
            "DROP INDEX IF EXISTS search_customer_235da7372b6b",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
