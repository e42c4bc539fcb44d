"""What is refused of contracts, each with what would be right."""

from chezhan.kernel.errors import AppError, Conflict, Invalid, NotFound
from chezhan.kernel.pace import TooFast


class ContractSigned(Conflict):
    """`params`: number."""

    code = "contract_signed"
    message = "The contract is signed and is not replaced; make it void first, then draw up another."


class ContractKept(Conflict):
    code = "contract_kept"
    message = "A contract stays as it was drawn up and signed; draw up another, or make this one void."


class ContractOutOfDate(Conflict):
    """`params`: number."""

    code = "contract_out_of_date"
    message = "The order says otherwise than this contract by now; draw it up again, then have it signed."


class ContractBusy(Conflict):
    code = "contract_busy"
    message = "Somebody is just signing or changing this contract; look at it again in a moment."


class OrderNotOpen(Conflict):
    """`params`: number: of the order."""

    code = "contract_of_closed_order"
    message = "The order is cancelled or back in draft; its contract is not signed now."


class ContractLinkOver(NotFound):
    code = "contract_link_over"
    message = "This link leads nowhere any more; ask the store for a new one."


class ContractReplaced(NotFound):
    code = "contract_replaced"
    message = "There is a newer version of this contract; ask the store for its link."


class ContractVoid(NotFound):
    code = "contract_void"
    message = "This contract was made void; ask the store."


class AnotherPaper(Conflict):
    code = "contract_another_paper"
    message = "What you read is not this contract any more; reload the page, read it and sign then."


class SignerUnnamed(Invalid):
    code = "contract_signer_unnamed"
    message = "Enter your name as it stands in the contract, 60 characters at most."


class TooManySignings(TooFast):
    code = "contract_too_many"
    message = "There were very many tries; try again later, or call the store."


class NoSigningService(Conflict):
    code = "signing_service_none"
    message = "The store has no signing service, or its webhook is off; managers choose one in Store particulars."


class NotAskedOfService(Conflict):
    code = "signing_not_asked"
    message = "The service was not asked to have this contract signed, or is asked no longer."


class ContractsWait(Conflict):
    """`params`: count."""

    code = "signing_contracts_wait"
    message = "Contracts wait for the present signing service; look at which, then confirm that they are taken back."


class ServiceChanged(Conflict):
    """`params`: version."""

    code = "signing_service_changed"
    message = "Somebody else changed the signing service meanwhile; look at it again."


class AnswerUnreadable(Invalid):
    code = "signing_answer_unreadable"
    message = "The answer could not be read; see the developers' page on signing services."


class AnswerUnsigned(AppError):
    code = "signing_answer_unsigned"
    status = 401
    message = "The answer is not signed under the webhook's secret."


class AnswerStale(AppError):
    code = "signing_answer_stale"
    status = 401
    message = "The answer was signed more than five minutes ago, or ahead of time."
