"""The contract's own page: what it says, its file and the hash of that, the signature by finger."""

from collections.abc import Iterator
from functools import partial
from hashlib import sha256
from typing import Any
from uuid import UUID

from chezhan.access.by_link import link_actor
from chezhan.access.rights import Right
from chezhan.access.scopes import Scope
from chezhan.catalogue.papers import set_paper
from chezhan.catalogue.particulars.services import contact_of_store
from chezhan.catalogue.records.files.drawn import BadPicture, png_of
from chezhan.catalogue.records.files.making import bytes_of, keep_made
from chezhan.catalogue.records.files.refusals import (
    BrokenPicture,
    FileSaysOtherwise,
    PictureKindRefused,
    PictureTooLarge,
    ProgramRefused,
)
from chezhan.catalogue.records.verbs.doing import do
from chezhan.catalogue.records.writes.refusals import RowsRefused
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.contracts.keeping import document_of
from chezhan.modules.contracts.models import Contract
from chezhan.modules.contracts.moving import ENTITY, SHUT, require_signable
from chezhan.modules.contracts.opening import open_contract, pace_signing, store_named
from chezhan.modules.contracts.refusals import AnotherPaper, ContractBusy, SignerUnnamed
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

NO_PICTURE = (BrokenPicture, FileSaysOtherwise, PictureKindRefused, PictureTooLarge, ProgramRefused)
SIGNS = Scope(entities=((ENTITY, Right.WRITE),))
OPEN = (Contract.Status.DRAWN,)


def read_contract(*, token: str, address: str) -> dict[str, Any]:
    """Raises ContractLinkOver, ContractReplaced, ContractVoid, TooManySignings."""
    store = store_named(token=token, address=address)
    with tenant_context(store):
        return _told(store, open_contract(token=token))


def read_paper(*, token: str, address: str) -> bytes:
    """The signed PDF where there is one, else the one to be signed. Raises as read_contract."""
    store = store_named(token=token, address=address)
    with tenant_context(store):
        contract = open_contract(token=token)
        (file, *_) = contract.signed_paper or contract.paper or []
        return bytes_of(file_id=UUID(file["id"]), store=store)


def sign(*, token: str, address: str, name: str, picture: str, read: str) -> dict[str, Any]:
    """`picture`: a PNG as a data address. `read`: the SHA-256 that the page showed: no other paper is signed. Signed
    twice, the first counts.

    Raises as read_contract, and BadPicture, PictureTooBig, AnotherPaper, SignerUnnamed, ContractBusy,
    ContractOutOfDate, OrderNotOpen, IllegalMove, and what setting a paper raises.
    """
    store, content = store_named(token=token, address=address), png_of(picture)
    pace_signing(token)
    if not 0 < len(name.strip()) <= 60:
        raise SignerUnnamed
    with tenant_context(store):
        contract_id = open_contract(token=token).id
    with acting_as(contract_id, reason="contract_link"), tenant_context(store):
        # Two presses at once, and the store's own hand, wait for each other here; then the order is locked.
        Contract.objects.select_for_update().get(id=contract_id)
        contract = open_contract(token=token)
        if contract.status != Contract.Status.SIGNED:
            if contract.status == Contract.Status.ASKED:
                raise ContractBusy
            if read != contract.sha256:
                raise AnotherPaper
            require_signable(order_id=contract.order_id, number=contract.number)
            put_signature(store=store, contract=contract, name=name.strip(), picture=content)
            contract = open_contract(token=token)
        return _told(store, contract)


def put_signature(*, store: StoreRef, contract: Contract, name: str, picture: bytes) -> None:
    """`picture`: a PNG. In the store's transaction, the contract and its order locked.

    Raises BadPicture, SignerUnnamed, and what the verb and setting a paper raise.
    """
    actor = link_actor(id_=contract.id, store=store, scope=SIGNS)
    keep = partial(keep_made, actor=actor, entity=ENTITY, record_id=contract.id)
    try:
        drawn = keep(field="signature", name="客户签名.png", content=picture)
    except NO_PICTURE as error:
        raise BadPicture from error
    content = set_paper(_signed(contract, name, bytes_of(file_id=drawn.id, store=store)))
    paper = keep(field="signed_paper", name=f"汽车销售合同-{contract.number}-已签署.pdf", content=content)
    values = {
        "signed_name": name,
        "way": "finger",
        "signature": [drawn.as_value()],
        "signed_paper": [paper.as_value()],
        "signed_sha256": sha256(content).hexdigest(),
    }
    try:
        do(actor=actor, entity=ENTITY, verb="sign", ids=[contract.id], values=values)
    except RowsRefused as error:
        raise SignerUnnamed from error


def _signed(contract: Contract, name: str, picture: bytes) -> dict[str, Any]:
    """The same document, and who signed it, when, and which file."""
    document = document_of(contract)
    (record,) = document["records"]
    at = clock.now().astimezone(SHANGHAI)
    pairs = [
        ["合同编号", contract.number],
        ["签署人（乙方）", name],
        ["签署时间", f"{at:%Y-%m-%d %H:%M:%S}（北京时间）"],
        ["签署方式", "乙方通过专用链接阅读本合同后手写签名"],
        ["所签文件 SHA-256", contract.sha256],
    ]
    block = {"kind": "signed", "title": "电子签署记录", "pairs": pairs, "picture": list(picture)}
    return document | {"records": [record | {"blocks": [*record["blocks"], block]}]}


def _told(store: StoreRef, contract: Contract) -> dict[str, Any]:
    document = document_of(contract)
    order = contract.order
    return {
        "store": store.name,
        **contact_of_store(),
        "number": contract.number,
        "status": contract.status,
        "sha256": contract.sha256,
        "blocks": list(_blocks(document["records"][0]["blocks"], none=document["words"]["none"])),
        "signed_at": contract.signed_at,
        "signed_sha256": contract.signed_sha256,
        "outdated": order.contract_status == "outdated",
        "open": contract.status in OPEN and order.status not in SHUT and order.contract_status != "outdated",
    }


def _blocks(blocks: list[dict[str, Any]], *, none: str) -> Iterator[dict[str, Any]]:
    """What the paper says, in lines of cells: headings, texts, pairs of a name and a value, rows of a table.

    `none`: what stands there in place of a table without rows.
    """
    for block in blocks:
        match block["kind"]:
            case "heading":
                yield {"kind": "heading", "lines": [[_text(block["text"])]]}
            case "text":
                yield {"kind": "text", "lines": [[_text(line)] for line in block["lines"]]}
            case "facts":
                yield {"kind": "facts", "lines": block["pairs"]}
            case "rows" if block["cells"]:
                yield {"kind": "rows", "lines": [block["heads"], *block["cells"]]}
            case "rows":
                yield {"kind": "text", "lines": [[none]]}


def _text(pieces: list[Any]) -> str:
    return "".join(piece for piece in pieces if isinstance(piece, str))
