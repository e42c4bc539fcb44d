import django.db.models.deletion
from django.db import migrations, models

import chezhan.kernel.clock


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0004_access_token"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoreWork",
            fields=[
                ("key", models.UUIDField(primary_key=True, serialize=False)),
                ("kind", models.CharField(max_length=20)),
                ("due_at", models.DateTimeField(default=chezhan.kernel.clock.now)),
                (
                    "store",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="tenants.store"
                    ),
                ),
            ],
            options={
                "db_table": "store_work",
                "indexes": [models.Index(fields=["kind", "due_at"], name="store_work_due")],
            },
        ),
    ]
