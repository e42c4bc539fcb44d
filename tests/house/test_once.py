"""Every POST of ours takes effect once under an Idempotency-Key, or is named here with why not."""

from tests.factories.routes import find_routes

# Whose POSTs the middleware answers once; see config.middleware.once and once_outside.
UNDER_A_KEY = ("api/store/", "api/hq/", "api/account/")
EXCEPTIONS = {
    "ask_for_recovery_code": "a stranger's: whose key would it be; another code does no harm",
    "set_password_by_code": "as ask_for_recovery_code; a code is good once",
    "send_public_form": "the form's own key says it, see forms.public.posting",
    "read_public_form_state": "reads; it is a POST for what is sent along",
    "book_test_drive": "the page's own key says it, see drives.online.booking",
    "sign_customer_contract": "signed twice, the first counts",
    "sign_customer_drive": "signed twice, the first counts",
    "cancel_customer_drive": "called off twice is called off",
    "take_signing_answer": "the service's; an answer that comes twice counts once, by its id",
    "take_lead_post": "the sender's; one that comes twice is kept once, by its number or what it says",
    "take_message_reports": "the provider's; a report that comes twice is taken once by its id",
}


def test_every_post_is_under_a_key_or_says_why_not():
    posts = [route for route in find_routes() if route.method == "POST" and route.operation]
    without = {route.operation for route in posts if not route.path.startswith(UNDER_A_KEY) or route.for_strangers}
    assert without == EXCEPTIONS.keys()
    assert len(posts) > 100
