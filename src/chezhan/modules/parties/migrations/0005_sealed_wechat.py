from django.db import migrations, models
from django.db.models import Q

from chezhan.catalogue.records.sealed import index_in


class Migration(migrations.Migration):
    """WeChat ids, sealed as phones are. No row has one yet: their index begins empty."""

    dependencies = [
        ("parties", "0004_one_phone_index"),
    ]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="sealed_wechat",
            field=models.BinaryField(blank=True, editable=False, null=True),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(
                index_in("sealed_wechat"),
                condition=Q(("sealed_wechat__isnull", False)),
                name="customer_by_wechat_index",
            ),
        ),
    ]
