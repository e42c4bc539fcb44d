"""What of a record is compared by a rule, in SQL: equal for equal values, NULL for none."""

from django.db.models import Func, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import NullIf

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.duplicates.rules import Rule
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.where import EVERY


def keys_of_rule(rule: Rule, sights: dict[str, Sight]) -> dict[str, Combinable]:
    """Those of the fields that must be equal."""
    return {f"g{at}": _key(sights[name]) for at, name in enumerate(rule.fields) if name != rule.alike}


def bare_sights(kind: Entity, rule: Rule) -> dict[str, Sight]:
    """The rule's fields as they are, before nobody's eyes: for what is compared with all, and shown to nobody."""
    return {name: Sight(kind.fields[name], kind.model, "", EVERY, EVERY) for name in rule.fields}


def _key(sight: Sight) -> Combinable:
    """Of a sealed value its index, which nobody is told."""
    if sight.sealed:
        return index_in(sight.value)
    plain = Func(sight.compared(), function="public.search_normal", output_field=TextField())
    return NullIf(plain, Value("", output_field=TextField()), output_field=TextField())
