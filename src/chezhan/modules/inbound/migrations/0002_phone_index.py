from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("inbound", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="leadpost",
            name="phone_index",
            field=models.BinaryField(null=True),
        ),
        migrations.AddIndex(
            model_name="leadpost",
            index=models.Index(
                condition=models.Q(("phone_index", None), _negated=True),
                fields=["phone_index"],
                name="lead_post_of_phone",
            ),
        ),
    ]
