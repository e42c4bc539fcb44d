"""One API, described by one OpenAPI document; each part brings its own router."""

from django.http import HttpRequest, HttpResponse
from django.http.request import RawPostDataException
from ninja.errors import HttpError, ValidationError
from ninja.utils import check_csrf

from chezhan.access import Actor
from chezhan.catalogue.api import router as store_router
from chezhan.catalogue.definitions.api import router as design_router
from chezhan.catalogue.events.api import router as events_router
from chezhan.catalogue.packs.api import router as packs_router
from chezhan.config.bodies import WholeTexts
from chezhan.config.describing import DescribedAPI
from chezhan.config.errors import UnreadableBody, error_response
from chezhan.engines.flows.api import design as flow_design_router
from chezhan.engines.flows.operating.api import operating as flow_operating_router
from chezhan.engines.flows.people.api import router as flows_router
from chezhan.engines.forms.api import design as form_design_router
from chezhan.engines.forms.api import router as forms_router
from chezhan.engines.forms.public.api import design as public_design_router
from chezhan.engines.forms.public.api import router as public_forms_router
from chezhan.engines.printing.api import design as print_design_router
from chezhan.engines.printing.api import router as print_router
from chezhan.engines.rules.api import design as rule_design_router
from chezhan.headquarters.account.api import router as account_router
from chezhan.headquarters.ceilings.api import router as ceilings_router
from chezhan.headquarters.comparison.api import router as comparison_router
from chezhan.headquarters.design.api import router as group_design_router
from chezhan.headquarters.imports.api import router as imports_router
from chezhan.headquarters.running.api import router as running_router
from chezhan.kernel.errors import AppError, Forbidden, Invalid, NotSignedIn
from chezhan.modules.contracts.api import answering as contract_signing_router
from chezhan.modules.contracts.api import design as signing_service_router
from chezhan.modules.contracts.api import router as public_contracts_router
from chezhan.modules.costs.api import router as returns_router
from chezhan.modules.deliveries.api import router as deliveries_router
from chezhan.modules.drives.api import router as drives_router
from chezhan.modules.drives.online.api import design as drive_page_router
from chezhan.modules.drives.online.api import router as public_drives_router
from chezhan.modules.figures.api import router as figures_router
from chezhan.modules.inbound.api import design as lead_source_router
from chezhan.modules.inbound.public_api import router as public_leads_router
from chezhan.modules.leads.api import router as leads_router
from chezhan.modules.messaging.api import router as messages_router
from chezhan.modules.messaging.design_api import design as message_design_router
from chezhan.modules.messaging.public_api import router as public_messages_router
from chezhan.modules.pool.api import router as lead_pool_router
from chezhan.modules.quotes.api import router as quotes_router
from chezhan.modules.relations.api import router as relations_router
from chezhan.modules.scoring.api import router as lead_score_router
from chezhan.modules.today.api import router as today_router
from chezhan.modules.webhooks.api import design as webhook_design_router
from chezhan.modules.work.api import router as work_router

# Django's own, that change nothing.
SAFE = frozenset({"GET", "HEAD", "OPTIONS", "TRACE"})


class BadCsrfToken(Forbidden):
    code = "bad_csrf_token"
    message = "This page is out of date; reload it and try again."


def signed_in(request: HttpRequest) -> Actor:
    """Every operation is behind this; one that is for strangers says `auth=None` and is named in the house test."""
    actor = getattr(request, "actor", None)
    if actor is None:
        raise NotSignedIn
    # Ninja exempts its views from Django's check; the session is a cookie, so the check belongs here. No browser sends
    # a token by itself.
    if request.method not in SAFE and actor.token_id is None and check_csrf(request) is not None:
        raise BadCsrfToken
    return actor


api = DescribedAPI(
    title="Chezhan",
    version="1",
    auth=signed_in,
    urls_namespace="api",
    docs_url=None,
    openapi_url="/openapi.json",
    parser=WholeTexts(),
)


@api.exception_handler(AppError)
def on_refusal(request: HttpRequest, error: AppError) -> HttpResponse:
    return error_response(request, error)


@api.exception_handler(ValidationError)
def on_invalid(request: HttpRequest, error: ValidationError) -> HttpResponse:
    fields: dict[str, list[str]] = {}
    for problem in error.errors:
        fields.setdefault(".".join(str(part) for part in problem["loc"][1:]) or "body", []).append(problem["msg"])
    return error_response(request, Invalid(fields=fields))


@api.exception_handler(HttpError)
@api.exception_handler(RawPostDataException)
def on_unreadable(request: HttpRequest, error: Exception) -> HttpResponse:
    """Ninja's own for a body that can't be parsed; Django's for a form where JSON was asked for."""
    return error_response(request, UnreadableBody())


api.add_router("/account", account_router)
api.add_router("/store", store_router)
api.add_router("/store/design", design_router)
api.add_router("/store/design/forms", form_design_router)
api.add_router("/store/design/forms", public_design_router)
api.add_router("/store/forms", forms_router)
api.add_router("/store/design/print", print_design_router)
api.add_router("/store/print", print_router)
api.add_router("/store/design/events", events_router)
api.add_router("/store/design/rules", rule_design_router)
api.add_router("/store/design/flows", flow_design_router)
api.add_router("/store/design/packs", packs_router)
api.add_router("/store/work", work_router)
api.add_router("/store/leads", leads_router)
api.add_router("/store/relations", relations_router)
api.add_router("/store/lead-pool", lead_pool_router)
api.add_router("/store/channel-returns", returns_router)
api.add_router("/store/lead-score", lead_score_router)
api.add_router("/store/quotes", quotes_router)
api.add_router("/store/test-drives", drives_router)
api.add_router("/store/today", today_router)
api.add_router("/store/deliveries", deliveries_router)
api.add_router("/store/figures", figures_router)
api.add_router("/store/design/messages", message_design_router)
api.add_router("/store/messages", messages_router)
api.add_router("/store/design/webhooks", webhook_design_router)
api.add_router("/store/design/lead-sources", lead_source_router)
api.add_router("/store/design/test-drive-page", drive_page_router)
api.add_router("/store/design/flows", flow_operating_router)
api.add_router("/store/flows", flows_router)
api.add_router("/public/forms", public_forms_router)
api.add_router("/public/messages", public_messages_router)
api.add_router("/public/leads", public_leads_router)
api.add_router("/public/test-drives", public_drives_router)
api.add_router("/public/contracts", public_contracts_router)
api.add_router("/public/contract-signing", contract_signing_router)
api.add_router("/store/design/signing-service", signing_service_router)
api.add_router("/hq/{group}/ceilings", ceilings_router)
api.add_router("/hq/{group}/comparison", comparison_router)
api.add_router("/hq/{group}/design", group_design_router)
api.add_router("/hq/{group}/imports", imports_router)
api.add_router("/hq/{group}/running", running_router)
