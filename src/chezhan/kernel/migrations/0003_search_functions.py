from pathlib import Path

from django.db import migrations

from chezhan.kernel import searching
from chezhan.kernel.searching.pinyin import readings_as_json

NAMES = ("search_pinyin", "search_parts", "search_normal")


def functions() -> str:
    text = (Path(searching.__file__).parent / "functions.sql").read_text()
    return text.replace("{READINGS}", readings_as_json())


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
