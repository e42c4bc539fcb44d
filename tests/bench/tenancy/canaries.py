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
from tests.bench.tenancy.flows import make_flows
from tests.bench.tenancy.forms import make_forms
from tests.bench.tenancy.lead_sources import make_lead_sources
from tests.bench.tenancy.messages import make_messages
from tests.bench.tenancy.packs import make_packs
from tests.bench.tenancy.prints import make_prints
from tests.bench.tenancy.rules import make_rules
from tests.bench.tenancy.staff import make_role_and_team
from tests.bench.tenancy.webhooks import make_webhooks
from tests.bench.tenancy.word import CANARY
from tests.bench.tenancy.work import make_work
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
    "personal_request.entity", "seen_record.entity", "favourite.entity",
    "stored_file.entity", "stored_file.field", "stored_file.kind", "stored_file.sha256",
    "duplicate_rule.entity", "duplicate_rule.key", "duplicate_rule.alike", "duplicate_scan.entity",
    "duplicate_group.entity", "duplicate_group.rule", "not_duplicate.entity", "record_merge.entity",
    "record_import.entity", "record_import_change.entity", "record_import_template.entity",
    "idempotent_request.digest", "form.entity", "lead_source.channel", "lead_source.token",
    "public_form.token", "public_form.color", "form_post.entity", "form_post.outcome", "print_template.entity",
    "message_template.entity", "message.entity", "message.why_kind", "message_channel.provider",
    "message.address_path", "message_consent.entity",
    "rule.entity", "rule_run.outcome", "event_taken.consumer", "event_attempt.consumer", "flow.entity",
    "flow_instance.entity", "flow_instance.status", "flow_instance.outcome", "flow_token.node", "flow_token.state",
    "flow_item.node", "flow_item.kind", "flow_item.how", "flow_item.state", "flow_item.decision", "flow_entry.node",
    "flow_entry.kind", "pack_file.pack", "pack_file.digest", "pack.key", "pack.language", "pack_item.pack",
    "pack_item.part", "pack_item.key", "pack_item.made", "pack_item.state", "pack_run.language", "pack_run.status",
    "pack_step.part", "pack_step.key", "pack_step.outcome", "webhook_delivery.entity", "webhook_delivery.why_kind",
    "retention_rule.does", "retention_rule.state", "retention_run.does", "retention_run.outcome",
    "retention_hold.entity", "number_series.stem", "sales_order.invoice_vin", "quote.token", "delivery.token",
    "test_drive.token", "test_drive.request_key", "drive_page.token", "duty.aspect", "contract.token",
    "signing_service.token", "signing_answer.outcome",
}  # fmt: skip
# Orders that take payments, and a share of a hundred.
OF_KIND = {
    "sales_order": {"status": "allocated"},
    "order_payment": {"kind": "payment", "method": "transfer"},
    "quote": {"pay_by": "loan", "months": 36, "rate": 3},
    "quote_line": {"kind": "other"},
    "contract": {"status": "drawn", "way": ""},
    "channel_cost": {"channel": "web"},
    "relation": {"kind": "friend"},
    "purchase_tax_rule": {"share": 10},
}
FILE = f"""Store,Number,Date,Price,Customer Name,Phone,Brand,Series
{{store}},{CANARY}-f1,2024-01-05,100000,{CANARY} 甲,13900001111,{CANARY} brand,{CANARY} series
{{store}},{CANARY}-f2,2024-02-05,200000,{CANARY} 乙,13900002222,{CANARY} brand,{CANARY} series
{{store}},{CANARY}-f3,2024-03-05,{CANARY},{CANARY} 丙,13900003333,{CANARY} brand,{CANARY} series
"""


@dataclass
class Belongings:
    """What of B can be named in a request. `records`: entity → ids."""

    group: str
    store: str
    host: str
    import_id: UUID
    membership_ids: list[UUID]
    invitation_ids: list[UUID]
    token_hash: str
    people: list[UUID]
    emails: list[str]
    phone: str
    everything: list[UUID] = field(default_factory=list)
    records: dict[str, list[UUID]] = field(default_factory=dict)
    # around records, by the name of the parameter
    others: dict[str, list[UUID]] = field(default_factory=dict)


def fill(cast: Cast) -> Belongings:
    store, group = cast.stores["rival"], cast.groups["b"]
    people = [cast.people["rival_owner"], cast.people["rival_manager"]]
    name = f"{CANARY} 一店"
    # The second address is the one that requests send: an echo of it is no leak.
    emails = [f"{CANARY}@example.com".lower(), "manager.of.b@example.com"]
    with public_context():
        Group.objects.filter(id=group.id).update(name=f"{CANARY} 集团")
        Store.objects.filter(id=store.id).update(name=name)
        for person in cast.people.values():
            if person not in people:
                EmailAddress.objects.create(user_id=person.id, email=person.email, primary=True, verified=True)
        for number, person in enumerate(people):
            Person.objects.filter(id=person.id).update(
                name=f"{CANARY} {number}", email=emails[number], phone=f"+861390000777{number}"
            )
            EmailAddress.objects.create(user_id=person.id, email=emails[number], primary=True, verified=True)
        invitation = Invitation.objects.create(
            token_hash=secrets.token_hex(32),
            group_id=group.id,
            store_id=store.id,
            role="receptionist",
            email=f"{CANARY}.invited@example.com",
            name=CANARY,
            invited_by_id=people[0].id,
            expires_at=clock.now() + dt.timedelta(days=3),
        )
        host = Domain.objects.bulk_create([Domain(domain=f"{store.slug}.{HOST_SUFFIX}", tenant_id=store.id)])[0]
        memberships = list(Membership.objects.filter(group_id=group.id).values_list("id", flat=True))
    import_id = _import_file(cast, name)
    records = _fill_tables(store)
    others = fill_around(store, person_id=people[1].id, records=records)
    others |= make_import(store, person_id=people[0].id)
    others |= make_prints(store, person_id=people[0].id, entities=list(records))
    others |= make_packs(store, person_id=people[0].id)
    others |= make_rules(store, person_id=people[0].id, records=records)
    others |= make_messages(store, person_id=people[0].id, records=records)
    others |= make_webhooks(store, person_id=people[0].id, records=records)
    others |= make_lead_sources(store, person_id=people[0].id, records=records)
    others |= make_flows(store, person_id=people[0].id, second_id=people[1].id, records=records)
    others |= make_work(store, person_id=people[0].id, records=records)
    others["token_id"] = [make_token(store, person_id=people[0].id)]
    return Belongings(
        group=group.slug,
        store=store.slug,
        host=host.domain,
        import_id=import_id,
        membership_ids=memberships,
        invitation_ids=[invitation.id],
        token_hash=invitation.token_hash,
        people=[person.id for person in people],
        emails=emails[1:],
        phone="+8613900007770",
        everything=[group.id, store.id, import_id, invitation.id, *memberships, *(person.id for person in people)],
        records=records,
        others=others | {"team_id": make_role_and_team(cast)} | make_design(cast) | make_forms(cast),
    )


