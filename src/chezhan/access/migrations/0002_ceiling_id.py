from django.db import migrations, models

import chezhan.kernel.ids

# The audit watches what has an id. A process of the release before fills no id in: the default does.
KEYED_BY_ID = """
ALTER TABLE access_ceiling ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
ALTER TABLE access_ceiling DROP CONSTRAINT access_ceiling_pkey;
ALTER TABLE access_ceiling ADD PRIMARY KEY (id);
ALTER TABLE access_ceiling ADD CONSTRAINT access_ceiling_once UNIQUE (entity);
"""
KEYED_BY_ENTITY = """
ALTER TABLE access_ceiling DROP CONSTRAINT access_ceiling_once;
ALTER TABLE access_ceiling DROP CONSTRAINT access_ceiling_pkey;
ALTER TABLE access_ceiling ADD PRIMARY KEY (entity);
ALTER TABLE access_ceiling DROP COLUMN id;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0001_initial")]

    operations = [
        migrations.SeparateDatabaseAndState(
            database_operations=[migrations.RunSQL(KEYED_BY_ID, KEYED_BY_ENTITY)],
            state_operations=[
                migrations.AddField(
                    model_name="accessceiling",
                    name="id",
                    field=models.UUIDField(
                        default=chezhan.kernel.ids.new_id, editable=False, primary_key=True, serialize=False
                    ),
                ),
                migrations.AlterField(
                    model_name="accessceiling",
                    name="entity",
                    field=models.CharField(max_length=40, unique=True),
                ),
            ],
        ),
    ]
