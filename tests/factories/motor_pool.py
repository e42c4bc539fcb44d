"""A small world of every kind of value, for expressions: garages, their cars, the cars' jobs. Tables of no store."""

import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.apps.registry import Apps
from django.contrib.postgres.fields import ArrayField
from django.db import connections, models, transaction
from django.db.models import F, QuerySet

from chezhan.expressions import Collection, FieldRef, Kind

APPS = Apps()
STATES = ("", "new", "used", "废旧")


class Thing(models.Model):
    """`secret` is no schema's: nobody may find it out."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    secret = models.TextField(default="")

    class Meta:
        abstract = True
        apps = APPS
        app_label = "motor_pool"


class Garage(Thing):
    name = models.TextField(default="")
    rating = models.DecimalField(max_digits=14, decimal_places=2, null=True)
    opened_on = models.DateField(null=True)


class Car(Thing):
    garage = models.ForeignKey(Garage, models.CASCADE, null=True, related_name="cars")
    name = models.TextField(default="")
    plate = models.CharField(max_length=80, null=True)
    mileage = models.IntegerField(null=True)
    price = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    sold = models.BooleanField(null=True)
    bought_on = models.DateField(null=True)
    seen_at = models.DateTimeField(null=True)
    state = models.CharField(max_length=12, default="")
    tags = ArrayField(models.TextField(), null=True)
    owner = models.UUIDField(null=True)


class Job(Thing):
    car = models.ForeignKey(Car, models.CASCADE, related_name="jobs")
    title = models.TextField(null=True)
    cost = models.DecimalField(max_digits=20, decimal_places=4, null=True)
    paid = models.BooleanField(null=True)
    done_on = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)


KINDS: dict[type[Thing], dict[str, Kind]] = {
    Garage: {"name": Kind.TEXT, "rating": Kind.NUMBER, "opened_on": Kind.DATE},
    Car: {
        "name": Kind.TEXT,
        "plate": Kind.TEXT,
        "mileage": Kind.NUMBER,
        "price": Kind.NUMBER,
        "sold": Kind.BOOLEAN,
        "bought_on": Kind.DATE,
        "seen_at": Kind.DATETIME,
        "state": Kind.CHOICE,
        "tags": Kind.LIST,
        "owner": Kind.ID,
    },
    Job: {
        "title": Kind.TEXT,
        "cost": Kind.NUMBER,
        "paid": Kind.BOOLEAN,
        "done_on": Kind.DATE,
        "ended_at": Kind.DATETIME,
    },
}
RELATIONS: dict[type[Thing], dict[str, type[Thing]]] = {Car: {"garage": Garage}, Job: {"car": Car}, Garage: {}}
# name: the rows' model, the way back, the date by which periods count
COLLECTIONS: dict[type[Thing], dict[str, tuple[type[Thing], str, str]]] = {
    Car: {"jobs": (Job, "car", "done_on")},
    Garage: {"cars": (Car, "garage", "")},
    Job: {},
}


@dataclass(frozen=True)
class PoolSchema:
    """Every column of the models but their ids. `prefix`: the ORM path from the root.

    `instead`: fields that are given otherwise.
    """

    model: type[Thing] = Car
    prefix: str = ""
    instead: Mapping[str, FieldRef] = field(default_factory=dict, hash=False)

    def field(self, name: str) -> FieldRef | None:
        kind = KINDS[self.model].get(name)
        if kind is None:
            return None
        if name in self.instead:
            return self.instead[name]
        options = frozenset(STATES) if kind is Kind.CHOICE else None
        return FieldRef(name=name, kind=kind, expression=F(self.prefix + name), options=options)

    def relation(self, name: str) -> "PoolSchema | None":
        target = RELATIONS[self.model].get(name)
        return PoolSchema(target, f"{self.prefix}{name}__") if target else None

    def collection(self, name: str) -> Collection | None:
        found = COLLECTIONS[self.model].get(name)
        if found is None:
            return None
        model, link, dated = found
        return Collection(
            schema=PoolSchema(model), rows=lambda: rows_of(model), link=link, anchor=f"{self.prefix}pk", dated=dated
        )


def rows_of(model: type[Thing]) -> QuerySet:
    return model._base_manager.using("owner")


@contextmanager
def pool_tables() -> Iterator[None]:
    """The tables exist inside, and nothing of them after."""
    with transaction.atomic(using="owner"):
        with connections["owner"].schema_editor() as editor:
            for model in KINDS:
                editor.create_model(model)
        yield
        transaction.set_rollback(True, using="owner")


class Recorded(Mapping):
    """A thing as the interpreter takes it: relations are records, collections are lists of them."""

    def __init__(self, thing: Thing) -> None:
        self.thing, self.model = thing, type(thing)

    def __getitem__(self, name: str) -> Any:
        value = getattr(self.thing, name)
        if name in COLLECTIONS[self.model]:
            return [Recorded(one) for one in value.all()]
        return Recorded(value) if isinstance(value, Thing) else value

    def __iter__(self) -> Iterator[str]:
        return iter((*KINDS[self.model], *RELATIONS[self.model], *COLLECTIONS[self.model]))

    def __len__(self) -> int:
        return len(list(iter(self)))
