"""What a contract was set from, sealed with the store's key."""

from typing import Any
from uuid import UUID

import orjson

from chezhan.kernel.crypto import seal, unseal
from chezhan.modules.contracts.models import Contract, ContractSource
from tenants.keys import key_here

PURPOSE = "contract.document"


def keep_source(*, contract_id: UUID, document: dict[str, Any]) -> None:
    text = orjson.dumps(document).decode()
    ContractSource.objects.create(contract_id=contract_id, document=seal(key=key_here(), purpose=PURPOSE, text=text))


def document_of(contract: Contract) -> dict[str, Any]:
    """Of one whose source was not erased. Raises SealBroken."""
    told: dict[str, Any] = orjson.loads(
        unseal(key=key_here(), purpose=PURPOSE, sealed=bytes(contract.source.document or b""))
    )
    return told
