"""/api/store/particulars: what the store is called in law, where it is, how it is reached."""

from dataclasses import asdict
from typing import Annotated

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest, allowed
from chezhan.catalogue.particulars.services import (
    PERMISSION,
    Told,
    change_particulars,
    read_particulars,
    read_version,
)

router = Router(tags=["store"])
# What a telephone dials.
Dialled = Annotated[str, Field(max_length=40, pattern=r"^[0-9+() \-]*$")]
# The unified social credit code, or an older number of taxes.
TaxNumber = Annotated[str, Field(max_length=20, pattern=r"^([0-9A-Z]{15,20})?$")]


class ParticularsIn(Schema):
    """`version`: of what was looked at, 0 for nothing said yet. `clauses`: what contracts say beyond the usual."""

    version: int = Field(ge=0, le=2_000_000_000)
    legal_name: str = Field("", max_length=120)
    address: str = Field("", max_length=200)
    phone: Dialled = ""
    tax_no: TaxNumber = ""
    bank: str = Field("", max_length=160)
    clauses: str = Field("", max_length=5_000)


class ParticularsOut(Schema):
    """`may_change`: whether the asker may."""

    version: int
    legal_name: str
    address: str
    phone: str
    tax_no: str
    bank: str
    clauses: str
    may_change: bool


@router.get("", response=ParticularsOut, operation_id="read_particulars")
def read(request: ActorRequest):
    return _shown(request)


@router.put("", response=ParticularsOut, operation_id="change_particulars")
def change(request: ActorRequest, body: ParticularsIn):
    """On papers that are printed, and on customers' pages, from then on."""
    values = body.dict()
    version = values.pop("version")
    change_particulars(actor=request.actor, version=version, told=Told(**values))
    return _shown(request)


def _shown(request: ActorRequest) -> dict:
    may = allowed(actor=request.actor, permission=PERMISSION)
    return {"version": read_version(), **asdict(read_particulars()), "may_change": may}
