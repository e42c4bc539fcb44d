"""Who changed what, from what to what, when and from where; who looked at what is sensitive. One table per store.

PostgreSQL itself writes it, by triggers, in the transaction of the change. Store roles may read it and no more.
"""
