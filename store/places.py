"""Where zones are: cities and regions that have none of their own name, and countries. Pure.

The zones of countries are those of tzdata's own tables.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

from store.languages import spellings
from store.people.letters import fold
from store.zone_tables import table

_PLACES = {
    "America/Los_Angeles": """
        San Francisco, San Diego, San Jose, Sacramento, Oakland, Palo Alto, Mountain View, Cupertino,
        Menlo Park, Sunnyvale, Santa Monica, Silicon Valley, Bay Area, California, Seattle, Redmond,
        Bellevue, Spokane, Tacoma, Portland, Oregon, Las Vegas, Nevada, Washington State, SF, LA
    """,
    "America/Denver": "Salt Lake City, Boulder, Colorado Springs, Albuquerque, Colorado, Utah, New Mexico",
    "America/Phoenix": "Tucson, Scottsdale, Tempe, Arizona",
    "America/Chicago": """
        Austin, Dallas, Houston, San Antonio, Fort Worth, Minneapolis, St. Louis, Kansas City, Milwaukee,
        Nashville, Memphis, New Orleans, Oklahoma City, Madison, Omaha, Illinois, Minnesota, Wisconsin,
        Birmingham
    """,
    "America/New_York": """
        Boston, Washington, Washington DC, Washington D.C., Atlanta, Miami, Philadelphia, Pittsburgh,
        Baltimore, Charlotte, Raleigh, Durham, Orlando, Tampa, Jacksonville, Cleveland, Columbus,
        Cincinnati, Buffalo, Brooklyn, Manhattan, New York City, NYC, Newark, Hartford, Providence,
        Richmond, Cambridge, Massachusetts, Pennsylvania, New Jersey, Virginia, North Carolina, South
        Carolina, Ohio, Georgia, Connecticut, Maryland
    """,
    "America/Detroit": "Michigan, Ann Arbor",
    "America/Toronto": """
        Ottawa, Montreal, Montréal, Québec, Quebec, Quebec City, Ontario, Waterloo, Mississauga
    """,
    "America/Vancouver": "British Columbia, Burnaby",
    "America/Edmonton": "Calgary, Alberta",
    "America/Mexico_City": "Guadalajara, CDMX, Ciudad de México",
    "America/Sao_Paulo": """
        Rio de Janeiro, Rio, Brasília, Belo Horizonte, Curitiba, Porto Alegre, Florianópolis
    """,
    "America/Argentina/Buenos_Aires": "Rosario",
    "America/Bogota": "Medellín, Cali",
    "America/Costa_Rica": "San José",
    "Europe/London": """
        Edinburgh, Manchester, Birmingham, Glasgow, Bristol, Leeds, Liverpool, Sheffield, Cardiff, Oxford,
        Cambridge, Newcastle, Nottingham, Brighton, Southampton, Aberdeen, Dundee, Leicester, England,
        Scotland, Wales, Northern Ireland
    """,
    "Europe/Dublin": "Cork, Galway, Limerick",
    "Europe/Berlin": """
        Munich, München, Hamburg, Cologne, Köln, Frankfurt, Frankfurt am Main, Stuttgart, Düsseldorf,
        Dusseldorf, Leipzig, Dresden, Hannover, Hanover, Nuremberg, Nürnberg, Bremen, Karlsruhe, Mannheim,
        Heidelberg, Freiburg, Bonn, Münster, Dortmund, Essen, Duisburg, Bochum, Aachen, Potsdam, Jena,
        Erfurt, Kiel, Lübeck, Rostock, Mainz, Wiesbaden, Darmstadt, Augsburg, Ulm, Regensburg, Walldorf,
        Bavaria, Bayern
    """,
    "Europe/Zurich": """
        Zürich, Geneva, Genf, Genève, Basel, Basle, Bern, Berne, Lausanne, Zug, Lugano, Winterthur
    """,
    "Europe/Vienna": "Wien, Graz, Linz, Salzburg, Innsbruck",
    "Europe/Paris": """
        Lyon, Marseille, Toulouse, Bordeaux, Lille, Nantes, Strasbourg, Straßburg, Nice, Grenoble, Rennes,
        Montpellier, Sophia Antipolis
    """,
    "Europe/Madrid": "Barcelona, Valencia, Sevilla, Seville, Bilbao, Málaga, Zaragoza, Alicante",
    "Europe/Lisbon": "Porto, Lisboa, Lissabon, Braga, Coimbra",
    "Europe/Rome": """
        Milan, Milano, Mailand, Turin, Torino, Bologna, Florence, Firenze, Naples, Napoli, Venice, Roma,
        Rom
    """,
    "Europe/Amsterdam": """
        Rotterdam, Eindhoven, Utrecht, The Hague, Den Haag, Delft, Groningen, Leiden, Nijmegen
    """,
    "Europe/Brussels": """
        Antwerp, Antwerpen, Ghent, Gent, Leuven, Liège, Bruxelles, Brussel, Brüssel, Bruges
    """,
    "Europe/Copenhagen": "København, Kopenhagen, Aarhus, Odense, Aalborg",
    "Europe/Stockholm": "Gothenburg, Göteborg, Malmö, Uppsala, Lund, Linköping",
    "Europe/Oslo": "Bergen, Trondheim, Stavanger",
    "Europe/Helsinki": "Espoo, Tampere, Turku, Oulu",
    "Europe/Warsaw": """
        Krakow, Kraków, Cracow, Gdansk, Gdańsk, Wrocław, Poznań, Łódź, Katowice, Warszawa, Warschau
    """,
    "Europe/Prague": "Brno, Praha, Prag, Ostrava",
    "Europe/Bucharest": "Cluj, Cluj-Napoca, Iași, Timișoara, București",
    "Europe/Athens": "Thessaloniki, Athen",
    "Europe/Kyiv": "Lviv, Kharkiv, Odesa, Dnipro",
    "Europe/Belgrade": "Novi Sad, Beograd",
    "Europe/Moscow": "Saint Petersburg, St. Petersburg, Moskau",
    "Europe/Istanbul": "Ankara, Izmir, İzmir",
    "Asia/Jerusalem": "Haifa, Herzliya",
    "Asia/Dubai": "Abu Dhabi, Sharjah",
    "Asia/Kolkata": """
        Bangalore, Bengaluru, Mumbai, Bombay, Delhi, New Delhi, Hyderabad, Chennai, Pune, Gurgaon,
        Gurugram, Noida, Ahmedabad, Kochi, Jaipur
    """,
    "Asia/Karachi": "Lahore, Islamabad",
    "Asia/Shanghai": """
        Beijing, Shenzhen, Guangzhou, Hangzhou, Chengdu, Nanjing, Wuhan, Suzhou, Xi'an, Peking
    """,
    "Asia/Hong_Kong": "HK",
    "Asia/Tokyo": "Osaka, Kyoto, Yokohama, Fukuoka, Nagoya, Sapporo, Kobe",
    "Asia/Seoul": "Busan, Incheon",
    "Asia/Ho_Chi_Minh": "Hanoi, Da Nang, Saigon",
    "Asia/Manila": "Cebu, Makati",
    "Asia/Jakarta": "Bandung",
    "Asia/Kuala_Lumpur": "Penang, KL",
    "Africa/Cairo": "Alexandria, Kairo",
    "Africa/Johannesburg": "Cape Town, Durban, Pretoria",
    "Africa/Lagos": "Abuja",
    "Australia/Sydney": "Canberra, Newcastle, New South Wales",
    "Australia/Melbourne": "Geelong",
    "Pacific/Auckland": "Wellington, Christchurch",
}
"""Zone to what lies in it; what lies in several has several, and is asked about."""

_COUNTRIES = {
    "AE": "UAE, Emirates, United Arab Emirates, Emirate", "AT": "Österreich, Autriche", "AU": "Australien",
    "BE": "Belgien, Belgique, België", "BR": "Brasil, Brasilien", "CA": "Kanada",
    "CH": "Schweiz, Suisse, Svizzera", "CZ": "Czechia, Czech Republic, Tschechien",
    "DE": "Deutschland, Allemagne, Alemania", "DK": "Danmark, Dänemark", "ES": "España, Spanien, Espagne",
    "FI": "Suomi, Finnland", "FR": "Frankreich, Francia",
    "GB": "UK, United Kingdom, Great Britain, Britain, Großbritannien", "GR": "Griechenland, Hellas",
    "HU": "Ungarn", "IE": "Irland, Éire, Eire", "IN": "Indien", "IT": "Italia, Italien",
    "KR": "Korea, South Korea", "NL": "Nederland, Niederlande, Holland", "NO": "Norge, Norwegen",
    "PL": "Polska, Polen", "RO": "Rumänien", "SE": "Sverige, Schweden", "TR": "Turkey, Türkei, Türkiye",
    "US": "USA, United States, America, Amerika, U.S.", "VN": "Vietnam, Viet Nam", "ZA": "Südafrika",
}  # fmt: skip
"""What tzdata's list of countries does not call them."""

