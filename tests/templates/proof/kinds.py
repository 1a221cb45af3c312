"""What the texts are about that a rule speaks of, or leaves alone."""

from datetime import datetime
from zoneinfo import ZoneInfo

from templates.proof import Case, Meeting

CASE = Case(
    company="Northwind",
    role="Senior data engineer",
    people=("Marta Lindqvist", "Deniz Aydın", "Joan Pell"),
    addressed=("Deniz Aydın",),
    met=3,
    me="Robin Keller",
    now=datetime.fromisoformat("2026-11-19T09:00Z"),
    meeting=Meeting(
        datetime.fromisoformat("2026-11-18T13:00Z"),
        datetime.fromisoformat("2026-11-18T14:00Z"),
        ZoneInfo("Europe/Berlin"),
    ),
    topics=("how they run the on-call rota", "capacity planning"),
    loose_ends=("said Kafka Streams, meant Flink", "forgot to name the reference"),
)


def rows(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(rule, text) for rule, texts in table.items() for text in texts]
