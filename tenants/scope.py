"""What a transaction may see: one schema and one role. Values only; nothing here talks to a database."""

import re
from dataclasses import dataclass, field
from uuid import UUID

IDENTIFIER = re.compile(r"[a-z_][a-z0-9_]{0,62}\Z")
HEX = re.compile(r"[0-9a-f]*\Z")


@dataclass(frozen=True, slots=True)
class Scope:
    """A schema (None: public alone) and the role that the transaction takes on. Both are bare identifiers.

    `acting` says who acts there, see tenants.acting; empty for nobody. The place is the same whoever acts.
    `data_key`: the store's, wrapped.
    """

    schema: str | None
    role: str
    acting: str = field(default="", compare=False)
    store_id: UUID | None = field(default=None, compare=False)
    data_key: bytes | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        for name in (self.schema, self.role):
            if name is not None and not IDENTIFIER.match(name):
                raise ValueError(f"not a bare identifier: {name!r}")
        if not HEX.match(self.acting):
            raise ValueError("who acts is not in hex")

    @property
    def begin(self) -> str:
        """The statements that open the transaction, sent in one round trip."""
        path = "public" if self.schema is None else f"{self.schema}, public"
        acting = f"; SET LOCAL chezhan.acting = '{self.acting}'" if self.acting else ""
        return f"BEGIN; SET LOCAL search_path = {path}; SET LOCAL ROLE {self.role}{acting}"