WELL_KNOWN = (
    "Europe/London", "Europe/Lisbon", "Europe/Berlin", "Europe/Paris", "Europe/Madrid", "Africa/Lagos",
    "Europe/Athens", "Europe/Helsinki", "Africa/Johannesburg", "Africa/Cairo", "Europe/Istanbul",
    "Africa/Nairobi", "Asia/Riyadh", "Asia/Tehran", "Asia/Dubai", "Asia/Kabul", "Asia/Karachi",
    "Asia/Kolkata", "Asia/Kathmandu", "Asia/Dhaka", "Asia/Yangon", "Asia/Bangkok", "Asia/Jakarta",
    "Asia/Singapore", "Asia/Shanghai", "Australia/Perth", "Asia/Tokyo", "Asia/Seoul", "Australia/Darwin",
    "Australia/Adelaide", "Australia/Brisbane", "Australia/Sydney", "Pacific/Noumea", "Pacific/Auckland",
    "Pacific/Tongatapu", "Pacific/Kiritimati", "Atlantic/Azores", "Atlantic/Cape_Verde",
    "Atlantic/South_Georgia", "America/Sao_Paulo", "America/Argentina/Buenos_Aires", "America/St_Johns",
    "America/Halifax", "America/Santiago", "America/New_York", "America/Toronto", "America/Bogota",
    "America/Chicago", "America/Mexico_City", "America/Denver", "America/Phoenix", "America/Los_Angeles",
    "America/Vancouver", "America/Anchorage", "Pacific/Honolulu", "Pacific/Marquesas", "Pacific/Pago_Pago",
)  # fmt: skip
"""For each offset some that people have heard of."""


