from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models
from django.db.models import Q

REASONS = ["region", "model", "source", "no_region", "no_model", "no_source", "least", "turn"]


class Migration(migrations.Migration):
    dependencies = [("leads", "0006_furthest")]

    operations = [
        migrations.AddField(
            "lead",
            "assigned_for",
            ArrayField(
                base_field=models.TextField(
                    choices=[
                        ("region", "负责该区域"),
                        ("model", "负责该车型"),
                        ("source", "负责该来源"),
                        ("no_region", "在岗的人都不负责该区域"),
                        ("no_model", "在岗的人都不负责该车型"),
                        ("no_source", "在岗的人都不负责该来源"),
                        ("least", "手上最少"),
                        ("turn", "轮到"),
                    ]
                ),
                blank=True,
                editable=False,
                null=True,
                size=None,
            ),
        ),
        migrations.AddConstraint(
            "lead",
            models.CheckConstraint(
                condition=Q(assigned_for__isnull=True) | Q(assigned_for__contained_by=REASONS), name="lead_assigned_for"
            ),
        ),
    ]
