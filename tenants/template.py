"""What a store's schema is made of: the statements of its migrations, recorded once and replayed as one.

The migrations run in a scratch schema inside a transaction that is rolled back; what they executed is kept, by
migration, in a file named after the hash of the migrations. A store's migrations may not depend on what a SELECT
does: those are not recorded.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from chezhan.kernel.ids import new_id

OWNER = "owner"
NOT_RECORDED = re.compile(r"^\s*(SELECT|SAVEPOINT|RELEASE|ROLLBACK|SET search_path|SHOW)\b", re.IGNORECASE)


@dataclass(frozen=True)
class StoreTemplate:
    """`bootstrap` makes the ledger of migrations; `migrations` maps "app.name" to its statements, in order."""

    digest: str
    bootstrap: str
    migrations: dict[str, str]

    @property
    def whole(self) -> str:
        return ";\n".join([self.bootstrap, *self.migrations.values()])


class _RolledBack(Exception):
    pass


def _migration_files() -> list[Path]:
    labels = [apps.get_containing_app_config(name) or apps.get_app_config(name.split(".")[-1]) for name in _apps()]
    return sorted(file for config in labels for file in Path(config.path).glob("migrations/*.py"))


def _apps() -> list[str]:
    return settings.TENANT_APPS


def tenant_labels() -> list[str]:
    """App labels of what lives in every store."""
    return [config.label for config in apps.get_app_configs() if config.name in set(_apps())]


def digest() -> str:
    """A hash of all that shapes a store's schema: its migrations and this recorder."""
    whole = hashlib.sha256(Path(__file__).read_bytes())
    for file in _migration_files():
        whole.update(file.name.encode() + file.read_bytes())
    return whole.hexdigest()[:16]


def store_template() -> StoreTemplate:
    """The template of the present migrations, from its file or recorded anew."""
    key = digest()
    file = settings.VAR / "templates" / f"store-{key}.json"
    if file.exists():
        return StoreTemplate(**json.loads(file.read_text()))
    template = _record(key)
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_suffix(f".{new_id().hex}")
    partial.write_text(json.dumps(template.__dict__, ensure_ascii=False, indent=1))
    partial.replace(file)
    return template


def _record(key: str) -> StoreTemplate:
    connection = connections[OWNER]
    statements: list[str] = []

    def keep(execute, sql, params, many, context):
        if many:
            raise ValueError("a store's migration may not use executemany")
        if not NOT_RECORDED.match(sql):
            cursor = context["cursor"].cursor
            statements.append(cursor.mogrify(sql, params).strip().rstrip(";") if params else sql.strip().rstrip(";"))
        return execute(sql, params, many, context)

    scratch = f"scratch_{new_id().hex}"
    recorded: dict[str, str] = {}
    try:
        with transaction.atomic(using=OWNER):
            with connection.cursor() as cursor:
                cursor.execute(f"CREATE SCHEMA {scratch}")
            connection.set_schema(scratch)
            with connection.execute_wrapper(keep):
                MigrationRecorder(connection).ensure_schema()
                bootstrap = ";\n".join(statements)
                executor = MigrationExecutor(connection)
                labels = set(tenant_labels())
                targets = [node for node in executor.loader.graph.leaf_nodes() if node[0] in labels]
                plan = executor.migration_plan(targets)
                state = executor._create_project_state(with_applied_migrations=True)
                for migration, _ in plan:
                    if migration.app_label not in labels:
                        raise ValueError(f"a store's migration depends on {migration}, which lives in public")
                    statements.clear()
                    state = executor.apply_migration(state, migration)
                    recorded[f"{migration.app_label}.{migration.name}"] = ";\n".join(statements)
            raise _RolledBack
    except _RolledBack:
        pass
    finally:
        connection.set_schema_to_public()
    return StoreTemplate(digest=key, bootstrap=bootstrap, migrations=recorded)
