"""The cached person of the plain peer."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class CachedPerson:
    id: UUID
    name: str
    auth_hash: str


def key(person_id: UUID) -> str:
    return f"plain:person:{person_id}"
