"""Read a store's particulars, and change them."""

from dataclasses import asdict, dataclass, fields

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.particulars.models import Particulars
from chezhan.catalogue.particulars.refusals import ParticularsChanged
from chezhan.kernel import clock

PERMISSION = "particulars.write"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Empty text for what nobody said."""

    legal_name: str = ""
    address: str = ""
    phone: str = ""
    tax_no: str = ""
    bank: str = ""
    clauses: str = ""


NAMES = tuple(one.name for one in fields(Told))


def read_particulars() -> Told:
    """In the store's transaction."""
    row = Particulars.objects.values(*NAMES).first()
    return Told(**row) if row else Told()


def contact_of_store() -> dict[str, str]:
    """`address` and `phone`, as customers' pages show them."""
    told = read_particulars()
    return {"address": told.address, "phone": told.phone}


def read_version() -> int:
    """0: nobody said anything yet."""
    return Particulars.objects.values_list("version", flat=True).first() or 0


def change_particulars(*, actor: Actor, version: int, told: Told) -> None:
    """`version`: of what was looked at. Raises Forbidden, ParticularsChanged."""
    require(actor=actor, permission=PERMISSION)
    said = {name: value.strip() for name, value in asdict(told).items()}
    said |= {"changed_at": clock.now(), "changed_by": actor.person_id}
    row = Particulars.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise ParticularsChanged(params={"version": row.version if row else 0})
    if row is not None:
        Particulars.objects.filter(id=row.id).update(**said, version=version + 1)
        return
    try:
        with transaction.atomic():
            Particulars.objects.create(**said)
    except IntegrityError as error:
        # Two said it first at one time.
        raise ParticularsChanged(params={"version": 1}) from error
