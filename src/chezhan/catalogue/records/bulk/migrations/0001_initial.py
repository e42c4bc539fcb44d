import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="BulkOperation",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                (
                    "kind",
                    models.CharField(
                        choices=[("update", "修改"), ("assign", "分配"), ("delete", "删除")], max_length=12
                    ),
                ),
                ("person_id", models.UUIDField()),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("records", models.PositiveIntegerField()),
                ("fields", models.JSONField(default=list)),
                ("undone_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "bulk_operation",
                "indexes": [models.Index(fields=["person_id", "-at", "-id"], name="bulk_operation_latest")],
            },
        ),
        migrations.CreateModel(
            name="BulkTouch",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("record_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("before", models.JSONField()),
                (
                    "operation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="touches", to="bulk.bulkoperation"
                    ),
                ),
            ],
            options={
                "db_table": "bulk_touch",
                "constraints": [models.UniqueConstraint(fields=("operation", "record_id"), name="bulk_touch_once")],
            },
        ),
    ]
