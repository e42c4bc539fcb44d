"""Entries about how the store is set up, told in parts: policies, roles, teams, ceilings, definitions, tags, and what
layers above add by tell_of.

What a part says of a field of records is told to who may know the field, or may set what is told.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast
from uuid import UUID

from django.db.models import Model

from chezhan.access import Actor, allowed
from chezhan.access.models import AccessCeiling, AccessPolicy, AccessRole, Team, TeamMember
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.audit.queries import AuditFilter, Entry, list_entries
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField
from chezhan.catalogue.records.duplicates.models import DuplicateRule
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.models import Tag
from chezhan.catalogue.records.viewer import Viewer
from chezhan.kernel.errors import AppError


@dataclass(frozen=True, slots=True)
class Setting:
    """`names`: columns, or paths to them, that say what an entry is about; `told`: those of which changes are told."""

    subject: str
    model: type[Model] | None
    names: tuple[str, ...]
    told: tuple[str, ...] = ()


LABELS = ("label_zh", "label_en")
SETTINGS: dict[str, Setting] = {
    "access_policy": Setting("policy", AccessPolicy, ("role", "entity")),
    "access_ceiling": Setting("ceiling", AccessCeiling, ("entity",)),
    "access_role": Setting("role", AccessRole, ("key",), (*LABELS, "retired_at")),
    "access_team": Setting("team", Team, (), ("name",)),
    "access_team_member": Setting("team_member", TeamMember, ("team_id", "person_id")),
    "catalogue_entity": Setting(
        "kind", CatalogueEntity, ("name",), (*LABELS, "plural_zh", "plural_en", "title", "position", "retired_at")
    ),
    "catalogue_field": Setting(
        "field", CatalogueField, ("entity", "name"),
        (*LABELS, "help_zh", "help_en", "section", "type", "options", "settings", "target", "formula", "sensitivity",
         "default", "required", "unique", "indexed", "searchable", "in_list", "position", "retired_at"),
    ),
    "record_tag": Setting("tag", Tag, (), ("name", "color")),
    "duplicate_rule": Setting("duplicate_rule", DuplicateRule, ("entity", "key"), ("fields", "alike", "enabled")),
    "person": Setting("viewing", None, ()),
}  # fmt: skip
# Told to designers alone: they may name fields that others know nothing of.
OF_DESIGNERS = frozenset({"formula", "fields", "alike"})
WHOLE = ("rows", "usual", "personal", "actions", "opened")


def tell_of(table: str, setting: Setting) -> None:
    """Put what a layer above keeps of a store's setting up among what is told. Call when its app is ready."""
    SETTINGS[table] = setting


@dataclass(frozen=True, slots=True)
class Part:
    """`part`: what of it changed; of `field`, where it is about one."""

    part: str
    before: Any
    after: Any
    field: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """`about`: what names the thing: role, entity, name, key, person_id, labels as they are now."""

    subject: str
    about: Mapping[str, Any]
    parts: Sequence[Part]


class Settings:
    """Entries of SETTINGS before one reader. Call in the store's transaction."""

    def __init__(self, *, actor: Actor, viewer: Viewer, entries: Sequence[Entry]) -> None:
        self.viewer = viewer
        self.designs = allowed(actor=actor, permission="catalogue.design")
        self.sets_policies = allowed(actor=actor, permission="policy.write")
        self.about: dict[tuple[str, UUID], dict[str, Any]] = {}
        for table, setting in SETTINGS.items():
            ids = {entry.record_id for entry in entries if entry.entity == table and entry.record_id}
            if ids and setting.model:
                self._name(table, setting, setting.model, ids)
        self.known: dict[str, frozenset[str]] = {}

    def told(self, entry: Entry) -> Told | None:
        """None for what the reader may know nothing of."""
        setting = SETTINGS[entry.entity]
        if setting.subject == "viewing":
            return Told("viewing", {"person_id": str(entry.record_id)}, ())
        about = self.about.get((entry.entity, cast(UUID, entry.record_id)), {})
        if not self._may_know(setting, about):
            return None
        parts = list(self._parts(setting, about, entry))
        if entry.kind == AuditEntry.Kind.UPDATED and not parts:
            return None
        return Told(setting.subject, about, parts)

    def _name(self, table: str, setting: Setting, model: type[Model], ids: set[UUID]) -> None:
        """By what is there now; of what is gone, by the entry that told of its end."""
        shown = (*setting.names, *(name for name in ("name", *LABELS) if name in setting.told))
        for row in model._default_manager.filter(id__in=ids).values("id", *shown):
            self.about[table, row["id"]] = {name.rpartition("__")[2]: _plain(row[name]) for name in shown}
            if own := self.viewer.book.roles.get(str(row.get("role", ""))):
                self.about[table, row["id"]] |= dict(zip(LABELS, own, strict=True))
        gone = ids - {record_id for at, record_id in self.about if at == table}
        for record_id in gone:
            which = AuditFilter(entity=table, record_id=record_id, kinds=(AuditEntry.Kind.DELETED,))
            for entry in list_entries(which=which, limit=1):
                self.about[table, record_id] = {name: entry.changes[name][0] for name in shown if name in entry.changes}

    def _may_know(self, setting: Setting, about: Mapping[str, Any]) -> bool:
        kind = about.get("name" if setting.subject == "kind" else "entity", "")
        if not kind or self.designs or self.sets_policies:
            return True
        try:
            entity = self.viewer.entity(kind)
        except AppError:
            return False
        return setting.subject != "field" or about.get("name") in self._fields(entity.name)

    def _parts(self, setting: Setting, about: Mapping[str, Any], entry: Entry) -> Iterator[Part]:
        if setting.subject in ("policy", "ceiling"):
            before, after = entry.changes.get("policy", (None, None))
            yield from self._of_policy(str(about.get("entity", "")), before or {}, after or {})
            return
        for name in setting.told:
            if name in entry.changes and (name not in OF_DESIGNERS or self.designs):
                before, after = entry.changes[name]
                yield Part(name, before, after)

    def _of_policy(self, entity: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Part]:
        for name in WHOLE:
            old, new = _short(name, before.get(name)), _short(name, after.get(name))
            # A condition is told to have changed, and not what it asks: it may name fields.
            if before.get(name) != after.get(name):
                yield Part(name, old, new)
        old_rights, new_rights = before.get("fields") or {}, after.get("fields") or {}
        for name in sorted({*old_rights, *new_rights}):
            old, new = old_rights.get(name), new_rights.get(name)
            if old != new and (self.sets_policies or name in self._fields(entity)):
                yield Part("field", old, new, field=name)

    def _fields(self, entity: str) -> frozenset[str]:
        """Of a kind of record: those that the reader may know of. Empty for a kind that is closed, or gone."""
        if entity not in self.known:
            try:
                view = View(self.viewer, self.viewer.entity(entity))
                self.known[entity] = frozenset(sight.field.name for sight in view.sights())
            except AppError:
                self.known[entity] = frozenset()
        return self.known[entity]


def _short(name: str, value: Any) -> Any:
    return value.get("reach") if name == "rows" and isinstance(value, dict) else value


def _plain(value: Any) -> Any:
    return str(value) if isinstance(value, UUID) else value