def _import_file(cast: Cast, store_name: str) -> UUID:
    """A whole import by B's owner: two rows go in, one is refused and can be downloaded."""
    actor = cast.actor("rival_owner", group="b")
    text = FILE.format(store=store_name).encode()
    job_id = upload_import(actor=actor, file_name=f"{CANARY}.csv", chunks=[text], now=clock.now())
    drive(job_id=job_id)
    decide.start_import(actor=actor, job_id=job_id, create_stores=False, pack="dealer", now=clock.now())
    drive(job_id=job_id)
    return job_id


def _fill_tables(store: StoreRef) -> dict[str, list[UUID]]:
    """Rows in every table of the store that people read; answers the ids by entity."""
    from chezhan.catalogue.registry import entities  # noqa: PLC0415

    ids: dict[str, list[UUID]] = {}
    made: dict[type[models.Model], list[models.Model]] = {}
    with acting_as(None, reason=CANARY), tenant_context(store):
        for model in _parents_first([entity.model for entity in entities()]):
            made[model] = [model.objects.create(**_values(model, number, made)) for number in range(ROWS)]
        for entity in entities():
            ids[entity.name] = [row.pk for row in made[entity.model]]
    return ids


def _parents_first(kinds: list[type[models.Model]]) -> list[type[models.Model]]:
    done: list[type[models.Model]] = []
    while left := [kind for kind in kinds if kind not in done]:
        done += [kind for kind in left if not (_parents(kind) - set(done))]
    return done


def _parents(kind: type[models.Model]) -> set[type[models.Model]]:
    return {field.related_model for field in kind._meta.concrete_fields if field.is_relation} - {kind}


def _values(model: type[models.Model], number: int, made: dict) -> dict:
    values: dict = {}
    for column in model._meta.concrete_fields:
        if column.is_relation and (column.editable or not column.null):
            # Nobody is related to themselves.
            values[column.name] = made[column.related_model][(number + (column.name == "other")) % ROWS]
        elif column.null and not column.editable:
            # Written by the product when something happens to the record.
            continue
        elif (
            column.choices
            or column.primary_key
            or (column.has_default() and not isinstance(column, models.CharField | models.TextField))
        ):
            continue
        elif column.name == "left_on":
            # Of what is gone, and nothing is.
            continue
        elif column.name == "vin":
            values[column.name] = f"{CANARY}{number:011d}"
        elif column.name.endswith("_digits"):
            values[column.name] = f"1390000888{number}"
        elif isinstance(column, models.CharField | models.TextField):
            values[column.name] = f"{CANARY}{number}"
        elif isinstance(column, models.DecimalField):
            values[column.name] = Decimal(123456 + number)
        elif isinstance(column, models.DateTimeField):
            values[column.name] = clock.now() + dt.timedelta(hours=column.name == "ends_at")
        elif isinstance(column, models.DateField):
            values[column.name] = dt.date(2024, 1, 1 + number)
        elif isinstance(column, models.UUIDField):
            values[column.name] = uuid4()
    return values | OF_KIND.get(model._meta.db_table, {})


def _fills_itself(column: models.Field) -> bool:
    return column.has_default() and not isinstance(column, models.CharField)


def columns_without_canary(*, owner, store: StoreRef) -> set[str]:
    """The text columns of the store's tables in which no row holds the word."""
    columns = owner.execute(
        "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = %s "
        "AND data_type IN ('text', 'character varying') AND table_name <> 'django_migrations'",
        [store.schema],
    ).fetchall()
    return {
        f"{table}.{column}"
        for table, column in columns
        if not owner.execute(
            f'SELECT EXISTS (SELECT 1 FROM {store.schema}."{table}" WHERE "{column}" LIKE %s)', [f"%{CANARY}%"]
        ).fetchone()[0]
    }


def columns_that_cannot() -> set[str]:
    """Those that hold digits, or one of a few words of their own."""
    return (
        OTHER_SIGNS
        | NAMES_AND_TYPES
        | {
            f"{model._meta.db_table}.{column.column}"
            for config in apps.get_app_configs()
            if config.name in settings.TENANT_APPS
            for model in config.get_models()
            for column in model._meta.concrete_fields
            if column.choices
        }
    )
