from django.db import migrations, models
from django.db.models import Q

# A car that left again was back by then, with the km that it left with: few rows, and none where nobody erred.
BACK = """
UPDATE test_drive SET status = 'done', in_at = next_at, in_km = greatest(out_km, next_km), updated_at = now(),
  version = version + 1
FROM (
  SELECT id AS drive_id, lead(out_at) OVER w AS next_at, lead(out_km) OVER w AS next_km
  FROM test_drive WHERE status = 'out' WINDOW w AS (PARTITION BY car_id ORDER BY out_at, id)
) AS left_again
WHERE drive_id = id AND next_at IS NOT NULL
"""


class Migration(migrations.Migration):
    dependencies = [("drives", "0002_customers")]

    operations = [
        migrations.RunSQL(BACK, migrations.RunSQL.noop),
        migrations.AddConstraint(
            "testdrive",
            models.UniqueConstraint(condition=Q(status="out"), fields=("car",), name="test_drive_car_out_once"),
        ),
    ]
