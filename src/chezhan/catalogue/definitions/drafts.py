"""What is asked for a new field or kind of record, checked as far as it can be without the store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pydantic import ValidationError

from chezhan.catalogue.definitions.fields import settings_as_json, settings_of
from chezhan.catalogue.definitions.names import clean_label
from chezhan.catalogue.definitions.refusals import (
    BadDefault,
    BadFormula,
    BadLink,
    BadOptions,
    BadSettings,
    NotForThisType,
    UnknownFieldType,
)
from chezhan.catalogue.entity import Field, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.computing import RESULTS
from chezhan.catalogue.types import FIELD_TYPES, FieldRefused, FieldType
from chezhan.expressions import read_formula

NO_LABEL, TITLE_LABEL = Label("", ""), Label("名称", "Name")
OPTION_LIMIT, VALUE_LIMIT = 500, 60
FORMULA_LIMIT = 4000
# By name, so that a type that is not there yet changes nothing.
LINKING = frozenset({"link"})
OPTIONED = frozenset({"choice", "tags"})
COMPUTED = frozenset({"formula", "rollup"})
NEVER_REQUIRED = COMPUTED | {"auto_number"}
UNIQUE = frozenset(
    {"text", "email", "url", "barcode", "phone", "plate", "vin", "id_card", "tax_no", "integer", "number", "date",
     "datetime", "link", "auto_number"}
)  # fmt: skip
# Of one plain value that means the same in every record; the others are chosen anew each time.
DEFAULTABLE = frozenset(
    {"text", "long_text", "url", "email", "number", "integer", "percent", "money", "rating", "boolean", "date", "time",
     "choice", "tags", "color"}
)  # fmt: skip
SEALABLE = frozenset({"phone", "id_card", "text"})
# What is personal unless the draft says otherwise.
SEALED = frozenset({"phone", "id_card"})
MASKED = frozenset({"plate", "vin", "email", "address", "location", "signature"})


@dataclass(frozen=True)
class FieldDraft:
    """As CatalogueField. `name`: x_…, made of the label when empty. `sensitivity`: by the type when None."""

    label: Label
    type: str
    name: str = ""
    options: Sequence[Mapping[str, Any]] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    target: str = ""
    formula: str = ""
    sensitivity: str | None = None
    required: bool = False
    unique: bool = False
    searchable: bool = False
    in_list: bool = True
    section: str = ""
    help: Label = NO_LABEL
    default: Any = None


@dataclass(frozen=True)
class EntityDraft:
    """As CatalogueEntity. The first field, a text that names the records, comes with it: `title` is its label."""

    label: Label
    plural: Label
    name: str = ""
    icon: str = ""
    title: Label = TITLE_LABEL


def checked_type(draft: FieldDraft) -> FieldType:
    """The type, when all that hangs on it fits. Raises the refusals imported above, by field, and what read_formula
    raises of a text that is no formula.
    """
    kind = FIELD_TYPES.get(draft.type)
    if kind is None:
        raise UnknownFieldType(params={"type": draft.type[:40]}, fields={"type": [UnknownFieldType.message]})
    if (draft.type in LINKING) != bool(draft.target):
        raise BadLink(fields={"target": [BadLink.message]})
    formula = draft.formula.strip()
    if (draft.type in COMPUTED) != bool(formula) or len(formula) > FORMULA_LIMIT:
        raise BadFormula(fields={"formula": [BadFormula.message]})
    if formula:
        read_formula(formula)
        if draft.settings.get("result", "") not in ("", *RESULTS):
            raise BadSettings(fields={"settings": [BadSettings.message]})
    for name, wrong in (
        ("required", draft.required and draft.type in NEVER_REQUIRED),
        ("unique", draft.unique and draft.type not in UNIQUE),
        ("sensitivity", draft.sensitivity == "sealed" and draft.type not in SEALABLE),
        # Neither order nor equality of what is sealed is the database's to see.
        ("unique", draft.unique and sensitivity_of(draft) == "sealed"),
        ("default", draft.default is not None and sensitivity_of(draft) == "sealed"),
        ("default", draft.default is not None and draft.type not in DEFAULTABLE),
    ):
        if wrong:
            raise NotForThisType(params={"type": draft.type}, fields={name: [NotForThisType.message]})
    if draft.default is not None:
        _check_default(kind, draft)
    return kind


def _check_default(kind: FieldType, draft: FieldDraft) -> None:
    """As if somebody had entered it. Raises BadDefault with why it does not fit."""
    options = tuple(
        Option(str(one.get("value") or (one.get("label") or {}).get("zh") or ""), NO_LABEL, bool(one.get("retired")))
        for one in draft.options
    )
    try:
        told = Field(draft.name, draft.label, kind, options=options, settings=settings_of(dict(draft.settings)))
        kind.clean(draft.default, told)
    except FieldRefused as refusal:
        raise BadDefault(params={"code": refusal.code}, fields={"default": [BadDefault.message]}) from refusal
    except (ValidationError, ValueError, TypeError) as error:
        raise BadSettings(fields={"settings": [BadSettings.message]}) from error


def sensitivity_of(draft: FieldDraft) -> str:
    if draft.sensitivity is not None:
        return draft.sensitivity
    return "sealed" if draft.type in SEALED else "masked" if draft.type in MASKED else ""


def checked_settings(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Only members that differ from the type's own. Raises BadSettings."""
    try:
        return settings_as_json(settings_of(dict(settings)))
    except (ValidationError, ValueError, TypeError) as error:
        raise BadSettings(fields={"settings": [BadSettings.message]}) from error


def checked_options(options: Sequence[Mapping[str, Any]], *, type: str) -> list[dict[str, Any]]:
    """[{value, label: {zh, en}, retired}]; a value left out is the label. Raises BadOptions, BadLabel."""
    needed = type == "choice"
    if (options and type not in OPTIONED) or (needed and not options) or len(options) > OPTION_LIMIT:
        raise BadOptions(fields={"options": [BadOptions.message]})
    found: dict[str, dict[str, Any]] = {}
    for option in options:
        given = option.get("label") or {}
        label = clean_label(Label(str(given.get("zh") or ""), str(given.get("en") or "")), field="options")
        value = str(option.get("value") or label.zh).strip()
        if not value or len(value) > VALUE_LIMIT or not value.isprintable() or value in found:
            raise BadOptions(fields={"options": [BadOptions.message]})
        found[value] = {"value": value, "label": label.as_json(), "retired": bool(option.get("retired"))}
    if needed and all(option["retired"] for option in found.values()):
        raise BadOptions(fields={"options": [BadOptions.message]})
    return list(found.values())
