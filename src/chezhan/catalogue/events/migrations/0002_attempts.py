import django.contrib.postgres.fields
from django.db import migrations, models

import chezhan.kernel.clock


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="EventAttempt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("consumer", models.CharField(max_length=40)),
                ("events", django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None)),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={"db_table": "event_attempt"},
        ),
    ]
