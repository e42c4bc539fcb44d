"""What the records hold in a field, counted on the owner alias: for checks before a change of design."""

from django.db.models import Count, F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from chezhan.catalogue.definitions.contracts import Definition
from chezhan.catalogue.graph import models_for
from tenants.roles import OWNER


def filled(*, definition: Definition, entity: str, field: str) -> QuerySet:
    """The records with a value, which stands in `held` as text."""
    rows = models_for(definition)[entity]._base_manager.using(OWNER).annotate(held=Cast(F(field), TextField()))
    return rows.exclude(Q(held=None) | Q(held=""))


def count_empty(*, definition: Definition, entity: str, field: str) -> int:
    every = models_for(definition)[entity]._base_manager.using(OWNER).count()
    return every - filled(definition=definition, entity=entity, field=field).count()


def count_repeated(*, definition: Definition, entity: str, field: str) -> int:
    """How many values more than one record holds."""
    rows = filled(definition=definition, entity=entity, field=field).order_by().values("held")
    return rows.annotate(times=Count("id")).filter(times__gt=1).count()
