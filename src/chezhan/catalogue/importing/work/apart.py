"""Which chunks of a file may be written at once, and beside what."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.db.models import UniqueConstraint

from chezhan.catalogue.bulk.following import is_followed
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.preparing import Preparer
from chezhan.catalogue.types import AUTO_NUMBER

Status = RecordImport.Status


def is_apart(preparer: Preparer) -> bool:
    """Whether no row can meet what another chunk writes. All become new records, and those that repeat another by its
    keys are known from the file; nothing is found by name, counted, kept but once or written beside them.
    """
    order, entity = preparer.order, preparer.view.entity
    return (
        order.mode == "insert"
        and order.twins in ("skip", "create")
        and not any(preparer.targets[name].link for name in order.used)
        and not _has_only_one_of_some(entity)
        and not is_followed(entity=entity.name)
    )


def take_turn(job: RecordImport, *, apart: bool) -> None:
    """Of two imports that are written at once neither would see what the other adds: then each is alone."""
    others = RecordImport.objects.filter(status__in=(Status.RUNNING, Status.UNDOING)).exclude(id=job.id)
    wait_for_turn(shared=apart and not others.exists())


def _has_only_one_of_some(entity: Entity) -> bool:
    meta = entity.model._meta
    return (
        any(field.unique or field.type is AUTO_NUMBER for field in entity.fields.values())
        or any(field.unique for field in meta.concrete_fields if not field.primary_key)
        or any(isinstance(one, UniqueConstraint | ExclusionConstraint) for one in meta.constraints)
        or bool(meta.unique_together)
    )
