from django.db import migrations, models
from django.db.models import Value

import chezhan.kernel.clock
import chezhan.kernel.ids

NEW_ID = chezhan.kernel.ids.new_id


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_search_functions")]

    operations = [
        migrations.AddField("outboxevent", "version", models.IntegerField(null=True)),
        migrations.AddField("outboxevent", "cause", models.JSONField(default=list, db_default=Value("[]"))),
        # What was told before anybody listened is numbered as it lies; nobody takes it, and it goes.
        migrations.RunSQL(
            "ALTER TABLE outbox_event ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY",
            "ALTER TABLE outbox_event DROP COLUMN position",
            state_operations=[
                migrations.AddField("outboxevent", "position", models.BigIntegerField(db_default=0, editable=False)),
            ],
        ),
        migrations.RemoveIndex("outboxevent", "outbox_at"),
        migrations.AddIndex("outboxevent", models.Index(fields=["store_id", "position"], name="outbox_in_order")),
        migrations.CreateModel(
            name="OutboxInterest",
            fields=[
                ("id", models.UUIDField(default=NEW_ID, primary_key=True, serialize=False)),
                ("store_id", models.UUIDField()),
                ("consumer", models.CharField(max_length=40)),
                ("entity", models.CharField(max_length=64)),
            ],
            options={
                "db_table": "outbox_interest",
                "constraints": [
                    models.UniqueConstraint(fields=("store_id", "entity", "consumer"), name="outbox_interest_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="OutboxWaiting",
            fields=[
                ("id", models.UUIDField(default=NEW_ID, primary_key=True, serialize=False)),
                ("consumer", models.CharField(max_length=40)),
                ("event_id", models.UUIDField()),
                ("store_id", models.UUIDField()),
                ("entity", models.CharField(max_length=64)),
                ("record_id", models.UUIDField(null=True)),
                ("kind", models.CharField(max_length=64)),
                ("changed", models.JSONField(default=list)),
                ("actor_id", models.UUIDField(null=True)),
                ("version", models.IntegerField(null=True)),
                ("cause", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                ("position", models.BigIntegerField()),
                ("attempts", models.PositiveIntegerField(default=0)),
                ("next_at", models.DateTimeField()),
                ("error", models.CharField(blank=True, max_length=80)),
                ("dead_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "outbox_waiting",
                "constraints": [models.UniqueConstraint(fields=("event_id", "consumer"), name="outbox_waiting_once")],
                "indexes": [
                    models.Index(
                        fields=["store_id", "consumer", "record_id", "position"], name="outbox_waiting_of_record"
                    ),
                    models.Index(condition=models.Q(("dead_at", None)), fields=["next_at"], name="outbox_waiting_due"),
                ],
            },
        ),
    ]
