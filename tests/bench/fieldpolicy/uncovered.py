"""Which operations of a store are asked by no door, and why some need none."""

from tests.factories.routes import find_routes

# operation → the door that asks it.
DOOR_OF = {
    "list_records": "list_all",
    "get_record": "detail",
    "get_store_home": "counts",
    "list_entities": "described",
    "list_periods": "described",
    "describe_store_api": "described",
    "create_record": "replies_to_a_create",
    "create_records": "replies_to_a_create",
    "change_record": "replies_to_a_change",
    "change_records": "changes_of_many",
    "delete_records": "deletions",
    "bring_back_records": "deletions",
    "compare_stores": "comparison",
    "orders_behind": "comparison",
    "preview_bulk": "bulk_previews",
    "carry_out_bulk": "changes_chosen_by_a_filter",
    "list_operations": "changes_chosen_by_a_filter",
    "undo_operation": "changes_chosen_by_a_filter",
    "search_store": "one_box",
    "list_duplicates": "duplicates",
    "check_duplicates": "duplicates",
    "list_duplicate_rules": "duplicates",
    "tell_apart": "duplicates",
    "merge_records": "merges",
    "undo_merge": "merges",
    "merged_into": "merges",
    "list_merges": "merges",
    "list_merged": "merges",
    "look_for_duplicates": "duplicates",
    "read_memory": "memory",
    "remember_record": "memory",
    "forget_recent": "memory",
    "star_record": "memory",
    "unstar_record": "memory",
    "star_view": "memory",
    "unstar_view": "memory",
    "list_bin": "bin",
    "erase_records": "bin",
    "list_views": "saved_views",
    "create_view": "saved_views",
    "change_view": "saved_views",
    "delete_view": "saved_views",
    "list_store_people": "people",
    "export_csv": "exports",
    "export_xlsx": "exports",
    "print_records": "print",
    "list_prints": "template",
    "group_records": "group",
    "mark_records": "colours",
    "upload_file": "file",
    "read_file": "file",
    "read_small_picture": "file",
    "list_comments": "comments",
    "add_comment": "comments",
    "change_comment": "comments",
    "delete_comment": "comments",
    "list_record_tags": "tags",
    "set_record_tags": "tags",
    "list_tags_of_records": "tags",
    "merge_tags": "tags",
    "read_personal_data": "personal_data",
    "export_personal_data": "personal_data",
    "erase_personal_data": "personal_data",
    "list_tags": "tags",
    "create_tag": "tags",
    "change_tag": "tags",
    "delete_tag": "tags",
    "get_form": "forms",
    "get_form_state": "forms",
    "get_timeline": "timeline",
    "restore_value": "timeline",
    "reveal_fields": "reveals",
    "list_audit": "audit",
    "export_audit_csv": "audit_files",
    "export_audit_xlsx": "audit_files",
    "list_record_imports": "imports",
    "upload_record_import": "imports",
    "get_record_import": "imports",
    "get_record_import_state": "imports",
    "order_record_import": "imports",
    "start_record_import": "imports",
    "undo_record_import": "imports",
    "list_import_rows": "imports",
    "download_import_rows_csv": "imports",
    "download_import_rows_xlsx": "imports",
    "keep_import_template": "imports",
}
NEEDS_NONE = {
    "read_record_import": "reads the file anew, of which the asker's own upload and get_record_import tell all",
    "decide_record_import": "order_record_import with other decisions",
    "stop_record_import": "answers what get_record_import_state does",
    "forget_record_import": "answers nothing",
    "apply_import_template": "answers what get_record_import does",
    "delete_import_template": "answers nothing",
    "switch_duplicate_rule": "needs the right to design, and shows no record",
    "add_duplicate_rule": "needs the right to design, and shows no record",
    "remove_duplicate_rule": "needs the right to design, and shows no record",
    "comparison_options": "one answer for a whole group, made of what compare_stores asks for",
}
# What has no door: it needs a right of its own and shows definitions, not records.
SHOWS_NO_RECORDS = ("design", "policies", "roles", "teams", "ceilings", "tokens")
PLACES = ("api/store/", "api/hq/<group>/comparison")


def uncovered_operations() -> set[str]:
    """Operations on a store's records that no door asks: a new one needs a door before it may be there."""
    asked = [route for route in find_routes() if route.operation and route.path.startswith(PLACES)]
    return {
        route.operation
        for route in asked
        if route.operation not in DOOR_OF
        and route.operation not in NEEDS_NONE
        and not any(f"/{word}" in route.path for word in SHOWS_NO_RECORDS)
    }
