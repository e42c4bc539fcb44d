from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("leads", "0004_score")]

    operations = [
        migrations.AddField(
            "lead",
            "lost_stage",
            models.CharField(
                blank=True,
                choices=[
                    ("new", "新线索"),
                    ("contacted", "已联系"),
                    ("invited", "已邀约"),
                    ("visited", "已到店"),
                    ("test_drive", "已试驾"),
                    ("quoted", "已报价"),
                ],
                default="",
                editable=False,
                max_length=12,
            ),
        ),
    ]
