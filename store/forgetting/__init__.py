"""Forgetting someone, or a company: whom that means, what goes, and where it lay."""
