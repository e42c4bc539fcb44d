from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="WorkingTime",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("single", models.BooleanField(default=True, unique=True)),
                ("week", models.JSONField()),
                ("closed_on", models.JSONField(default=list)),
                ("makes_up", models.BooleanField(default=False)),
                ("days", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("changed_by", models.UUIDField(null=True)),
            ],
            options={
                "db_table": "working_time",
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("single", True)), name="working_time_single"),
                ],
            },
        ),
    ]
