"""A contract by its link, and how often it may be asked for."""

from hashlib import sha256

from django.conf import settings

from chezhan.kernel.pace import HOUR, keep_pace
from chezhan.modules.contracts.models import Contract
from chezhan.modules.contracts.refusals import ContractLinkOver, ContractReplaced, ContractVoid, TooManySignings
from tenants.directory import StoreRef
from tenants.links import store_of


def store_named(*, token: str, address: str) -> StoreRef:
    """Raises ContractLinkOver, TooManySignings."""
    name = f"contract-look:{sha256(address.encode()).hexdigest()[:16]}"
    keep_pace(name=name, limit=settings.PUBLIC_LOOKS_PER_MINUTE, refusal=TooManySignings)
    store = store_of(token)
    if store is None:
        raise ContractLinkOver
    return store


def pace_signing(token: str) -> None:
    """Raises TooManySignings."""
    limit = settings.PUBLIC_POSTS_PER_HOUR
    keep_pace(name=f"contract-sign:{token}", limit=limit, window=HOUR, refusal=TooManySignings)


def open_contract(*, token: str) -> Contract:
    """In the store's transaction. Raises ContractLinkOver, ContractReplaced, ContractVoid."""
    rows = Contract.objects.select_related("order", "source")
    found = rows.filter(token=token, source__document__isnull=False).first()
    if found is None or not found.paper:
        raise ContractLinkOver
    if found.status == Contract.Status.REPLACED:
        raise ContractReplaced
    if found.status == Contract.Status.VOID:
        raise ContractVoid
    return found
