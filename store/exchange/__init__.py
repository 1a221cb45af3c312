"""The exchange format: JSON that other programs write and read. See `ringback import` and `export`."""

from store.exchange.bundles import BadFile, Bundle, is_bundle, read_bundle, write_bundle
from store.exchange.uniting import bundle_of, merge, unite

__all__ = ["BadFile", "Bundle", "bundle_of", "is_bundle", "merge", "read_bundle", "unite", "write_bundle"]
