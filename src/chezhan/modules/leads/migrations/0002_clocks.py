from django.db import migrations, models

import chezhan.kernel.clock


class Migration(migrations.Migration):
    dependencies = [("leads", "0001_initial")]

    operations = [
        migrations.AddField("lead", "contact_due_at", models.DateTimeField(blank=True, null=True)),
        migrations.AddField(
            "lead",
            "progressed_at",
            models.DateTimeField(blank=True, default=chezhan.kernel.clock.now, editable=False, null=True),
        ),
    ]
