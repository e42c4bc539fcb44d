import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="ImportTemplate",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("person_id", models.UUIDField()),
                ("name", models.CharField(blank=True, default="", max_length=60)),
                ("signature", models.CharField(max_length=64)),
                ("order", models.JSONField()),
                ("used_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
            ],
            options={
                "db_table": "record_import_template",
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        fields=("entity", "name"),
                        name="record_import_template_name",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("name", "")),
                        fields=("entity", "person_id", "signature"),
                        name="record_import_template_remembered",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecordImport",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("entity", models.CharField(max_length=40)),
                ("person_id", models.UUIDField()),
                ("created_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                ("file_name", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("analysing", "Analysing"),
                            ("ready", "Ready"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                            ("cancelled", "Cancelled"),
                            ("undoing", "Undoing"),
                            ("undone", "Undone"),
                        ],
                        default="analysing",
                        max_length=12,
                    ),
                ),
                (
                    "phase",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "None"),
                            ("reading", "Reading"),
                            ("trying", "Trying"),
                            ("writing", "Writing"),
                            ("taking_back", "Taking Back"),
                        ],
                        default="reading",
                        max_length=16,
                    ),
                ),
                ("wish", models.JSONField(default=dict)),
                ("table", models.JSONField(default=dict)),
                ("columns", models.JSONField(default=list)),
                ("guesses", models.JSONField(default=list)),
                ("order", models.JSONField(default=dict)),
                ("trial", models.JSONField(null=True)),
                ("outcome", models.JSONField(default=dict)),
                ("error", models.JSONField(null=True)),
                ("rows_total", models.PositiveIntegerField(default=0)),
                ("rows_done", models.PositiveIntegerField(default=0)),
                ("measured_at", models.DateTimeField(null=True)),
                ("measured_rows", models.PositiveIntegerField(default=0)),
                ("started_at", models.DateTimeField(null=True)),
                ("finished_at", models.DateTimeField(null=True)),
                ("cancel_asked", models.BooleanField(default=False)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("lease_holder", models.UUIDField(null=True)),
                ("lease_until", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "record_import",
                "indexes": [models.Index(fields=["person_id", "entity", "-created_at"], name="record_import_latest")],
            },
        ),
        migrations.CreateModel(
            name="ImportChunk",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("chunk_no", models.PositiveIntegerField()),
                ("rows", models.JSONField(default=list)),
                (
                    "made",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None),
                ),
                ("counts", models.JSONField(default=dict)),
                ("taken_back", models.BooleanField(default=False)),
                ("kept", models.JSONField(default=list)),
                (
                    "job",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="chunks", to="importing.recordimport"
                    ),
                ),
            ],
            options={
                "db_table": "record_import_chunk",
            },
        ),
        migrations.CreateModel(
            name="ImportChange",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("entity", models.CharField(max_length=40)),
                ("record_id", models.UUIDField()),
                ("version", models.PositiveIntegerField()),
                ("before", models.JSONField()),
                (
                    "chunk",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="importing.importchunk"
                    ),
                ),
            ],
            options={
                "db_table": "record_import_change",
                "indexes": [models.Index(fields=["record_id"], name="record_import_change_of")],
            },
        ),
        migrations.AddConstraint(
            model_name="importchunk",
            constraint=models.UniqueConstraint(fields=("job", "chunk_no"), name="record_import_chunk_once"),
        ),
    ]
