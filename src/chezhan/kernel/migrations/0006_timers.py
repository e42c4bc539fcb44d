from django.db import migrations, models

import chezhan.kernel.ids


class Migration(migrations.Migration):
    dependencies = [("kernel", "0005_quicker_search_functions")]

    operations = [
        migrations.CreateModel(
            name="Timer",
            fields=[
                ("id", models.UUIDField(default=chezhan.kernel.ids.new_id, primary_key=True, serialize=False)),
                ("store_id", models.UUIDField()),
                ("kind", models.CharField(max_length=24)),
                ("key", models.UUIDField()),
                ("what", models.CharField(blank=True, max_length=64)),
                ("due_at", models.DateTimeField()),
                ("wall", models.CharField(blank=True, max_length=32)),
                ("zone", models.CharField(blank=True, max_length=64)),
                ("cause", models.JSONField(default=list)),
                ("held", models.BooleanField(default=False)),
            ],
            options={
                "db_table": "timer",
                "indexes": [
                    models.Index(condition=models.Q(("held", False)), fields=["due_at"], name="timer_due"),
                    models.Index(fields=["store_id", "kind", "key"], name="timer_of_key"),
                    models.Index(condition=models.Q(("held", True)), fields=["store_id"], name="timer_held"),
                ],
            },
        ),
    ]
