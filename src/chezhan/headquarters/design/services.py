"""One field or kind of record in many stores: first the wish is kept, then store by store is brought to it.

Whoever shows how far it is asks for it `later` and spreads it store by store. Call with no scope open.
"""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.designing import reading_design
from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.formulas.checking import check_formulas
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField
from chezhan.catalogue.definitions.names import clean_label, name_for
from chezhan.catalogue.definitions.reading import FIELD_MEMBERS, entity_of, field_of, read_definition
from chezhan.catalogue.definitions.refusals import RetiredField, UnknownDefinition
from chezhan.catalogue.definitions.services.add_field import field_row, names_in_use
from chezhan.catalogue.definitions.services.change_field import OF_ADDED, OF_SHIPPED, apply_changes
from chezhan.catalogue.definitions.services.entities import entity_row
from chezhan.catalogue.registry import entities
from chezhan.headquarters.comparison.visits import chosen_stores
from chezhan.headquarters.design import wanted as wishes
from chezhan.headquarters.design.models import GroupDesign
from chezhan.headquarters.design.spreading import HQ, NOTHING, Agreed, Outcome, spread
from tenants.directory import StoreRef
from tenants.roles import OWNER

Slugs = Sequence[str] | None


@dataclass(frozen=True, slots=True)
class Made:
    """`name`: what was made is called so in every store."""

    name: str
    stores: list[Outcome]


def add_field_in(*, actor: Actor, stores: Slugs, entity: str, draft: FieldDraft, later: bool = False) -> Made:
    """`stores`: slugs; None for all that are open, and all to come. One name in all of them, free in each when none is
    asked for.

    Raises Forbidden, NotFound (a slug that is not the group's), what a draft alone is refused for, FieldNameTaken, and
    of a formula what the first of the stores refuses it for.
    """
    chosen = _stores(actor, stores)
    name = draft.name or _free_name(actor, chosen, clean_label(draft.label), entity=entity)
    row = field_row(entity=entity, draft=replace(draft, name=name), taken=(), origin=HQ)
    field = field_of(row)
    _check_formula(chosen, field)
    made = wishes.want(
        actor=actor, entity=entity, name=name, definition=wishes.field_as_json(field), stores=_ids(chosen, stores)
    )
    return Made(name, _spread(actor, made, chosen, stores, later=later))


def add_entity_in(*, actor: Actor, stores: Slugs, draft: EntityDraft, later: bool = False) -> Made:
    """As add_field_in."""
    chosen = _stores(actor, stores)
    name = draft.name or _free_name(actor, chosen, clean_label(draft.label))
    row = entity_row(draft=replace(draft, name=name), taken=(), origin=HQ)
    title = clean_label(draft.title, field="title")
    definition = asdict(entity_of(row)) | {"title_label": title.as_json()}
    made = wishes.want(actor=actor, entity=name, name="", definition=definition, stores=_ids(chosen, stores))
    return Made(name, _spread(actor, made, chosen, stores, later=later))


def change_field_in(
    *,
    actor: Actor,
    stores: Slugs,
    entity: str,
    name: str,
    changes: Mapping[str, Any],
    accept_empty: bool = False,
    later: bool = False,
) -> list[Outcome]:
    """See change_field. `stores`: None changes what is wanted wherever it is; slugs, those stores alone, which then
    differ. Raises as add_field_in, UnknownDefinition, RetiredField.
    """
    chosen, agreed = _stores(actor, stores), Agreed(accept_empty=accept_empty)
    row = _wanted_or_shipped(actor, entity, name)
    was = wishes.wanted_field(row)
    if was.retired:
        raise RetiredField(params={"field": name})
    if not set(changes) <= (OF_ADDED if was.type else OF_SHIPPED):
        raise UnknownDefinition(params={"entity": entity[:40], "field": name[:40]})
    kept = CatalogueField(**{member: getattr(was, member) for member in FIELD_MEMBERS})
    apply_changes(kept, changes, origin=HQ)
    field = field_of(kept)
    if "formula" in changes or "settings" in changes:
        _check_formula(chosen, field)
    row.definition = wishes.field_as_json(field)
    if stores is None:
        _keep(row)
        chosen = _where_wanted(row, chosen)
    return [] if later and stores is None else spread(actor=actor, wanted=row, stores=chosen, agreed=agreed)


def change_entity_in(*, actor: Actor, name: str, changes: Mapping[str, Any], later: bool = False) -> list[Outcome]:
    """`changes`: label, plural, icon; wherever the kind of record is wanted. Raises as change_field_in."""
    chosen = _stores(actor, None)
    row = wishes.find_wanted(group_id=actor.in_group.id, entity=name)
    members = dict(row.definition)
    for member in ("label", "plural"):
        if member in changes:
            label = clean_label(changes[member], field=member)
            members |= {f"{member}_zh": label.zh, f"{member}_en": label.en}
    if "icon" in changes:
        members["icon"] = changes["icon"]
    row.definition = members
    _keep(row)
    return [] if later else spread(actor=actor, wanted=row, stores=_where_wanted(row, chosen))


