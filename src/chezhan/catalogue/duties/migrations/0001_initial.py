from django.db import migrations, models
from django.db.models import Q

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Duty",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person", models.UUIDField()),
                ("aspect", models.CharField(max_length=10)),
                ("value", models.CharField(max_length=80)),
                ("set_by", models.UUIDField(null=True)),
                ("set_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={
                "db_table": "duty",
                "constraints": [
                    models.UniqueConstraint(fields=("person", "aspect", "value"), name="duty_once"),
                    models.CheckConstraint(condition=Q(aspect__in=("region", "model", "source")), name="duty_aspect"),
                    models.CheckConstraint(condition=~Q(value=""), name="duty_of_something"),
                ],
            },
        ),
    ]
