"""What a customer's sealed phone says."""

from chezhan.catalogue.sealing import opened
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.directory import StoreRef


def phone_here(customer: Customer) -> str:
    """Call within the store's tenant_context()."""
    return opened(purpose="customer.sealed_phone", kept=customer.sealed_phone)


def phone_of(customer: Customer, *, store: StoreRef) -> str:
    with tenant_context(store):
        return phone_here(customer)
