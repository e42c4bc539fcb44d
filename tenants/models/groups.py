"""A group owns stores; a store is a schema and a role."""

import secrets

from django.db import models
from django.db.models.functions import Lower
from django_tenants.models import DomainMixin, TenantMixin

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id


def _random_prefix() -> str:
    return f"cz{secrets.token_hex(3)}"


class Installation(models.Model):
    """One row: the random prefix of this database's store roles, since roles belong to the whole cluster."""

    prefix = models.CharField(max_length=12, primary_key=True, default=_random_prefix)
    single = models.BooleanField(default=True, unique=True)

    class Meta:
        db_table = "installation"
        constraints = [models.CheckConstraint(condition=models.Q(single=True), name="installation_single")]


class Group(models.Model):
    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        db_table = "dealer_group"

    def __str__(self) -> str:
        return self.name


class Store(TenantMixin):
    """One store: `schema_name` holds its data, `role_name` is the only PostgreSQL role that sees it."""

    class Pack(models.TextChoices):
        DEALER = "dealer", "4S 店"
        REPAIR = "repair", "汽修店"

    class Status(models.TextChoices):
        ACTIVE = "active", "营业"
        SUSPENDED = "suspended", "停用"
        CLOSED = "closed", "关闭"

    # Provisioning makes the schema; saving a row never does.
    auto_create_schema = False
    auto_drop_schema = False

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="stores")
    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    pack = models.CharField(max_length=12, choices=Pack)
    status = models.CharField(max_length=12, choices=Status, default=Status.ACTIVE)
    role_name = models.CharField(max_length=63, unique=True)
    # Changes with every change of the store's definitions or policies; empty while it has none of its own.
    revision = models.CharField(max_length=32, blank=True, default="", db_default="")
    # Wrapped by a master key (see tenants.keys); none once it was destroyed.
    data_key = models.BinaryField(null=True, editable=False)
    created_at = models.DateTimeField(default=clock.now, editable=False)

    class Meta:
        db_table = "store"
        constraints = [
            models.UniqueConstraint("group", Lower("name"), name="store_name_in_group"),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, *args, **kwargs):
        """A row and no more: the mixin would make and migrate schemas, outside any transaction of ours."""
        models.Model.save(self, *args, **kwargs)

    def delete(self, *args, **kwargs):
        """A row and no more: see provisioning.drop_store."""
        return models.Model.delete(self, *args, **kwargs)

    def __enter__(self):
        raise TypeError("use tenant_context(store): `with store` is a list shared across threads")


class Domain(DomainMixin):
    """A host name that leads to a store, where DNS allows."""

    class Meta:
        db_table = "store_domain"
