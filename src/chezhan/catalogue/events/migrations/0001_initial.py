from django.db import migrations, models

import chezhan.kernel.clock


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="TakenEvent",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("consumer", models.CharField(max_length=40)),
                ("event_id", models.UUIDField()),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={
                "db_table": "event_taken",
                "constraints": [
                    models.UniqueConstraint(fields=("event_id", "consumer"), name="event_taken_once"),
                ],
                "indexes": [models.Index(fields=["at"], name="event_taken_at")],
            },
        ),
    ]
