from django.db import migrations, models

from chezhan.catalogue.records.sealed import index_in


class Migration(migrations.Migration):
    """Phones are sealed from now on. The plain columns stay, unknown to the product, until `chezhan prepare` has sealed
    and emptied them; a later release drops them."""

    dependencies = [
        ("parties", "0002_customer_owner"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="customer", name="customer_digits"),
        migrations.RemoveIndex(model_name="customer", name="customer_by_phone"),
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.RemoveField(model_name="customer", name="phone"),
                migrations.RemoveField(model_name="customer", name="phone_digits"),
            ],
        ),
        migrations.AddField(
            model_name="customer",
            name="sealed_phone",
            field=models.BinaryField(blank=True, null=True),
        ),
        migrations.AddIndex(
            model_name="customer",
            index=models.Index(index_in("sealed_phone"), name="customer_by_phone_index"),
        ),
    ]
