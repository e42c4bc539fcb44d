from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("leads", "0003_pool")]

    operations = [
        migrations.AddField("lead", "score", models.PositiveSmallIntegerField(blank=True, editable=False, null=True)),
        migrations.AddField(
            "lead",
            "scored_grade",
            models.CharField(
                blank=True,
                choices=[("H", "H 级"), ("A", "A 级"), ("B", "B 级"), ("C", "C 级")],
                default="",
                editable=False,
                max_length=2,
            ),
        ),
        migrations.AddConstraint(
            "lead",
            models.CheckConstraint(condition=Q(score__isnull=True) | Q(score__lte=100), name="lead_score"),
        ),
    ]
