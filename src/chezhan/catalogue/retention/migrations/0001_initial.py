from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RetentionPeriod",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=40, unique=True)),
                ("span", models.PositiveIntegerField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                ("changed_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("changed_by", models.UUIDField()),
            ],
            options={
                "db_table": "retention_period",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("span", None), ("span__gt", 0), _connector="OR"),
                        name="retention_period_some_time",
                    )
                ],
            },
        ),
    ]
