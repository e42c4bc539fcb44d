import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = [migrations.swappable_dependency(settings.AUTH_USER_MODEL)]

    operations = [
        migrations.CreateModel(
            name="GroupRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("key", models.CharField(max_length=200)),
                ("data_key", models.BinaryField()),
                ("digest", models.BinaryField()),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("content_type", models.CharField(blank=True, default="", max_length=100)),
                ("body", models.BinaryField(null=True)),
                ("held_until", models.DateTimeField(null=True)),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "group_request",
                "indexes": [models.Index(fields=["at"], name="group_request_by_time")],
                "constraints": [models.UniqueConstraint(fields=["person", "key"], name="group_request_once")],
            },
        ),
    ]
