"""The parts of torture_tenancy: what B keeps, what A's people ask for it, and how answers are judged."""
