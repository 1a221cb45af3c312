"""What stands above a text that somebody else is asked to pass on. Pure."""

from __future__ import annotations

from store.people.names import AnyName, called

_WORDS = {
    "en": (
        "Dear {carrier},", "Hello,",
        "I have no address for {name}. Could you pass the lines below on for me?", "Thank you,",
    ),
    "de": (
        "Guten Tag {carrier},", "Guten Tag,",
        "von {name} habe ich keine Adresse. Könnten Sie die folgenden Zeilen weitergeben?", "Vielen Dank,",
    ),
    "fr": (
        "Bonjour {carrier},", "Bonjour,",
        "Je n’ai pas l’adresse de {name}. Pourriez-vous lui transmettre les lignes ci-dessous ?", "Merci,",
    ),
    "es": (
        "Hola, {carrier}:", "Hola:",
        "No tengo la dirección de {name}. ¿Podría hacerle llegar las líneas siguientes?", "Gracias,",
    ),
}  # fmt: skip
_SOMEBODY = {
    "en": "the person I met",
    "de": "meiner Gesprächsperson",
    "fr": "la personne rencontrée",
    "es": "la persona que me entrevistó",
}


def passing_on(carrier: AnyName, name: str, me: str, language: str = "en") -> str:
    """The lines to `carrier` above a text for `name`; in English where the language has no words for it."""
    language = language if language in _WORDS else "en"
    greeting, neutral, asked, thanks = _WORDS[language]
    first = greeting.format(carrier=called(carrier)) if called(carrier) else neutral
    question = asked.format(name=name or _SOMEBODY[language])
    return "\n\n".join((first, question, "\n".join(filter(None, (thanks, me))), "—" * 3))
