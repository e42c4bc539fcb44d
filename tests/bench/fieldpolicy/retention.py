"""Rules by which the twins' records would go: one of each kind, without a condition."""

from uuid import UUID

from chezhan.catalogue.retention.rules.models import RetentionRule


def rule_of(number: int) -> UUID:
    return UUID(f"01a10099-0000-7000-8000-{number:012d}")


def put_retention(*, kinds: dict[str, int]) -> None:
    for name, number in kinds.items():
        RetentionRule.objects.create(
            id=rule_of(number), name=name, entity=name, months=1, does="bin", changed_by=UUID(int=3)
        )
