from django.db import migrations, models

# Views of packs that were installed before they had a name in English.
SHIPPED = (
    ("库存看板", "Stock board"),
    ("按库龄", "By age"),
    ("试驾车", "Demo cars"),
    ("合格证质押", "Certificates pledged"),
    ("库存不足的车系", "Series below their minimum"),
    ("待发放的转介绍奖励", "Rewards to be given"),
    ("临近换车的车辆", "Cars near replacement"),
    ("二手车看板", "Used-car board"),
)

NAMES = ", ".join(f"('{name}', '{name_en}')" for name, name_en in SHIPPED)
NAME = f"UPDATE saved_view v SET name_en = s.en FROM (VALUES {NAMES}) AS s(zh, en) WHERE v.name = s.zh AND v.shared"


class Migration(migrations.Migration):
    dependencies = [
        ("saved", "0003_kind_and_layout"),
    ]

    operations = [
        migrations.AddField(
            model_name="savedview",
            name="name_en",
            field=models.CharField(blank=True, db_default="", default="", max_length=60),
        ),
        migrations.RunSQL(NAME, migrations.RunSQL.noop),
    ]
