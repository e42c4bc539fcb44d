"""Operations whose answers tell nothing by which a store's own would be known again."""

# Operations that say nothing of a store's or group's own, to whomever.
SAY_NOTHING_OWN = {
    # what is in the file that is sent
    "bring_pack_file",
    "count_waiting",
    # of advisors, and there are none; and hours
    "get_drive_day",
    "list_free_slots",
    # numbers, and the product's own words
    "get_morning",
    "get_funnel",
    "get_leaderboard",
    "get_sales_by_model",
    "get_sales_forecast",
    # what is the asker's own to do, and that is nothing
    "get_day",
    # what was done within the last minute, and that is nothing
    "undo_verb",
    # names of the product's own verbs
    "list_verbs_of_record",
    # reckoned of what was just sent, by the law's figures
    "compare_ways_to_pay",
    "find_price_of_payment",
    # how many of which kind, and no names
    "list_owned",
    "list_standing",
    # bounds, and how long what is kept
    "read_retention",
    "change_retention_period",
    # numbers, and what was just sent
    "change_score_sheet",
    # of lost leads, and there are none
    "read_lead_losses",
    "read_score_sheet",
    "explain_lead_score",
    # rules and numbers of the asker's own
    "read_lead_pool",
    "change_lead_pool",
    # how many tasks who has, and no names
    "count_tasks_of_people",
    # what is told are numbers, fields' names and what was just sent
    "count_unread_messages",
    "mark_messages_read",
    "list_message_places",
    "draft_message",
    "send_message",
    "foretell_message",
    "put_message_consent",
    "create_message_template",
    "try_message_channel",
    "get_message_limits",
    "set_message_limits",
    "prove_message_reports",
    "take_message_reports",
    # whose link nobody has; see tests/integration/modules/drives/test_online.py
    "get_drive_page_qr",
    "read_booking_page",
    "read_booking_times",
    "read_customer_drive",
    # see tests/integration/modules/contracts
    "read_customer_contract",
    "read_customer_contract_paper",
    "take_signing_answer",
    "read_contract_to_sign",
    # the number of a post, if that
    "take_lead_post",
    "count_flow_items",
    "list_flow_templates",
    "list_roles",
    "list_entities",
    "list_periods",
    "read_plan",
    "read_invitation",
    "read_outbox",
    "get_import_state",
    "get_record_import_state",
    "list_operations",
    # B's records have no field of files; see tests/integration/catalogue/records/files
    "read_file",
    "read_small_picture",
    # of a field that nothing is made of
    "read_field_uses",
    # names of fields and versions alone
    "compare_form_versions",
    "list_duplicate_rules",
    "get_public_form_qr",
    # of forms that are open to the public; see tests/integration/engines/forms/test_public.py
    "get_public_form",
    "read_public_form",
    "list_form_posts",
    # of records that are alike, or that the asker opened before
    "list_duplicates",
    "read_memory",
    # of records that were merged
    "merged_into",
    "list_merges",
    # the same for all
    "read_import_limits",
    # compressed; the CSV file and read_personal_data say the same
    "export_xlsx",
    "export_audit_xlsx",
    "export_personal_data",
    "download_import_rows_xlsx",
}
