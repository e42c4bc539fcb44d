"""What headquarters wants in its group's stores, kept beside the stores: each is brought to it one by one."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from typing import Any
from uuid import UUID

from django.db import transaction

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.refusals import BadLink, FieldNameTaken, UnknownDefinition
from chezhan.catalogue.labels import Label
from chezhan.catalogue.registry import entities
from chezhan.headquarters.design.models import GroupDesign
from tenants.models import Group
from tenants.roles import OWNER


@contextmanager
def wishing(*, group_id: UUID) -> Iterator[None]:
    """A transaction of the owner alias. No store of the group is made beside it: one made later has the wish, one
    made before is there to be asked.
    """
    with transaction.atomic(using=OWNER):
        Group.objects.using(OWNER).select_for_update().get(id=group_id)
        yield


def wanted_of(*, group_id: UUID):
    """In the order in which they came: kinds of record stand before their fields."""
    return GroupDesign.objects.using(OWNER).filter(group_id=group_id).order_by("id")


def find_wanted(*, group_id: UUID, entity: str, name: str = "") -> GroupDesign:
    """Raises UnknownDefinition (404)."""
    found = wanted_of(group_id=group_id).filter(entity=entity, name=name).first()
    if found is None:
        raise UnknownDefinition(params={"entity": entity[:40], "field": name[:40]})
    return found


def want(
    *, actor: Actor, entity: str, name: str, definition: Mapping[str, Any], stores: list[str] | None
) -> GroupDesign:
    """`stores`: ids; None for all, those to come too. Raises FieldNameTaken (409), and for all stores UnknownDefinition
    and BadLink when it hangs on a kind of record that not all of them have.
    """
    group = actor.in_group
    with wishing(group_id=group.id):
        known = wanted_of(group_id=group.id)
        if known.filter(entity=entity, name=name).exists():
            raise FieldNameTaken(params={"name": name or entity})
        if stores is None:
            everywhere = {one.name for one in entities()} | set(
                known.filter(name="", everywhere=True).values_list("entity", flat=True)
            )
            if name and entity not in everywhere:
                raise UnknownDefinition(params={"entity": entity[:40]})
            if (target := definition.get("target")) and target not in everywhere:
                raise BadLink(params={"target": target}, fields={"target": [BadLink.message]})
        made = GroupDesign(
            group_id=group.id,
            entity=entity,
            name=name,
            definition=dict(definition),
            everywhere=stores is None,
            stores=stores or [],
            made_by=actor.person_id,
            made_by_name=actor.person_name[:120],
        )
        made.save(using=OWNER, force_insert=True)
    return made


def rewrite(*, wanted: GroupDesign, definition: Mapping[str, Any]) -> None:
    with wishing(group_id=wanted.group_id):
        wanted.definition = dict(definition)
        wanted.save(using=OWNER, update_fields=["definition"])


def forget(*, wanted: GroupDesign) -> None:
    with wishing(group_id=wanted.group_id):
        wanted.delete(using=OWNER)


def wanted_field(row: GroupDesign) -> FieldDefinition:
    return FieldDefinition(**row.definition)


def wanted_entity(row: GroupDesign) -> EntityDefinition:
    return EntityDefinition(**{name: value for name, value in row.definition.items() if name != "title_label"})


def field_as_json(definition: FieldDefinition) -> dict[str, Any]:
    """Without its place, which is each store's own."""
    return asdict(definition) | {"position": None, "indexed": False, "options": list(definition.options)}


def draft_of(definition: FieldDefinition) -> FieldDraft:
    one = definition
    return FieldDraft(
        label=Label(one.label_zh, one.label_en),
        type=one.type,
        name=one.name,
        options=one.options,
        settings=one.settings,
        target=one.target,
        formula=one.formula,
        sensitivity=one.sensitivity,
        required=one.required,
        unique=one.unique,
        searchable=bool(one.searchable),
        in_list=bool(one.in_list),
        section=one.section,
        help=Label(one.help_zh, one.help_en),
        default=one.default,
    )


def entity_draft_of(row: GroupDesign) -> EntityDraft:
    one, title = wanted_entity(row), row.definition["title_label"]
    return EntityDraft(
        label=Label(one.label_zh, one.label_en),
        plural=Label(one.plural_zh, one.plural_en),
        name=one.name,
        icon=one.icon,
        title=Label(title["zh"], title["en"]),
    )
