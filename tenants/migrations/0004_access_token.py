import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import chezhan.kernel.clock
import chezhan.kernel.ids


class Migration(migrations.Migration):
    dependencies = [
        ("auth", "0012_alter_user_first_name_max_length"),
        ("tenants", "0003_store_data_key"),
    ]

    operations = [
        migrations.CreateModel(
            name="AccessToken",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("name", models.CharField(max_length=60)),
                ("token_hash", models.CharField(max_length=64, unique=True)),
                ("tail", models.CharField(max_length=4)),
                ("scopes", models.JSONField()),
                ("made_by", models.UUIDField()),
                ("created_at", models.DateTimeField(default=chezhan.kernel.clock.now, editable=False)),
                ("expires_at", models.DateTimeField(null=True)),
                ("last_used_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "access_token",
            },
        ),
        migrations.RemoveConstraint(
            model_name="person",
            name="person_email_or_phone",
        ),
        migrations.AddField(
            model_name="person",
            name="is_service",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("email__isnull", False), ("phone__isnull", False), ("is_service", True), _connector="OR"
                ),
                name="person_email_or_phone",
            ),
        ),
        migrations.AddField(
            model_name="accesstoken",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="accesstoken",
            name="store",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="tokens", to="tenants.store"
            ),
        ),
    ]
