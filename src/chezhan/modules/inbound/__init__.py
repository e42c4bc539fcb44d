"""Leads that come in by themselves: posts of portals, of web forms, of a call centre; kept first, entered then."""
