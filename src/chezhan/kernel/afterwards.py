"""Answers that are finished when the request's transaction is over: what takes long and needs no database meanwhile."""

from collections.abc import Callable

from django.http import HttpResponse


class Afterwards(HttpResponse):
    """Stands for the answer while the transaction is open; `work` makes it, and may raise AppError.

    What was written stays written whatever becomes of `work`. Such an answer is kept under no key: asked again, it is
    made again.
    """

    def __init__(self, work: Callable[[], HttpResponse]) -> None:
        super().__init__()
        self.work = work

    def finished(self) -> HttpResponse:
        """With the headers that were put on what stood for it."""
        made = self.work()
        for name, value in self.headers.items():
            made.headers.setdefault(name, value)
        return made
