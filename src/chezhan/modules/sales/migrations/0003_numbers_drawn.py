from django.db import migrations, models


class Migration(migrations.Migration):
    """With it the series is installed: what is inserted without a number draws one."""

    dependencies = [("sales", "0002_salesorder_owner")]

    operations = [
        migrations.AlterField(
            model_name="salesorder",
            name="number",
            field=models.CharField(blank=True, default="", max_length=60),
        ),
    ]
