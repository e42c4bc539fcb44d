"""Make groups and stores: public rows, schema, role and tables in ONE transaction of the owner alias.

A creation that is killed leaves nothing. The pool of spare schemas will take the place of `_build_schema`.
"""

from collections.abc import Callable
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connections, transaction

from chezhan.kernel.crypto import make_data_key
from chezhan.kernel.errors import NotFound
from chezhan.kernel.ids import new_id
from tenants.directory import StoreRef
from tenants.errors import NameTaken, UnknownPack
from tenants.finishing import begin_store, finish_schema
from tenants.lookup import forget_host, forget_store
from tenants.models import Domain, Group, Membership, Store
from tenants.naming import clean_name, slug_for
from tenants.roles import OWNER, create_store_role, drop_store_role
from tenants.template import StoreTemplate, store_template

Progress = Callable[[str], None]


def _silent(step: str) -> None:
    return None


def create_group(*, person_id: UUID, name: str, role: str) -> Group:
    """Insert a group with `person_id` at its head. Call inside transaction.atomic(using="owner")."""
    group_id = new_id()
    name = clean_name(name)
    group = Group.objects.using(OWNER).create(id=group_id, name=name, slug=slug_for(name, id=group_id))
    Membership.objects.using(OWNER).create(person_id=person_id, group=group, role=role)
    return group


def create_store(*, group_id: UUID, name: str, pack: str, progress: Progress = _silent) -> StoreRef:
    """Make a store ready to use. `progress` hears "tables", "rights", "done".

    Raises BadName, NameTaken (409), UnknownPack, NotFound (no such group); then nothing is left behind.
    """
    name = clean_name(name)
    if pack not in Store.Pack.values:
        raise UnknownPack
    template = store_template()
    store_id = new_id()
    store = Store(
        id=store_id,
        group_id=group_id,
        name=name,
        pack=pack,
        slug=slug_for(name, id=store_id),
        schema_name=f"s_{store_id.hex}",
        role_name=f"{_role_prefix()}_{store_id.hex}",
        data_key=make_data_key(store_id=store_id),
    )
    with transaction.atomic(using=OWNER):
        # Serialises stores of one group, so that its seats and names are judged one at a time.
        if Group.objects.using(OWNER).select_for_update().filter(id=group_id).first() is None:
            raise NotFound
        try:
            with transaction.atomic(using=OWNER):
                store.save(using=OWNER, force_insert=True)
        except IntegrityError as error:
            if "store_name_in_group" in str(error):
                raise NameTaken(params={"name": name}, fields={"name": [NameTaken.message]}) from error
            raise
        if settings.STORE_DOMAIN:
            host = Domain(domain=f"{store.slug}.{settings.STORE_DOMAIN}", tenant=store)
            Domain.objects.using(OWNER).bulk_create([host])
        progress("tables")
        _build_schema(schema=store.schema_name, template=template)
        progress("rights")
        create_store_role(schema=store.schema_name, role=store.role_name)
        ref = StoreRef.of(Store.objects.using(OWNER).select_related("group").get(id=store_id))
        finish_schema(store=ref)
        begin_store(store=ref)
        # The steps may have given it a revision.
        ref = StoreRef.of(Store.objects.using(OWNER).select_related("group").get(id=store_id))
    progress("done")
    return ref


def drop_store(*, store_id: UUID) -> None:
    """Remove a store with all its data, for good: schema, role, key and rows in one transaction."""
    with transaction.atomic(using=OWNER):
        store = Store.objects.using(OWNER).select_for_update().get(id=store_id)
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f"DROP SCHEMA {store.schema_name} CASCADE")
        drop_store_role(role=store.role_name)
        forget_store(slug=store.slug, using=OWNER)
        for host in store.domains.values_list("domain", flat=True):
            forget_host(host=host, using=OWNER)
        Store.objects.using(OWNER).filter(id=store_id).delete()


def _build_schema(*, schema: str, template: StoreTemplate) -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"CREATE SCHEMA {schema}")
        cursor.execute(f"SET LOCAL search_path = {schema}, public")
        cursor.execute(template.whole)
        cursor.execute("SET LOCAL search_path = public")


def _role_prefix() -> str:
    """Roles are cluster-wide: the prefix tells this database's from those of a copy beside it."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT prefix FROM installation")
        return cursor.fetchone()[0]
