"""/platform/: what the platform's own staff see of people, groups, stores and subscriptions. No store's data."""

from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from billing.models import Subscription
from tenants.lookup import forget_person, forget_store
from tenants.models import Group, Person, Store


class Platform(admin.AdminSite):
    """Shows what this file registers and nothing else.

    Installed packages register themselves with Django's own site, two-step secrets and mail addresses among it.
    """

    site_header = site_title = "车栈 Chezhan"

    def login(self, request: HttpRequest, extra_context: Any = None) -> HttpResponse:
        """The app's sign-in has the throttle and the second factor; the admin's own form has neither."""
        if request.user.is_authenticated:
            return HttpResponseRedirect("/")
        return HttpResponseRedirect(f"{settings.LOGIN_URL}?{urlencode({'next': request.get_full_path()})}")


platform = Platform()


class StaffAdmin(admin.ModelAdmin):
    """Open to staff; nothing is added or deleted here, and only `changeable` may change."""

    changeable: tuple[str, ...] = ()

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_active and request.user.is_staff)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.has_module_permission(request) and bool(self.changeable)

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> list[str]:
        return [str(name) for name in self.get_fields(request, obj) if name not in self.changeable]


@admin.register(Person, site=platform)
class PersonAdmin(StaffAdmin):
    list_display = ("name", "email", "phone", "is_active", "is_staff", "created_at")
    list_filter = ("is_active", "is_staff")
    search_fields = ("name", "email", "phone")
    fields = ("name", "email", "phone", "phone_verified", "language", "is_staff", "is_active", "last_login")
    changeable = ("is_active",)

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        forget_person(person_id=obj.pk)


@admin.register(Group, site=platform)
class GroupAdmin(StaffAdmin):
    list_display = ("name", "slug", "created_at")
    search_fields = ("name", "slug")
    fields = ("name", "slug")


@admin.register(Store, site=platform)
class StoreAdmin(StaffAdmin):
    list_display = ("name", "slug", "group", "pack", "status", "created_at")
    list_filter = ("pack", "status")
    list_select_related = ("group",)
    search_fields = ("name", "slug")
    fields = ("name", "slug", "group", "pack", "schema_name", "status")
    changeable = ("status",)

    def save_model(self, request: HttpRequest, obj: Store, form: Any, change: bool) -> None:
        # Not obj.save(): django-tenants saves a store on the owner alias, outside this transaction.
        Store.objects.filter(pk=obj.pk).update(status=obj.status)
        forget_store(slug=obj.slug)


@admin.register(Subscription, site=platform)
class SubscriptionAdmin(StaffAdmin):
    list_display = ("group", "plan", "status", "trial_started_on", "trial_ends_on")
    list_select_related = ("group",)
    fields = ("group", "plan", "status", "trial_started_on", "trial_ends_on")
    changeable = ("trial_ends_on",)
