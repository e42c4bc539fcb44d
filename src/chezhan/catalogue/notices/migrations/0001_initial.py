from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("kind", models.CharField(max_length=40)),
                ("entity", models.CharField(max_length=40)),
                ("record_id", models.UUIDField()),
                ("by", models.UUIDField(null=True)),
                ("key", models.CharField(max_length=160)),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("read_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "notice",
                "constraints": [models.UniqueConstraint(fields=("person_id", "key"), name="notice_once")],
                "indexes": [
                    models.Index(fields=["person_id", "-at", "-id"], name="notice_latest"),
                    models.Index(condition=models.Q(("read_at", None)), fields=["person_id"], name="notice_unread"),
                    models.Index(fields=["record_id"], name="notice_of_record"),
                ],
            },
        ),
    ]
