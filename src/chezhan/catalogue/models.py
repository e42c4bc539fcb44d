"""The catalogue's own tables, one set in each store."""

from chezhan.catalogue.definitions.models import CatalogueChange, CatalogueEntity, CatalogueField

__all__ = ["CatalogueChange", "CatalogueEntity", "CatalogueField"]
