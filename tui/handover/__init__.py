"""Handing a finished text to the user's own tools. Nothing is sent from here, and no password is kept."""
