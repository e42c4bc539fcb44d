from django.db import migrations, models
from django.db.models import Q

from chezhan.modules.leads.migrations._pool import POOL

OPEN = ["new", "contacted", "invited", "visited", "test_drive", "quoted"]


class Migration(migrations.Migration):
    dependencies = [("leads", "0002_clocks"), ("pool", "0001_initial")]

    operations = [
        migrations.AddField("lead", "pooled_at", models.DateTimeField(blank=True, editable=False, null=True)),
        migrations.AddField("lead", "release_reason", models.CharField(blank=True, default="", max_length=200)),
        migrations.AddConstraint(
            "lead",
            models.CheckConstraint(
                condition=Q(pooled_at=None) | Q(owner=None, status__in=OPEN), name="lead_pooled_is_nobodys"
            ),
        ),
        migrations.AddIndex(
            "lead",
            models.Index(fields=["-pooled_at"], condition=Q(pooled_at__isnull=False), name="lead_in_pool"),
        ),
        migrations.RunSQL(POOL, migrations.RunSQL.noop),
    ]
