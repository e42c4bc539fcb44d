from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sales", "0007_trade_ins")]

    operations = [
        migrations.AddField(
            "salesorder",
            "store_subsidy",
            models.DecimalField(blank=True, decimal_places=2, max_digits=14, null=True),
        ),
    ]
