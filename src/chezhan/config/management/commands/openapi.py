"""`chezhan openapi`: the API's description, from which the front end's client is generated."""

import json

from django.core.management.base import BaseCommand

from chezhan.config.api import api


class Command(BaseCommand):
    help = "Print the OpenAPI document as JSON (committed as frontend/openapi.json)."
    requires_system_checks: list[str] = []

    def handle(self, *args, **options):
        self.stdout.write(json.dumps(api.get_openapi_schema(path_prefix="/api/"), ensure_ascii=False, indent=1))
