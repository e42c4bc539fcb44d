from django.contrib.postgres.fields import ArrayField
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("tenants", "0005_storework")]

    operations = [
        migrations.AddField(
            model_name="person",
            name="tours_seen",
            field=ArrayField(
                base_field=models.CharField(max_length=12), blank=True, db_default=[], default=list, size=None
            ),
        ),
    ]
