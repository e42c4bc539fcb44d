"""What the account API answers and takes."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal
from uuid import UUID


@dataclass(frozen=True, slots=True)
class RoleLabel:
    """What a store calls a role of its own; those that ship are named by the interface."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class PersonCard:
    """`phone` is E.164. Shown to the person, and to whoever manages the people of their place."""

    id: UUID
    name: str
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class OwnDetails:
    id: UUID
    name: str
    email: str | None
    phone: str | None
    language: str
    # The guided tours that were taken or declined: "store", "hq".
    tours_seen: list[str]


@dataclass(frozen=True, slots=True)
class StoreEntry:
    """`role` is the strongest held there; of the group where none is held in the store itself."""

    id: UUID
    slug: str
    name: str
    pack: str
    status: str
    role: str
    role_label: RoleLabel | None = None


@dataclass(frozen=True, slots=True)
class GroupEntry:
    """`role` is None for whoever only belongs to single stores. `stores` are those the person may enter."""

    id: UUID
    slug: str
    name: str
    role: str | None
    stores: list[StoreEntry]


@dataclass(frozen=True, slots=True)
class Me:
    person: OwnDetails
    groups: list[GroupEntry]


@dataclass(frozen=True, slots=True)
class NewGroup:
    group_slug: str
    store_slug: str


@dataclass(frozen=True, slots=True)
class StoreCard:
    id: UUID
    slug: str
    name: str
    pack: str
    status: str


@dataclass(frozen=True, slots=True)
class MemberPlace:
    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Member:
    """`store` is None at the head of the group. `removable`: whether the asker may end this membership."""

    membership_id: UUID
    person: PersonCard
    store: MemberPlace | None
    role: str
    since: dt.datetime
    removable: bool
    role_label: RoleLabel | None = None


@dataclass(frozen=True, slots=True)
class OpenInvitation:
    id: UUID
    email: str | None
    name: str
    store: MemberPlace | None
    role: str
    inviter_name: str
    created_at: dt.datetime
    expires_at: dt.datetime
    role_label: RoleLabel | None = None


@dataclass(frozen=True, slots=True)
class People:
    members: list[Member]
    invitations: list[OpenInvitation]


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """`link` is told once: only the hash of its token is kept."""

    id: UUID
    link: str
    expires_at: dt.datetime


@dataclass(frozen=True, slots=True)
class InvitationCard:
    group_name: str
    store_name: str | None
    role: str
    email: str | None
    inviter_name: str
    expires_at: dt.datetime
    role_label: RoleLabel | None = None


@dataclass(frozen=True, slots=True)
class Accepted:
    group_slug: str
    store_slug: str | None


@dataclass(frozen=True, slots=True)
class RoleCard:
    key: str
    level: Literal["group", "store"]
    packs: list[str]


@dataclass(frozen=True, slots=True)
class StoreRole:
    """A role that people of one store can be given. `label`: of the store's own."""

    key: str
    label: RoleLabel | None


@dataclass(frozen=True, slots=True)
class SentMessage:
    id: UUID
    channel: str
    to: str
    subject: str
    body: str
    links: list[str]
    sent_at: dt.datetime
