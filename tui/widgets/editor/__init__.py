"""The editor of drafts, a part of the board. `editor` holds the widget; nothing is imported here, so that the
plain values beside it cost nothing at start.
"""