def set_retired_in(
    *,
    actor: Actor,
    stores: Slugs,
    entity: str,
    name: str,
    retired: bool,
    agreed: Agreed = NOTHING,
    later: bool = False,
) -> list[Outcome]:
    """Take it out of sight, or bring it back; `name`: of a field, empty for the kind of record. `stores` as in
    change_field_in. What no store has is forgotten when it is retired. Raises as change_field_in.
    """
    chosen = _stores(actor, stores)
    row = _wanted_or_shipped(actor, entity, name) if name else wishes.find_wanted(group_id=_group(actor), entity=entity)
    row.definition = row.definition | {"retired": retired}
    if stores is None:
        chosen = _where_wanted(row, chosen)
        if retired and _has_none(chosen, row):
            wishes.forget(wanted=row)
            return []
        _keep(row)
    return [] if later and stores is None else spread(actor=actor, wanted=row, stores=chosen, agreed=agreed)


def spread_in(*, actor: Actor, stores: Slugs, entity: str, name: str, agreed: Agreed = NOTHING) -> list[Outcome]:
    """Bring stores to what is wanted, once more where they refused it. `stores`: None for all where it is wanted."""
    chosen = _stores(actor, stores)
    row = wishes.find_wanted(group_id=_group(actor), entity=entity, name=name)
    where = _where_wanted(row, chosen) if stores is None else chosen
    return spread(actor=actor, wanted=row, stores=where, agreed=agreed)


def _group(actor: Actor):
    return actor.in_group.id


def _stores(actor: Actor, slugs: Slugs) -> list[StoreRef]:
    require(actor=actor, permission="catalogue.design")
    return [] if slugs is not None and not slugs else chosen_stores(actor=actor, slugs=tuple(slugs or ()))


def _ids(chosen: Sequence[StoreRef], slugs: Slugs) -> list[str] | None:
    return None if slugs is None else [str(store.id) for store in chosen]


def _spread(actor: Actor, made: GroupDesign, chosen: list[StoreRef], slugs: Slugs, *, later: bool) -> list[Outcome]:
    """The stores are asked for anew when it is for all: one may have been made meanwhile. What every store refuses is
    not wanted any more.
    """
    if later:
        return []
    outcomes = spread(actor=actor, wanted=made, stores=_stores(actor, None) if slugs is None else chosen)
    if outcomes and all(one.code for one in outcomes):
        wishes.forget(wanted=made)
    return outcomes


def _where_wanted(row: GroupDesign, stores: list[StoreRef]) -> list[StoreRef]:
    return stores if row.everywhere else [store for store in stores if str(store.id) in row.stores]


def _keep(row: GroupDesign) -> None:
    if row._state.adding:
        with wishes.wishing(group_id=row.group_id):
            row.save(using=OWNER, force_insert=True)
    else:
        wishes.rewrite(wanted=row, definition=row.definition)


def _wanted_or_shipped(actor: Actor, entity: str, name: str) -> GroupDesign:
    """A field that ships is changed in all stores. Raises UnknownDefinition (404)."""
    try:
        return wishes.find_wanted(group_id=_group(actor), entity=entity, name=name)
    except UnknownDefinition:
        shipped = next((one for one in entities() if one.name == entity), None)
        if shipped is None or name not in {one.name for one in shipped.own_fields}:
            raise
    return GroupDesign(
        group_id=_group(actor),
        entity=entity,
        name=name,
        definition=wishes.field_as_json(FieldDefinition(entity, name, origin=HQ)),
        everywhere=True,
        made_by=actor.person_id,
        made_by_name=actor.person_name[:120],
    )


def _check_formula(stores: Sequence[StoreRef], field: FieldDefinition) -> None:
    """In the first store that has its kind of record, so that whoever writes it is told at once."""
    if not field.formula or not stores:
        return
    with reading_design(store=stores[0]):
        before = read_definition(using=OWNER)
    others = tuple(one for one in before.fields if (one.entity, one.name) != (field.entity, field.name))
    check_formulas(before=replace(before, fields=others), after=replace(before, fields=(*others, field)))


def _has_none(stores: Sequence[StoreRef], row: GroupDesign) -> bool:
    for store in stores:
        with reading_design(store=store):
            fields = CatalogueField.objects.using(OWNER).filter(entity=row.entity, name=row.name, origin=HQ)
            kinds = CatalogueEntity.objects.using(OWNER).filter(name=row.entity, origin=HQ)
            if (fields if row.name else kinds).exists() or not row.definition.get("type", "x"):
                return False
    return True


def _free_name(actor: Actor, stores: Sequence[StoreRef], label: Any, *, entity: str = "") -> str:
    """Of a field of `entity`, or of a kind of record: free in every one of the stores, and wanted nowhere."""
    wanted = wishes.wanted_of(group_id=_group(actor))
    if entity:
        taken = set(wanted.filter(entity=entity).values_list("name", flat=True))
    else:
        taken = set(wanted.values_list("entity", flat=True))
    for store in stores:
        with reading_design(store=store):
            if entity:
                taken |= names_in_use(CatalogueField.objects.using(OWNER).filter(entity=entity))
            else:
                taken |= set(CatalogueEntity.objects.using(OWNER).values_list("name", flat=True))
    return name_for(label, taken=taken)
