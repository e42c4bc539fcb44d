from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0002_store_revision"),
    ]

    operations = [
        migrations.AddField(
            model_name="store",
            name="data_key",
            field=models.BinaryField(null=True),
        ),
    ]
