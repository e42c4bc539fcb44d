from django.db import migrations

from chezhan.kernel.searching.installing import functions


class Migration(migrations.Migration):
    """The same answers in less time; indexes made of the functions stay as they are."""

    dependencies = [
        ("kernel", "0004_outbox_dispatch"),
    ]

    operations = [
        migrations.RunSQL(functions(), reverse_sql=migrations.RunSQL.noop),
    ]
