from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0006_person_tours_seen"),
    ]

    operations = [
        migrations.AddField(
            model_name="storework",
            name="tries",
            field=models.PositiveSmallIntegerField(default=0, db_default=0),
        ),
        migrations.AddField(model_name="storework", name="part", field=models.UUIDField(null=True)),
        migrations.AddField(
            model_name="storework",
            name="code",
            field=models.CharField(blank=True, db_default="", default="", max_length=80),
        ),
        migrations.AddField(model_name="storework", name="held_until", field=models.DateTimeField(null=True)),
        migrations.AddField(model_name="storework", name="stuck_at", field=models.DateTimeField(null=True)),
    ]
