"""The editor of drafts: a part of the board. `editor` holds the widget; nothing is imported in this module, so
that the plain values cost nothing at start."""