@cache
def kept_places() -> dict[str, tuple[str, ...]]:
    """Each such place, folded, with the zones it may lie in."""
    found: dict[str, tuple[str, ...]] = {}
    for zone, names in _PLACES.items():
        for name in names.split(","):
            for key in map(fold, spellings(" ".join(name.split()))):
                found[key] = tuple(dict.fromkeys((*found.get(key, ()), zone)))
    return found


@cache
def countries() -> dict[str, str]:
    """Each country's name, folded, with its two letters."""
    rows = (line.split("\t") for line in table("iso3166.tab") if line and not line.startswith("#"))
    found = {fold(row[1].split(" (")[0]): row[0] for row in rows}
    for code, names in _COUNTRIES.items():
        found |= {fold(one): code for name in names.split(",") for one in spellings(name.strip())}
    return found


@cache
def country_zones(code: str) -> tuple[str, ...]:
    """The zones of the country of these two letters; of those whose clocks agree from now on only one."""
    rows = (line.split("\t") for line in table("zone.tab") if line and not line.startswith("#"))
    zones = [row[2] for row in rows if row[0] == code]
    by_clock: dict[tuple[timedelta | None, ...], str] = {}
    for zone in sorted(zones, key=lambda zone: zone not in WELL_KNOWN):
        by_clock.setdefault(_clock(zone), zone)
    return tuple(by_clock.values())


def _clock(zone: str) -> tuple[timedelta | None, ...]:
    there = ZoneInfo(zone)
    return tuple(datetime(2030, month, 1, tzinfo=UTC).astimezone(there).utcoffset() for month in range(1, 13))
