from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("quotes", "0006_what_is_given")]

    operations = [
        migrations.AddField(
            "quoteline",
            "payer",
            models.CharField(
                blank=True,
                choices=[("store", "本店"), ("maker", "厂家"), ("state", "政府")],
                default="",
                max_length=8,
            ),
        ),
        migrations.AddConstraint(
            "quoteline",
            models.CheckConstraint(condition=Q(payer__in=["", "store", "maker", "state"]), name="quote_line_payer"),
        ),
    ]
