from tests.factories.showroom import showroom

__all__ = ["showroom"]
