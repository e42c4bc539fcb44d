from django.db import migrations, models
from django.db.models import Q

from chezhan.modules.quotes.migrations._lines import LINES

KINDS = [
    "car", "discount", "accessory", "insurance", "purchase_tax", "registration", "finance", "warranty", "trade_in",
    "subsidy", "gift", "other",
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("quotes", "0003_answers")]

    operations = [
        migrations.AlterField(
            "quoteline",
            "kind",
            models.CharField(
                choices=[
                    ("car", "车价"),
                    ("discount", "优惠"),
                    ("accessory", "精品"),
                    ("insurance", "保险"),
                    ("purchase_tax", "购置税"),
                    ("registration", "上牌"),
                    ("finance", "金融服务"),
                    ("warranty", "延保"),
                    ("trade_in", "置换抵扣"),
                    ("subsidy", "补贴"),
                    ("gift", "赠品"),
                    ("other", "其他"),
                ],
                max_length=14,
            ),
        ),
        migrations.RemoveConstraint("quoteline", "quote_line_kind"),
        migrations.AddConstraint(
            "quoteline", models.CheckConstraint(condition=Q(kind__in=KINDS), name="quote_line_kind")
        ),
        migrations.RunSQL(LINES, migrations.RunSQL.noop),
    ]
