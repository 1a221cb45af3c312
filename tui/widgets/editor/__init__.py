"""The editor of drafts: a part of the board. `editor` holds the widget; nothing is imported, so that the plain
values cost nothing at start."""
