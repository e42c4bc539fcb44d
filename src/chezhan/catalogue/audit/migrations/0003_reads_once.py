from django.db import migrations


class Migration(migrations.Migration):
    """Nothing but the functions, which are installed anew with it."""

    dependencies = [("audit", "0002_erased")]

    operations: list = []
