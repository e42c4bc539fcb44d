from tests.integration.catalogue.records.around.conftest import ask, make, set_policy, showroom

__all__ = ["ask", "make", "set_policy", "showroom"]
