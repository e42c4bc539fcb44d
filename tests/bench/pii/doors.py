"""Every way in that people have, tried with what was planted; and what goes wrong on the way."""

import csv
import itertools
import json
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import structlog
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from chezhan.catalogue import api as catalogue_api
from chezhan.config.celery import app
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.work.driving import drive
from chezhan.modules.parties.models import Customer
from tenants.celery import GroupTask
from tenants.context import public_context
from tests.bench.pii.planting import ID_CARD, PHONE, PLATE, VIN, Planted
from tests.factories.cast import Cast

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
AUTH = "/_allauth/browser/v1/auth"
HEADER = ["Number", "Date", "Price", "Store", "Customer Name", "Phone", "Plate", "VIN", "ID card"]
log = structlog.get_logger("chezhan.torture")


def swallow(*, to: str, body: str) -> None:
    """Stands for the gateway that sends text messages: what it is given leaves the house on purpose."""


@app.task(base=GroupTask, name="torture.fail")
def fail(text: str) -> None:
    raise RuntimeError(f"cannot call {text}")


class Doors:
    """`counts`: door → how often it was tried."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.counts = cast, Counter[str]()
        self.addresses = (f"10.{a}.{b}.{c}" for a, b, c in itertools.product(range(256), range(256), range(1, 255)))
        self.turn = 0
        self.manager = self._signed_in("manager", store="north")
        self.owner = self._signed_in("owner")
        self.advisor = self._signed_in("advisor", store="north")

    def try_all(self, one: Planted) -> None:
        self.turn += 1
        for door in (self.sign_in, self.sign_up, self.recover, self.search, self.reveal, self.refused, self.astray,
                     self.broken, self.logged):  # fmt: skip
            door(one)
            self.counts[door.__name__] += 1

    def sign_in(self, one: Planted) -> None:
        for who in self._names(one):
            self._stranger().post(
                f"{AUTH}/login", who | {"password": one.plain}, content_type="application/json", **self._from()
            )

    def sign_up(self, one: Planted) -> None:
        for who in self._names(one):
            draft = who | {"password": "a long password 77", "name": "新人"}
            self._stranger().post(f"{AUTH}/signup", draft, content_type="application/json", **self._from())

    def recover(self, one: Planted) -> None:
        for who in self._names(one):
            self._stranger().post(f"{AUTH}/password/request", who, content_type="application/json", **self._from())

    def search(self, one: Planted) -> None:
        entity, field = ("customer", "phone") if one.kind in (PHONE, ID_CARD) else ("vehicle", one.kind)
        place = f"/api/store/records/{entity}"
        self.manager.get(place, {"q": one.forms[self.turn % len(one.forms)]})
        rule = {"field": field, "operator": "=", "value": one.plain}
        self.manager.get(place, {"filter": json.dumps({"combinator": "and", "rules": [rule]})})

    def reveal(self, one: Planted) -> None:
        """A masked phone is shown whole, for a reason that names it; then somebody reads what the audit tells of it."""
        if one.kind != PHONE:
            return
        place = "/api/store/records/customer"
        found = self.manager.get(place, {"q": one.plain, "fields": "name"}).json()["rows"]
        for row in found:
            asked = {"fields": ["phone"], "reason": f"回电 {one.forms[self.turn % len(one.forms)]}"}
            answer = self.advisor.post(f"{place}/{row['id']}/reveal", asked, content_type="application/json")
            self.counts["shown whole"] += one.plain in answer.content.decode()
            self.manager.get("/api/store/audit", {"record_id": row["id"]})

    def refused(self, one: Planted) -> None:
        """What the product turns down, with the value where a name, a number or a kind belongs."""
        place, draft = "/api/store/records/customer", {"name": one.plain, "pack": one.plain, "store_name": one.plain}
        rules = [{"field": one.plain, "operator": one.plain, "value": one.plain}]
        queries = ({"sort": one.plain}, {"cursor": one.plain}, {"limit": one.plain}, {"filter": one.plain},
                   {"filter": json.dumps({"combinator": "and", "rules": rules})})  # fmt: skip
        self.manager.get(place, queries[self.turn % len(queries)])
        self.owner.post("/api/account/groups", draft, content_type="application/json")
        self.owner.post("/api/account/groups", f'{{"name": "{one.plain}', content_type="application/json")
        self.manager.post(place, {"phone": one.plain, "id_card": one.plain}, content_type="application/json")

    def astray(self, one: Planted) -> None:
        """The value in the address, and in what browsers send along."""
        given = {"headers": {"User-Agent": one.plain.encode().decode("latin-1"), "Referer": f"/c?q={one.plain}"}}
        paths = (
            f"/api/store/records/customer/{one.plain}",
            f"/s/{one.plain}/customers",
            f"/invite/{one.plain}",
            f"/api/account/invitations/{one.plain}",
            f"/api/hq/{one.plain}/imports",
            f"/{one.plain}",
        )
        for path in (paths[self.turn % len(paths)], paths[(self.turn + 3) % len(paths)]):
            self.manager.get(path, {"from": one.plain}, **given)
        self.manager.get("/api/store/home", headers={"X-Store": one.plain.encode().decode("latin-1")})

    def broken(self, one: Planted) -> None:
        """Errors that nobody foresaw, with the value in their text, in a variable, and quoted by PostgreSQL."""

        def in_text(**given: object) -> None:
            raise RuntimeError(f"no customer with {one.plain}")

        def in_chain(**given: object) -> None:
            try:
                int(f"[{one.plain}]")
            except ValueError as error:
                raise LookupError(one.forms[-1]) from error

        def in_row(**given: object) -> None:
            Customer.objects.create(name="", phone=one.plain, city=one.plain)

        def in_type(**given: object) -> None:
            with connection.cursor() as cursor:
                cursor.execute("SELECT %s::date", [one.plain])

        wrongs = (in_text, in_chain, in_row, in_type)
        # every kind meets every error: kinds take turns by four as errors do
        with patch.object(catalogue_api, "read_home", wrongs[(self.turn + self.turn // 4) % len(wrongs)]):
            answer = self.manager.get("/api/store/home", {"q": one.plain})
        self.counts["answers of 500"] += answer.status_code == 500
        fail.apply(args=[one.plain])

    def logged(self, one: Planted) -> None:
        """What a careless line of ours would say."""
        log.warning("customer_called", phone=one.plain, note=f"问了{one.plain}的车", rows=[{"value": one.forms[-1]}])
        logging.getLogger("chezhan.torture").warning("no such customer: %s, %r", one.plain, {"given": one.forms[-1]})

    def bring_in(self, planted: list[Planted], *, folder: Path) -> ImportJob:
        """A file with all of them: half of its rows go in, half are refused; then the screens that show it."""
        columns = {PHONE: "Phone", PLATE: "Plate", VIN: "VIN", ID_CARD: "ID card"}
        path = folder / "planted.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, HEADER)
            writer.writeheader()
            for number, one in enumerate(planted):
                good = {"Number": f"P-{number}", "Date": "2024-03-05", "Price": "100000", "Customer Name": "张三"}
                row = {name: "" for name in HEADER} | good | {"Store": self.cast.stores["north"].name}
                writer.writerow(row | {columns[one.kind]: one.plain})
                writer.writerow(row | {"Number": f"Q-{number}", "Date": one.plain, columns[one.kind]: one.forms[-1]})
        base = f"/api/hq/{self.cast.groups['a'].slug}/imports"
        upload = SimpleUploadedFile("planted.csv", path.read_bytes(), content_type="text/csv")
        job_id = self.owner.post(base, {"file": upload}).json()["id"]
        drive(job_id=job_id)
        self.owner.get(f"{base}/{job_id}")
        self.owner.get(f"{base}/{job_id}/issues.csv")
        self.owner.post(
            f"{base}/{job_id}/start", {"create_stores": False, "pack": "dealer"}, content_type="application/json"
        )
        drive(job_id=job_id)
        with public_context():
            return ImportJob.objects.get(id=job_id)

    def shown(self, planted: list[Planted]) -> int:
        """How many of these phones their store's manager finds, in clear."""
        place = "/api/store/records/customer"
        answers = (self.manager.get(place, {"q": one.plain, "fields": "name,phone"}) for one in planted)
        return sum(one.plain in answer.content.decode() for one, answer in zip(planted, answers, strict=True))

    def _names(self, one: Planted) -> Iterator[dict[str, str]]:
        if one.kind == PHONE:
            yield {"phone": f"+86{one.plain}"}
        elif one.plain.isascii():
            yield {"email": f"{one.plain}@example.com"}

    def _stranger(self) -> Client:
        return Client(raise_request_exception=False)

    def _from(self) -> dict[str, str]:
        """Limits count by address: each request has one of its own."""
        return {"REMOTE_ADDR": next(self.addresses)}

    def _signed_in(self, name: str, *, store: str | None = None) -> Client:
        headers = {"X-Store": self.cast.stores[store].slug} if store else {}
        client = Client(headers=headers, raise_request_exception=False)
        with public_context():
            client.force_login(self.cast.people[name], backend=BACKEND)
        return client
