"""The framework's floor: one line of text. Ringback is measured against it."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Hello(App[None]):
    """Says that it is there."""

    BINDINGS = [("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Static("hello READY")


if __name__ == "__main__":
    Hello().run()
