"""`chezhan demo`: a dealer group to show, every person in it invented."""

import secrets
import sys
import time

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from chezhan.config.demo.cast import PASSWORD
from chezhan.config.demo.history import generate_group
from chezhan.config.demo.intake import records_in
from chezhan.config.demo.loading import load_group
from chezhan.config.demo.logins import logins_table
from chezhan.config.demo.records import StoreHistory
from chezhan.config.demo.standing import find_standing
from chezhan.config.demo.story import GROUP_NAME
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

PIPE_WIDTH = 140


class Command(BaseCommand):
    help = "Load the demo group unless it is there; a half-made one is made anew."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="drop the demo group, and only it, and load it anew")
        parser.add_argument("--if-empty", action="store_true", help="load nothing where other groups live already")
        parser.add_argument("--logins", action="store_true", help="print who can sign in; alone, it loads nothing")
        parser.add_argument("--yes-really", action="store_true", help="go on although this is not a development place")
        parser.add_argument("--scale", type=float, default=1.0, help="1.0 is life-size; 0.1 has a tenth of the cars")

    def handle(self, *args, **options):
        if not (settings.DEV_OUTBOX or options["yes_really"]):
            raise CommandError(
                "This is no development place (CHEZHAN_DEV_OUTBOX is off): the demo group does not belong among real "
                "ones. With --yes-really it is loaded all the same, with a password that is shown once."
            )
        if options["scale"] <= 0:
            raise CommandError("--scale is a number above 0; 1.0 is life-size.")
        self.console = Console(file=options.get("stdout") or sys.stdout, highlight=False)
        if not self.console.is_terminal:
            self.console.width = PIPE_WIDTH
        self.password = PASSWORD if settings.DEV_OUTBOX else secrets.token_urlsafe(12)
        only_print = options["logins"] and not (options["rebuild"] or options["if_empty"])
        loaded = not only_print and self._load(options)
        if options["logins"] or (loaded and not settings.DEV_OUTBOX):
            self._print_logins(loaded=loaded)

    def _load(self, options) -> bool:
        """Answers whether anything was loaded."""
        standing = find_standing()
        if standing.whole and not options["rebuild"]:
            self.console.print(f"{GROUP_NAME} is there already; --rebuild makes it anew.")
            return False
        if options["if_empty"] and standing.others and not standing.groups:
            self.console.print("Other groups live here; no demo group is added.")
            return False
        began = time.monotonic()
        self.console.print(f"Inventing {GROUP_NAME} and its last two years, then loading it store by store:")
        histories = list(generate_group(today=clock.today(), scale=options["scale"]))
        try:
            self._load_with_progress(histories)
        except AppError as error:
            raise CommandError(error.message) from error
        customers, vehicles, orders = (
            sum(len(getattr(history, kind)) for history in histories) for kind in ("customers", "vehicles", "orders")
        )
        self.console.print(
            f"{GROUP_NAME}: {len(histories)} stores, {customers:,} customers, {vehicles:,} vehicles, "
            f"{orders:,} orders in {time.monotonic() - began:.1f} s."
        )
        return True

    def _load_with_progress(self, histories: list[StoreHistory]) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=self.console, transient=True) as progress:
            task = progress.add_task("", total=sum(records_in(history) for history in histories))

            def tell(store: str, count: int) -> None:
                if not count:
                    self.console.print(f"  {store}")
                progress.update(task, description=store, advance=count)

            load_group(histories=histories, password=self.password, now=clock.now(), tell=tell)

    def _print_logins(self, *, loaded: bool) -> None:
        if not find_standing().whole:
            self.console.print("There is no demo group here; `chezhan demo` loads it.")
            return
        shown = self.password if loaded or settings.DEV_OUTBOX else "(shown once, when it was loaded)"
        self.console.print(logins_table(password=shown))
