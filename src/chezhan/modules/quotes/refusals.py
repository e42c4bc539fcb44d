"""What is refused of quotes, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class NotADraft(Conflict):
    """`params`: state."""

    code = "quote_not_a_draft"
    message = "Lines are changed while a quote is a draft; make a new version and change that."


class QuoteOver(Conflict):
    """`params`: until."""

    code = "quote_over"
    message = "The quote's last day has passed; make a new version, or give it a later day."


class QuoteWithoutCar(Conflict):
    code = "quote_without_car"
    message = "The quote has no line for the car; add it first."


class QuoteBelowNothing(Conflict):
    """`params`: car, total: yuan."""

    code = "quote_below_nothing"
    message = "More is taken off than the quote comes to; lower what is taken off, or buy the old car by itself."


class QuoteOfNobody(Conflict):
    code = "quote_of_nobody"
    message = "The quote has neither a customer nor a lead; say whose it is first."


class NoSuchQuote(NotFound):
    code = "quote_link_over"
    message = "This link leads nowhere any more; ask the store for a new one."


class QuoteReplaced(NotFound):
    code = "quote_replaced"
    message = "There is a newer version of this quote; ask the store for its link."


class QuoteWithdrawn(NotFound):
    code = "quote_withdrawn"
    message = "This quote does not hold any more; ask the store for a new one."


class QuoteAnswered(Conflict):
    code = "quote_answered"
    message = "This quote was accepted already; call the store to change something."


class AnswerUnfit(Invalid):
    """`params`: field: answered_by or objection."""

    code = "quote_answer_unfit"
    message = "Enter your name, or say in a few words what is not right, and send it again."


class BadTerms(Invalid):
    """`params`: plan: its number from 0."""

    code = "finance_terms_unfit"
    message = "These terms don't fit the price: less is left to finance than nothing, or than is due at the end."
