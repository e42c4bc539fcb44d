from django.db import migrations, models

import chezhan.kernel.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="IdempotentRequest",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("holder", models.UUIDField()),
                ("key", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("content_type", models.CharField(blank=True, default="", max_length=100)),
                ("body", models.BinaryField(null=True)),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={
                "db_table": "idempotent_request",
                "indexes": [models.Index(fields=["at"], name="idempotent_request_by_time")],
                "constraints": [models.UniqueConstraint(fields=("holder", "key"), name="idempotent_request_once")],
            },
        ),
    ]
