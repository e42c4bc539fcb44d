import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="RecordComment",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("record_id", models.UUIDField()),
                ("author", models.UUIDField()),
                ("text", models.TextField()),
                ("mentions", models.JSONField(default=list)),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("edited_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "record_comment",
                "indexes": [models.Index(fields=["record_id", "-at", "-id"], name="record_comment_latest")],
            },
        ),
        migrations.CreateModel(
            name="Tag",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=30, unique=True)),
                ("color", models.CharField(max_length=7)),
            ],
            options={
                "db_table": "record_tag",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("color__regex", "^#[0-9a-f]{6}$")), name="record_tag_color"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Tagging",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("record_id", models.UUIDField()),
                ("at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("by", models.UUIDField()),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="taggings", to="talk.tag"
                    ),
                ),
            ],
            options={
                "db_table": "record_tagging",
                "indexes": [models.Index(fields=["tag", "entity", "record_id"], name="record_tagging_by_tag")],
                "constraints": [models.UniqueConstraint(fields=("record_id", "tag"), name="record_tagging_once")],
            },
        ),
    ]
