from django.db import migrations, models
from django.db.models import Q

from chezhan.modules.leads.migrations._furthest import KEPT, STAGES


class Migration(migrations.Migration):
    dependencies = [("leads", "0005_lost_stage"), ("drives", "0002_customers"), ("quotes", "0002_ways_to_pay")]

    operations = [
        migrations.AddField(
            "lead",
            "furthest",
            models.CharField(
                choices=[
                    ("new", "新线索"),
                    ("contacted", "已联系"),
                    ("invited", "已邀约"),
                    ("visited", "已到店"),
                    ("test_drive", "已试驾"),
                    ("quoted", "已报价"),
                    ("won", "成交"),
                ],
                default="new",
                editable=False,
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            "lead", models.CheckConstraint(condition=Q(furthest__in=STAGES), name="lead_furthest")
        ),
        migrations.RunSQL(KEPT, migrations.RunSQL.noop),
    ]
