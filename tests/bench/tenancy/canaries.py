"""Fill group B, so that each of its text columns holds a word that no answer to A's people may hold."""

import datetime as dt
import secrets
from dataclasses import dataclass, field
from decimal import Decimal
from uuid import UUID, uuid4

from allauth.account.models import EmailAddress
from django.apps import apps
from django.conf import settings
from django.db import models

from chezhan.headquarters.imports.services import decide
from chezhan.headquarters.imports.services.upload import upload_import
from chezhan.headquarters.imports.work.driving import drive
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Domain, Group, Invitation, Membership, Person, Store
from tests.bench.tenancy.around import fill_around, make_import, make_token
from tests.bench.tenancy.design import NAMES_AND_TYPES, make_design
from tests.bench.tenancy.staff import make_role_and_team
from tests.bench.tenancy.word import CANARY
from tests.factories.cast import Cast

# What is asked for in a search: part of the word, so that an echo of the question is no leak.
PART_OF_CANARY = "NRY7"
HOST_SUFFIX = "stores.example"
ROWS = 4
OTHER_SIGNS = {
    "customer.phone", "customer.phone_digits", "intake_touch.entity", "intake_touch.kind", "intake_touch.kept",
    "audit_entry.entity", "audit_entry.request_id", "audit_entry.address",
    "access_policy.role", "access_policy.entity", "access_ceiling.entity", "access_role.key", "recycled_record.entity",
    "bulk_operation.entity", "saved_view.entity", "record_comment.entity", "record_tagging.entity", "record_tag.color",
    "stored_file.entity", "stored_file.field", "stored_file.kind", "stored_file.sha256",
