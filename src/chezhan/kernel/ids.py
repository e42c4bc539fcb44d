"""Ids: UUIDv7 (RFC 9562), so that they sort by creation and can't be guessed."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_id() -> UUID:
    return uuid7()
