from django.db import migrations, models

from chezhan.modules.sales.migrations._ledger import LEDGER


class Migration(migrations.Migration):
    dependencies = [("sales", "0006_car_by_verb")]

    operations = [
        migrations.AddField(
            "salesorder",
            "trade_in",
            models.DecimalField(blank=True, decimal_places=2, editable=False, max_digits=14, null=True),
        ),
        migrations.RunSQL(LEDGER, migrations.RunSQL.noop),
    ]
