"""What is installed, and on which side of the wall: SHARED_APPS live in `public`, TENANT_APPS in every store."""

from pathlib import Path

from chezhan.config.settings import environment as env

SHARED_APPS = [
    "django_tenants",
    "tenants",
    "billing",
    "chezhan.kernel",
    "chezhan.headquarters",
    "chezhan.headquarters.imports",
    "chezhan.headquarters.once",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.admin",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.mfa",
    "allauth.headless",
    "django_prometheus",
]

TENANT_APPS = [
    "chezhan.access",
    "chezhan.catalogue",
    "chezhan.catalogue.audit",
    "chezhan.catalogue.events",
    "chezhan.catalogue.records.bin",
    "chezhan.catalogue.records.bulk",
    "chezhan.catalogue.records.duplicates",
    "chezhan.catalogue.records.memory",
    "chezhan.catalogue.records.files",
    "chezhan.catalogue.records.personal",
    "chezhan.catalogue.records.saved",
    "chezhan.catalogue.records.talk",
    "chezhan.catalogue.idempotency",
    "chezhan.catalogue.worktime",
    "chezhan.catalogue.particulars",
    "chezhan.catalogue.duties",
    "chezhan.catalogue.retention",
    "chezhan.catalogue.handing_over",
    "chezhan.catalogue.retention.rules",
    "chezhan.catalogue.notices",
    "chezhan.catalogue.importing",
    "chezhan.catalogue.packs",
    "chezhan.engines.flows",
    "chezhan.engines.forms",
    "chezhan.engines.printing",
    "chezhan.engines.rules",
    "chezhan.modules.parties",
    "chezhan.modules.relations",
    "chezhan.modules.vehicles",
    "chezhan.modules.sales",
    "chezhan.modules.intake",
    "chezhan.modules.pool",
    "chezhan.modules.leads",
    "chezhan.modules.costs",
    "chezhan.modules.scoring",
    "chezhan.modules.library",
    "chezhan.modules.stock",
    "chezhan.modules.drives",
    "chezhan.modules.quotes",
    "chezhan.modules.contracts",
    "chezhan.modules.inbound",
    "chezhan.modules.deliveries",
    "chezhan.modules.used",
    "chezhan.modules.referrals",
    "chezhan.modules.work",
    "chezhan.modules.messaging",
    "chezhan.modules.webhooks",
]

INSTALLED_APPS = [*SHARED_APPS, *TENANT_APPS, "chezhan.config"]

# Run in the owner's transaction for each new store, and after each migration of one; see tenants.finishing.
STORE_SCHEMA_STEPS = (
    "chezhan.catalogue.audit.installing.install",
    "chezhan.catalogue.records.finding.indexes.install",
    "chezhan.catalogue.series.installing.install",
)
# What migrations added, filled in by batches once they are there; see tenants.backfilling.
STORE_BACKFILLS = (
    "chezhan.modules.leads.furthest_before.FURTHEST",
    "chezhan.modules.used.deals_before.TRADE_INS",
    "chezhan.modules.quotes.subsidies_before.SUBSIDIES",
)
# Run after those, once in a store's life: in the transaction that makes it.
NEW_STORE_STEPS = (
    "chezhan.headquarters.ceilings.inheriting.inherit_ceilings",
    "chezhan.headquarters.design.inheriting.inherit_design",
    "chezhan.catalogue.packs.beginning.want_first_pack",
)

# Packs that come with the product, <trade>.yaml each; and whether new stores begin with the one of their trade.
SHIPPED_PACKS = Path(__file__).resolve().parents[1] / "packs"
FIRST_DAY_PACKS = env.flag("CHEZHAN_FIRST_DAY_PACKS", default=True)

TENANT_MODEL = "tenants.Store"
TENANT_DOMAIN_MODEL = "tenants.Domain"
TENANT_DB_ALIAS = "owner"
DATABASE_ROUTERS = ["django_tenants.routers.TenantSyncRouter"]
AUTH_USER_MODEL = "tenants.Person"
