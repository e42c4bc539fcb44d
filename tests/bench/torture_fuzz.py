"""Does anything that can be sent break the API, or make it answer what it does not describe?
`python -m tests.bench.torture_fuzz`, SIZE, MUTATE, PART.

Every operation of the API's description and of a store's own, asked by an owner in a store that is filled: values as
described and values that are not (schemathesis), most with real ids and names in the address, bodies that are no JSON,
and such that are nearly right. No answer may be a server's error, and each must be as the description says.
"""

import random
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.harness import finish, is_mutated, own_database, part, pick, say, set_up

set_up("fuzz")

from django.conf import settings  # noqa: E402
from django.core.wsgi import get_wsgi_application  # noqa: E402
from django.http.request import RawPostDataException  # noqa: E402
from django.test import Client  # noqa: E402
from ninja.errors import HttpError, ValidationError  # noqa: E402

from chezhan.catalogue.openapi.document import describe_api  # noqa: E402
from chezhan.config.api import api  # noqa: E402
from tenants.context import public_context, tenant_context  # noqa: E402
from tests.bench.fuzz.asking import Fuzzer, operations_of  # noqa: E402
from tests.bench.fuzz.near import asks_for_body, near_bodies, near_queries  # noqa: E402
from tests.bench.tenancy.canaries import Belongings  # noqa: E402
from tests.bench.tenancy.cases import Names  # noqa: E402
from tests.bench.tenancy.trying import BACKEND, against_b  # noqa: E402
from tests.factories.cast import Cast  # noqa: E402

N = pick(small=300, full=10_000)
CSRF = "0123456789abcdefghijklmnopqrstuv"
# It ends what the rest needs: asked last.
LAST = ("DELETE", "/retire", "/erase", "/memberships", "/stores/{store}")


def main() -> None:
    say(__doc__.strip())
    with (
        own_database("fuzz") as database,
        tempfile.TemporaryDirectory() as files,
        against_b(database.cast, files=Path(files)) as filled,
    ):
        cast, belongings = database.cast, filled.belongings
        chance = random.Random(11)
        fuzzer = Fuzzer(
            headers={"X-Store": belongings.store, "X-CSRFToken": CSRF},
            real=partial(real_names, belongings, chance),
            chance=chance,
            near=partial(near, belongings, chance),
        )
        if is_mutated():
            # What can't be read is no longer refused in our own words.
            for kind in (HttpError, RawPostDataException, ValidationError):
                del api._exception_handlers[kind]
        application = signed_in(get_wsgi_application(), session=session_of(cast))
        operations = operations_of(api.get_openapi_schema(path_prefix="/api/"), application)
        own = operations_of(document_of(cast), application)
        every = sorted([*operations, *own], key=lambda one: any(part in one.label for part in LAST))
        each = max(2, N // len(every))
        every = part(every)
        say(f"{len(operations)} operations and {len(own)} of the store's own, about {each} cases each …")
        for operation in every:
            fuzzer.ask(operation, cases=each)
        counts = fuzzer.counts
        described = {one.label for one in operations}
        reads = {one.label for one in every if one.method.upper() == "GET"} & described
        silent = sorted(reads - fuzzer.answered)
    for label in silent:
        told = {status: number for (name, status), number in fuzzer.statuses.items() if name == label}
        say(f"SILENT: {label}: {told}")
    say(
        f"{counts['cases']} cases: {counts['server_errors']} server errors, "
        f"{counts['schema_mismatches']} answers not as described; {len(fuzzer.answered)} operations did something."
    )
    finish(
        result={
            "cases": counts["cases"],
            "server_errors": counts["server_errors"],
            "schema_mismatches": counts["schema_mismatches"],
            "n": N,
        },
        bad=counts["server_errors"] + counts["schema_mismatches"],
        controls={"nearly every reading operation answered well": len(silent) <= len(reads) // 5},
    )


def real_names(belongings: Belongings, chance: random.Random, parameters: Iterable[str]) -> dict[str, str]:
    """A record's id goes with its kind."""
    names, found = Names(belongings, real=True, chance=chance), {}
    for parameter in parameters:
        with suppress(KeyError):
            found[parameter] = names[names.entity if parameter == "id" else parameter]
    return found


def near(belongings: Belongings, chance: random.Random, operation: str) -> Iterator[dict[str, Any]]:
    names = Names(belongings, real=True, chance=chance)
    yield from (near_bodies if asks_for_body(operation) else near_queries)(operation, names=names, chance=chance)


def signed_in(application: Callable, *, session: str) -> Callable:
    """As a browser asks: whoever draws the requests keeps no cookies for an address like this."""

    def ask(environ: dict, start_response: Callable) -> Iterable[bytes]:
        cookies = f"{settings.SESSION_COOKIE_NAME}={session}; {settings.CSRF_COOKIE_NAME}={CSRF}"
        return application(environ | {"HTTP_HOST": "127.0.0.1", "HTTP_COOKIE": cookies}, start_response)

    return ask


def session_of(cast: Cast) -> str:
    client = Client(SERVER_NAME="127.0.0.1")
    with public_context():
        client.force_login(cast.people["rival_owner"], backend=BACKEND)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def document_of(cast: Cast) -> dict:
    actor = cast.actor("rival_owner", store="rival")
    with tenant_context(actor.in_store):
        return describe_api(actor=actor)


if __name__ == "__main__":
    main()
