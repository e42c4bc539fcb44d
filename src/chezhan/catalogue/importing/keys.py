"""By which a row of a file and a record are the same: found with one statement for a chunk of rows."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db.models import BinaryField, BooleanField, Func, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.db.models.lookups import Exact

from chezhan.access import Actor
from chezhan.catalogue.importing.converting import Fault, cleaned
from chezhan.catalogue.importing.targets import Target
from chezhan.catalogue.records.duplicates.likeness import heard_as
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.sealing import indexer

Key = tuple[Any, ...]
Found = Mapping[Key, list[UUID]]


class Marks(dict[Any, Any]):
    """Values of one target, as they were understood → what they are compared by; a Fault for what its type refuses,
    None for nothing. While this transaction is open.
    """

    def __init__(self, target: Target) -> None:
        super().__init__({None: None})
        self.field, self.mark = target.field, _marker(target.sight)

    def __missing__(self, value: Any) -> Any:
        clean = cleaned(self.field, value)
        self[value] = mark = clean if clean is None or isinstance(clean, Fault) else self.mark(clean)
        return mark


def _marker(sight: Sight | None) -> Callable[[Any], Any]:
    if sight is None:
        return lambda _: None
    return indexer(type_name=sight.field.type.name) if sight.sealed else lambda value: value


def find_records(*, actor: Actor, view: View, by: Sequence[Target], keys: Sequence[Key]) -> Found:
    """Records of the view's kind that the actor sees and whose values are whole those of a key; masked ones too."""
    wanted = [key for key in dict.fromkeys(keys) if None not in key]
    if not wanted:
        return {}
    sights = [target.sight for target in by if target.sight is not None]
    rows = view.seen()
    for index, sight in enumerate(sights):
        values = list({key[index] for key in wanted})
        column = index_in(sight.column) if sight.sealed else sight.value
        rows = rows.filter(sight.met.only(_is_any(column, values, sight)))
    shown = [index_in(sight.column) if sight.sealed else sight.value for sight in sights]
    named = {f"k{index}": column for index, column in enumerate(shown)}
    found: dict[Key, list[UUID]] = defaultdict(list)
    known = set(wanted)
    for record_id, *values in select_as(
        rows.order_by("created_at", "id").values_list("id", *named.values()), person_id=actor.person_id
    ):
        key = tuple(bytes(value) if isinstance(value, memoryview) else value for value in values)
        if key in known:
            found[key].append(record_id)
    return found


def find_alike_names(
    *, actor: Actor, view: View, by: Sequence[Target], name: Target, asked: Sequence[tuple[Key, str]]
) -> Mapping[Key, list[tuple[UUID, str]]]:
    """Key → records with it whose name is perhaps like one of those asked for with it: written or heard so. Where the
    actor reads the name.
    """
    sights = [target.sight for target in by if target.sight is not None]
    named = name.sight
    if not asked or named is None or named.read.q is None:
        return {}
    rows = view.seen().filter(named.read.only(_is_called({text for _, text in asked}, named)))
    shown = [index_in(sight.column) if sight.sealed else sight.value for sight in sights]
    for index, sight in enumerate(sights):
        rows = rows.filter(sight.met.only(_is_any(shown[index], list({key[index] for key, _ in asked}), sight)))
    columns = {f"k{index}": column for index, column in enumerate(shown)}
    found: dict[Key, list[tuple[UUID, str]]] = defaultdict(list)
    for record_id, text, *values in select_as(
        rows.order_by("created_at", "id").values_list("id", named.value, *columns.values()), person_id=actor.person_id
    ):
        key = tuple(bytes(value) if isinstance(value, memoryview) else value for value in values)
        found[key].append((record_id, text))
    return found


def _is_called(names: Collection[str], sight: Sight) -> Q:
    written = _is_any(sight.value, sorted(names), sight)
    sounds = sorted({sound for name in names for sound in heard_as(name)})
    if not sounds:
        return written
    spelled = Func(sight.value, function="public.search_pinyin", output_field=TextField())
    asked = Cast(Value(" | ".join(sounds)), _Query())
    heard = Func(spelled, asked, template="(%(expressions)s)", arg_joiner=" @@ ", output_field=BooleanField())
    return written | Q(Exact(heard, Value(True)))


class _Query(TextField):
    def db_type(self, connection: Any) -> str:
        return "tsquery"


def _is_any(column: Any, values: list[Any], sight: Sight) -> Q:
    wanted: Combinable
    if sight.sealed:
        # As one text: a thousand indexes take psycopg as long as PostgreSQL takes to find them.
        text = ",".join(f'"\\\\x{value.hex()}"' for value in values)
        wanted = Cast(Value(f"{{{text}}}"), ArrayField(BinaryField()))
    else:
        wanted = Value(values, output_field=ArrayField(sight.model_field.clone()))
    compared = Func(column, wanted, template="(%(expressions)s))", arg_joiner=" = ANY (", output_field=BooleanField())
    return Q(Exact(compared, Value(True)))
