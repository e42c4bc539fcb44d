"""The API with its refusals described."""

from typing import Any

from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema

from chezhan.catalogue.openapi.refusals import REFUSAL, REFUSED, REFUSING


class DescribedAPI(NinjaAPI):
    def get_openapi_schema(self, **kwargs: Any) -> OpenAPISchema:
        document = super().get_openapi_schema(**kwargs)
        document["components"].setdefault("schemas", {})[REFUSED] = REFUSAL
        for path in document["paths"].values():
            for operation in path.values():
                operation["responses"].setdefault("default", REFUSING)
        return document
