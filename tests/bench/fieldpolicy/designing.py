"""What designers ask for: definitions, which are not records; and, by name, what shows something of records too."""

# operation → why it needs no door of its own.
SHOWS_RECORDS = {
    "check_formula": "samples are read as a list is (test_formulas: what the designer may not read is in no sample)",
    "count_flow_items_of_people": "counts what people are asked, for who designs",
    "enter_form_post": "answers an id",
    "get_webhook_delivery": "what was said, for who reads all of it (webhooks/test_rights)",
    "list_form_posts": "what was sent, for who reads such fields of every record they see (forms/test_public)",
    "list_rule_runs": "names records as the asker sees them",
    "list_running_flows": "names records as flow_items does",
    "list_webhook_deliveries": "names records that the asker sees (webhooks/test_rights)",
    "preview_conversion": "counts values of the whole store, for who designs; examples are for who reads them all",
    "preview_form": "shows a record as get_record does, by the rights of a role that are fewer",
    "preview_print_template": "prints as print does, what the asker sees",
    "read_backlog": "tells kinds of events and ids, no values",
    "replay_webhook_delivery": "answers what get_webhook_delivery does",
    "try_rule": "counts and names what the asker sees, by conditions that they may use (rules/test_doing, test_trying)",
    "walk_flow": "goes by conditions that the asker may use, on a record that they see",
}
# A new one stands here, or has a door.
DEFINES = frozenset({
    "add_entity", "add_field", "bring_back_entity", "bring_back_field", "bring_pack_file", "cancel_flow_instance",
    "change_entity", "change_field", "change_message_template", "change_public_form", "change_webhook", "check_flow",
    "check_form_draft", "compare_form_versions", "convert_field", "copy_flow", "copy_form", "copy_print_template",
    "copy_rule", "create_flow", "create_form", "create_message_template", "create_print_template", "create_rule",
    "create_webhook", "decide_message_template", "delete_message_template", "delete_webhook", "discard_flow_draft",
    "discard_form_draft", "discard_print_draft", "discard_rule_draft", "export_pack",
    "follow_rule_again", "get_design", "get_flow",
    "get_form_draft", "get_message_limits", "get_message_template", "get_pack", "get_pack_run", "get_print_template",
    "get_public_form", "get_public_form_qr", "get_rule", "hand_over_flow_items", "index_field", "install_pack",
    "keep_print_template", "list_design_changes", "list_designed_entities", "list_flow_templates",
    "list_flow_versions", "list_flows", "list_form_roles", "list_form_versions", "list_forms",
    "list_message_channels", "list_packs", "list_print_places", "list_print_templates", "list_rule_versions",
    "list_rules", "list_webhooks", "migrate_flow_instance", "move_flow_token", "open_public_form", "order_forms",
    "order_rules", "plan_pack", "publish_flow", "publish_form", "publish_rule", "read_field_uses", "reorder_entities",
    "reorder_fields", "replay_event", "retire_entity", "retire_field", "retire_print_template", "retry_flow_instance",
    "roll_back_flow", "roll_back_form", "roll_back_rule", "rotate_webhook_secret", "save_flow", "save_form_draft",
    "save_print_template", "save_rule", "set_message_channel", "set_message_limits", "switch_flow", "switch_rule",
    "try_message_channel", "try_webhook", "undo_design_change", "withdraw_form",
})  # fmt: skip
