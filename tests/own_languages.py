"""Files of languages as users might write them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from store.languages import use_languages
from store.settings.own_languages import read_languages

TURKISH = """
[tr]
name = "Turkish"
weekdays = ["Pazartesi", "Salı", "Çarşamba", "Perşembe", "Cuma", "Cumartesi", "Pazar"]
months = [
  "Ocak", "Şubat", "Mart", "Nisan", "Mayıs", "Haziran",
  "Temmuz", "Ağustos", "Eylül", "Ekim", "Kasım", "Aralık",
]
conjunction = "ve"
neutral_greeting = "İyi günler,"
greeting_by_name = "Sayın {name},"
greetings = ["Merhaba"]
closes = ["Saygılarımla", "İyi çalışmalar"]
honorifics = ["Başkan"]
roles = ["İnsan", "Kaynakları"]
weekday_and_date = "{date} {weekday}"
position = "{role} pozisyonu"
unnamed_position = "pozisyon"
"""
LEAST = """
[nl]
name = "Dutch"
weekdays = ["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"]
months = [
  "januari", "februari", "maart", "april", "mei", "juni",
  "juli", "augustus", "september", "oktober", "november", "december",
]
"""
"""Only what a language must have."""
DUTCH = (
    LEAST
    + """conjunction = "en"
neutral_greeting = "Goedendag,"
greeting_by_name = "Beste {name},"
by_first_name = true
greeting_by_title = { dhr = "Geachte {name},", "Mevr." = "Geachte {name}," }
spoken_titles = { dhr = "heer", mevr = "mevrouw", wethouder = "wethouder" }
closes = ["Met vriendelijke groet", "Hartelijke groeten"]
clock_time = "{time} uur"
"""
)


@contextmanager
def speaking(text: str) -> Iterator[None]:
    """With the languages of such a file, of which all must be right."""
    own, faults = read_languages(text)
    assert faults == ()
    use_languages(own)
    try:
        yield
    finally:
        use_languages({})
