"""What the layers above bring by a name, each once, when its app is ready."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


class SignedOn(dict[str, T]):
    """By name what was brought. `what`: what they are, in the plural, as it is said of a name that is taken."""

    def __init__(self, what: str) -> None:
        super().__init__()
        self.what = what

    def bring(self, name: str, one: T) -> T:
        """Raises ValueError for a name that is taken."""
        if self.setdefault(name, one) is not one:
            raise ValueError(f"two {self.what} are called {name}")
        return one

    def under(self, name: str) -> Callable[[T], T]:
        """A decorator that brings what it stands on. It raises as bring does."""
        return lambda one: self.bring(name, one)
