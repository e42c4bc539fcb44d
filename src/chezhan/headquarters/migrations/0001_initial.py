import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [("tenants", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="GroupCeiling",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("policy", models.JSONField()),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenants.group"
                    ),
                ),
            ],
            options={
                "db_table": "group_ceiling",
                "constraints": [
                    models.UniqueConstraint(fields=("group", "entity"), name="group_ceiling_once"),
                ],
            },
        ),
    ]
