import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0007_storework_tries")]

    operations = [
        migrations.CreateModel(
            name="Backfill",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=60)),
                ("after", models.UUIDField(null=True)),
                ("done", models.BooleanField(default=False)),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenants.store"
                    ),
                ),
            ],
            options={
                "db_table": "store_backfill",
                "constraints": [models.UniqueConstraint(fields=("store", "name"), name="store_backfill_once")],
            },
        ),
    ]
