from django.db import migrations

from chezhan.kernel.searching.installing import functions

NAMES = ("search_pinyin", "search_parts", "search_normal")


class Migration(migrations.Migration):
    """Functions that indexes of stores are made of; they are in `public`, once for all."""

    dependencies = [
        ("kernel", "0002_dev_message"),
    ]

    operations = [
        migrations.RunSQL(
            functions(),
            reverse_sql=";".join(f"DROP FUNCTION IF EXISTS public.{name}(text)" for name in NAMES),
        ),
    ]
