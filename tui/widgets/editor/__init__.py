"""The editor of drafts: a part of the board. `editor` holds the widget; nothing is imported here, so that the
key table and the plain values cost nothing at start."""
