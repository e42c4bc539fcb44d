import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    dependencies = [("headquarters", "0001_initial"), ("tenants", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="GroupDesign",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("name", models.CharField(blank=True, max_length=40)),
                ("definition", models.JSONField()),
                ("everywhere", models.BooleanField()),
                ("stores", models.JSONField(default=list)),
                ("made_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenants.group"
                    ),
                ),
            ],
            options={
                "db_table": "group_design",
                "constraints": [
                    models.UniqueConstraint(fields=("group", "entity", "name"), name="group_design_once"),
                ],
            },
        ),
    ]
