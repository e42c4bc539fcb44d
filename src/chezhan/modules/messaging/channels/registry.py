"""The providers that there are, by name."""

import datetime as dt
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, ClassVar
from uuid import UUID

from chezhan.modules.messaging.refusals import ReceiptRefused
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Account:
    """A store's account with a provider, opened. `key`: by which it is told apart, for what is remembered of it."""

    config: Mapping[str, Any]
    secrets: Mapping[str, str]
    key: str
    store: StoreRef

    def text(self, name: str) -> str:
        return str(self.config.get(name) or "")

    def secret(self, name: str) -> str:
        return self.secrets.get(name, "")


@dataclass(frozen=True, slots=True)
class Letter:
    """What is to be sent. `params`: (name, value) in the template's order, of providers that keep the words."""

    id: UUID
    address: str
    subject: str
    text: str
    params: Sequence[tuple[str, str]] = ()
    template: str = ""
    sign: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Taken:
    """The provider took it. `parts`: as the provider counts, None where it does not say."""

    provider_id: str = ""
    parts: int | None = None
    cost: Decimal | None = None
    delivered: bool = False


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of a message, by the provider's id or ours; or that somebody (`sender`) wants no more of them."""

    provider_id: str = ""
    message_id: str = ""
    delivered: bool = False
    code: str = ""
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A request of a provider to the address for receipts."""

    method: str
    headers: Mapping[str, str]
    query: Mapping[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Reported:
    receipts: Sequence[Receipt] = ()
    answer: bytes = b""
    content_type: str = "application/json"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that an account needs. `kind`: text, number, choice (of `options`), secret."""

    name: str
    kind: str = "text"
    required: bool = True
    options: tuple[str, ...] = ()
    default: str = ""


class Provider(ABC):
    """`knows_for`: for how long the same message, given again with our id, is sent only once; zero where it takes no
    id. `keeps_words`: templates live at the provider's, and only values are sent.
    """

    name: ClassVar[str]
    channel: ClassVar[str]
    entries: ClassVar[tuple[Entry, ...]] = ()
    knows_for: ClassVar[dt.timedelta] = dt.timedelta()
    keeps_words: ClassVar[bool] = False

    @abstractmethod
    def send(self, *, account: Account, letter: Letter) -> Taken:
        """Raises SendRefused; NotReached and OutboundRefused (nothing was sent), ReplyLost (it may have been)."""

    def read_report(self, *, account: Account, report: Report) -> Reported:
        """Raises ReceiptRefused for what the provider did not say, and from one that tells of nothing."""
        raise ReceiptRefused

    @property
    def reports(self) -> bool:
        return type(self).read_report is not Provider.read_report


@dataclass
class _Known:
    by_name: dict[tuple[str, str], Provider] = field(default_factory=dict)


_known = _Known()


def provides(provider: Provider) -> Provider:
    """Raises ValueError for a name that is taken."""
    key = (provider.channel, provider.name)
    if _known.by_name.setdefault(key, provider) is not provider:
        raise ValueError(f"two providers are called {key}")
    return provider


def provider_of(*, channel: str, name: str) -> Provider | None:
    return _known.by_name.get((channel, name))


def providers() -> list[Provider]:
    return list(_known.by_name.values())
