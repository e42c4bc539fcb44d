"""What a write is refused for, each with what would be right."""

from collections.abc import Mapping

from chezhan.kernel.errors import AppError, Conflict, Forbidden, Invalid

ROWS_TOLD = 50


class NotWritable(Forbidden):
    code = "field_not_writable"
    message = "Your role does not let you change this field here; ask the store manager."


class ChangedMeanwhile(Conflict):
    code = "changed_meanwhile"
    message = "Somebody else changed this record meanwhile; look at their change and send yours again."


class StillReferred(Conflict):
    code = "still_referred"
    message = "Other records belong to this one; delete those first or link them elsewhere."


class BatchTooLarge(Invalid):
    code = "batch_too_large"
    message = "Send fewer records at once."


class RowsRefused(Invalid):
    """`rows`: by number from 0, by field, the refusals of each; the first ROWS_TOLD of them, and how many in all."""

    code = "rows_refused"
    message = "Some records have values that don't fit; nothing was saved."

    def __init__(self, rows: Mapping[int, Mapping[str, AppError]], *, of: int) -> None:
        told = {number: rows[number] for number in sorted(rows)[:ROWS_TOLD]}
        problems = [
            {"row": number, "field": name, "code": error.code, "params": error.params, "message": error.message}
            for number, fields in told.items()
            for name, error in fields.items()
        ]
        fields: dict[str, list[str]] = {}
        if of == 1:
            fields = {name: [error.message] for row in rows.values() for name, error in row.items()}
        super().__init__(params={"refused": len(rows), "rows": problems}, fields=fields)


class Required(Invalid):
    code = "value_required"
    message = "This field must be filled in."


class AlreadyTaken(Conflict):
    code = "already_taken"
    message = "Another record has this value already; it may be there only once."


class NoSuchTarget(Invalid):
    code = "no_such_target"
    message = "The record that this leads to does not exist here, or you may not see it."


class NoSuchPerson(Invalid):
    code = "no_such_person"
    message = "This person does not work in this store."


class NoSuchStore(Invalid):
    code = "no_such_store"
    message = "There is no such store in this group."


class RefusedByRule(Invalid):
    code = "refused_by_rule"
    message = "These values together break a rule of the data; check them against each other."


class Settled(Conflict):
    """`params`: field; state, state_zh: in words."""

    code = "settled"
    message = "This was agreed and is changed by hand no more; take the record back to an earlier state first."
