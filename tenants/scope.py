"""What a transaction may see: one schema and one role. Values only; nothing here talks to a database."""

import re
from dataclasses import dataclass

IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]{0,62}\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """A schema (None: public alone) and the role that the transaction takes on. Both are bare identifiers."""

    schema: str | None
    role: str

    def __post_init__(self) -> None:
        for name in (self.schema, self.role):
            if name is not None and not IDENTIFIER.match(name):
                raise ValueError(f"not a bare identifier: {name!r}")

    @property
    def begin(self) -> str:
        """The statements that open the transaction, sent in one round trip."""
        path = "public" if self.schema is None else f"{self.schema}, public"
        return f"BEGIN; SET LOCAL search_path = {path}; SET LOCAL ROLE {self.role}"
