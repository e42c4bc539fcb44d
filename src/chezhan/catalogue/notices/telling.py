"""Tell people something, in the transaction of what happened."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.catalogue.notices.models import Notice
from chezhan.kernel import clock


@dataclass(frozen=True, slots=True)
class News:
    """`key`: the same for what is to be told once, however often it is said."""

    person_id: UUID
    kind: str
    entity: str
    record_id: UUID
    key: str
    by: UUID | None = None


def tell(news: Sequence[News]) -> None:
    """One statement. Nobody is told of what they did themselves."""
    now = clock.now()
    Notice.objects.bulk_create(
        (
            Notice(
                person_id=one.person_id,
                kind=one.kind,
                entity=one.entity,
                record_id=one.record_id,
                key=one.key,
                by=one.by,
                at=now,
            )
            for one in news
            if one.person_id != one.by
        ),
        ignore_conflicts=True,
    )
