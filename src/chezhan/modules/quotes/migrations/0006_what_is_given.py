from django.db import migrations, models

from chezhan.modules.quotes.migrations._lines import LINES


class Migration(migrations.Migration):
    dependencies = [("quotes", "0005_order_of_states")]

    operations = [
        migrations.AddField(
            "quoteline",
            "given",
            models.DecimalField(decimal_places=2, default=0, editable=False, max_digits=14),
        ),
        migrations.RunSQL(LINES, migrations.RunSQL.noop),
    ]
