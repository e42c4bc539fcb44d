from django.db import migrations, models
from django.db.models import Value


class Migration(migrations.Migration):
    dependencies = [("forms", "0002_untold_posts")]

    operations = [
        migrations.AddField("publicform", "sites", models.JSONField(default=list, db_default=Value("[]"))),
    ]
