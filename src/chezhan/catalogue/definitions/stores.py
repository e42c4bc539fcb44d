"""The catalogue of a store, asked for once per revision."""

from chezhan.catalogue.definitions.composing import compose
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.whole import Catalogue, built_in
from chezhan.kernel.latest import Latest
from tenants.context import require_open
from tenants.directory import StoreRef

_stores: Latest[Catalogue] = Latest(500)
_catalogues: Latest[Catalogue] = Latest(50)


def of_store(store: StoreRef) -> Catalogue:
    """What exists in the store; two statements on its open transaction the first time, none afterwards.

    Stores with equal definitions have one catalogue. Raises NoTenant when another transaction is open, or none.
    """
    if not store.revision:
        return built_in()
    key = (store.id, store.revision)
    known = _stores.find(key)
    if known is not None:
        return known
    # Read in another store, it would be kept as this one's.
    require_open(store)
    definition = read_definition()
    return _stores.keep(key, _catalogues.make_once(definition.digest, lambda: compose(definition)))
