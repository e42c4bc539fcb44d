from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="SavedView",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("name", models.CharField(max_length=60)),
                ("columns", models.JSONField(default=list)),
                ("filter", models.TextField(blank=True, default="")),
                ("sort", models.CharField(blank=True, default="", max_length=200)),
                ("q", models.CharField(blank=True, default="", max_length=100)),
                ("shared", models.BooleanField(default=False)),
                ("owner", models.UUIDField()),
                ("position", models.PositiveIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1)),
                ("updated_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={
                "db_table": "saved_view",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("shared", True)), fields=("entity", "name"), name="saved_view_name_shared"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("shared", False)),
                        fields=("entity", "owner", "name"),
                        name="saved_view_name_own",
                    ),
                ],
            },
        ),
    ]
