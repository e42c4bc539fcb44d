from django.db import migrations, models

KINDS = ["created", "updated", "deleted", "read", "revealed", "exported", "erased"]


class Migration(migrations.Migration):
    """A kind more. With it the functions are installed anew, and ledgers are watched no longer."""

    dependencies = [("audit", "0001_initial")]

    operations = [
        migrations.RemoveConstraint(model_name="auditentry", name="audit_entry_kind"),
        migrations.AddConstraint(
            model_name="auditentry",
            constraint=models.CheckConstraint(condition=models.Q(kind__in=KINDS), name="audit_entry_kind"),
        ),
        migrations.AlterField(
            model_name="auditentry",
            name="kind",
            field=models.TextField(
                choices=[
                    ("created", "新建"),
                    ("updated", "修改"),
                    ("deleted", "删除"),
                    ("read", "查看"),
                    ("revealed", "显示明文"),
                    ("exported", "导出"),
                    ("erased", "清除"),
                ]
            ),
        ),
    ]
