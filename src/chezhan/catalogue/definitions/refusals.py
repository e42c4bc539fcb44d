"""What the design of a store refuses, each with what would be right."""

from chezhan.kernel.errors import AppError, Conflict, Forbidden, Invalid, NotFound


class UnknownDefinition(NotFound):
    code = "unknown_definition"
    message = "There is no such field or kind of record in this store's design; reload the page."


class BadLabel(Invalid):
    code = "bad_label"
    message = "A label has 1 to 60 characters and no line breaks."


class BadFieldName(Invalid):
    code = "bad_field_name"
    message = "A name begins with x_ and has up to 40 small letters, digits and single underscores; or leave it empty."


class FieldNameTaken(Conflict):
    code = "field_name_taken"
    message = "This name is in use, or was used by something retired; choose another, or leave it empty."


class UnknownFieldType(Invalid):
    code = "unknown_field_type"
    message = "There is no such type of field."


class BadOptions(Invalid):
    code = "bad_options"
    message = "A choice has 1 to 500 options, each with a value of its own and a label; other types have none."


class OptionInUse(Conflict):
    code = "option_in_use"
    message = "An option is not taken away, since records may hold it; retire it instead."


class BadSettings(Invalid):
    code = "bad_settings"
    message = "These settings don't fit the type of the field."


class BadDefault(Invalid):
    """`params`: code, of why it does not fit (see FieldRefused)."""

    code = "bad_default"
    message = "The default does not fit the field."


class BadLink(Invalid):
    code = "bad_link"
    message = "A link leads to a kind of record of this store; other types lead nowhere."


class BadFormula(Invalid):
    code = "bad_formula"
    message = "A formula or roll-up field needs a formula, and no other field has one."


class NotForThisType(Invalid):
    code = "not_for_this_type"
    message = "Fields of this type can't be like that."


class RetiredField(Conflict):
    code = "retired_field"
    message = "This is retired; bring it back first."


class NotRetired(Conflict):
    code = "not_retired"
    message = "This is not retired."


class TooManyFields(Conflict):
    code = "too_many_fields"
    message = "This kind of record has as many fields as it can have; retire some that nobody needs."


class TooManyColumns(Conflict):
    code = "too_many_columns"
    message = "The table has no room for another column: retired fields count too. Start a new kind of record for more."


class TooManyEntities(Conflict):
    code = "too_many_entities"
    message = "A store has at most 200 kinds of record of its own."


class StillNeeded(Conflict):
    code = "still_needed"
    message = "This names or orders the records, or is required by the product; it can't be retired."


class NeededByRights(Conflict):
    """`params`: field, roles (whose policies have a condition on it; none when it is the group's ceiling)."""

    code = "needed_by_rights"
    message = "Who sees which records depends on this field; change those policies first."


class EmptyValues(Conflict):
    code = "empty_values"
    message = "Some records are empty here; fill them first, or require the field of new records alone."


class SameValues(Conflict):
    code = "same_values"
    message = "Some records have the same value here; make them different first."


class ShippedField(Conflict):
    code = "shipped_field"
    message = "This field comes with the product; its label, help, place and visibility can be changed, nothing else."


class HeadquartersOwn(Forbidden):
    code = "headquarters_own"
    message = "Headquarters defined this for the group's stores; ask headquarters to change it."


class WouldNotConvert(Conflict):
    code = "would_not_convert"
    message = "Some values can't be converted; mend them, or agree to leave them empty."


class NoConversion(Invalid):
    code = "no_conversion"
    message = "Values of this type can't be converted to that one; add a new field instead."


class NothingToUndo(Conflict):
    code = "nothing_to_undo"
    message = "This change can't be undone: it was undone already, or something changed after it."


class WouldLose(Conflict):
    code = "would_lose"
    message = "Values entered since would be lost; agree to it to undo all the same."


class DesignBusy(AppError):
    code = "design_busy"
    status = 409
    message = "The store is busy just now and nothing was changed; try again in a moment."
