"""`chezhan prepare`: bring the database to the present code. Safe to run at any time, and again."""

import urllib.parse

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from chezhan.catalogue.records.finding.tasks import build_everywhere
from chezhan.kernel.errors import AppError
from chezhan.modules.parties.sealing_old import seal_plain_phones
from tenants.backfilling import fill_stores
from tenants.fleet import migrate_public, migrate_stores
from tenants.keys import ensure_data_keys
from tenants.models import Installation
from tenants.roles import OWNER, ensure_base_roles, ensure_extensions, grant_public
from tenants.template import store_template


class Command(BaseCommand):
    help = "Roles, public migrations, rights, store template, store migrations; idempotent."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        password = urllib.parse.unquote(str(settings.DATABASES["default"]["PASSWORD"]))
        with transaction.atomic(using=OWNER):
            ensure_base_roles(password=password)
            ensure_extensions()
        applied = migrate_public()
        with transaction.atomic(using=OWNER):
            Installation.objects.using(OWNER).get_or_create(single=True)
            grant_public()
        try:
            keys = ensure_data_keys()
        except AppError as error:
            raise CommandError(error.message) from error
        template = store_template()
        moved = migrate_stores(progress=lambda schema, names: self.stdout.write(f"  {schema}: {', '.join(names)}"))
        filled = fill_stores(
            progress=lambda schema, name, rows: self.stdout.write(f"  {schema}: {name}, {rows} looked at")
        )
        phones = seal_plain_phones()
        indexes = build_everywhere()
        self.stdout.write(
            f"Database ready: {len(applied)} public migrations applied, {moved} stores moved, "
            f"{filled} records filled in, {keys.made} keys made and {keys.rewrapped} rewrapped, "
            f"{phones} phones sealed, {indexes} search indexes built, "
            f"template {template.digest} ({len(template.migrations)} migrations)."
        )
