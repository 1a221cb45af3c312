"""The languages that come with the program. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from store.languages.french_times import FRENCH_TIMES
from store.languages.german_times import GERMAN_TIMES
from store.languages.language import Language
from store.languages.spanish_times import SPANISH_TIMES

ENGLISH = Language(
    code="en",
    name="English",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    conjunction="and",
    neutral_greeting="Hello,",
    greeting_by_name="Dear {name},",
    spoken_greeting="Hello {name},",
    by_first_name=True,
    greetings=("dear", "hello", "hi", "hey", "good morning", "good afternoon", "good evening", "good day"),
    closes=("Kind regards", "Best regards", "Best wishes", "Yours sincerely", "Thanks again"),
    honorifics=("ms", "mr", "mrs", "miss", "mx", "dr", "prof", "professor", "sir", "madam", "dame"),
    roles=(
        *("hr", "people", "talent", "acquisition", "recruiting", "recruitment", "recruiter", "recruiters"),
        *("hiring", "staffing", "careers", "jobs", "human", "resources", "personnel", "panel", "committee"),
        *("team", "office", "department", "desk", "manager", "operations", "admin", "reception"),
        *("interviewer", "interviewers", "ops", "coordinator", "coordination", "sourcing", "support", "info"),
        *("enquiries", "inquiries", "service", "business", "technical", "engineering", "contact", "group"),
        *(
            "unknown",
            "tbd",
            "tba",
            "n/a",
            "somebody",
            "someone",
            "nobody",
            "anonymous",
            "all",
            "everyone",
            "guest",
        ),
        *("candidate", "experience", "partner", "partners", "head", "lead", "director", "assistant"),
        *("the", "and", "or", "of", "for", "your", "our", "at", "a", "an"),
    ),
    position="the {role} role",
    unnamed_position="the role",
    posts=dict.fromkeys(
        (
            *("apprenticeship", "bootcamp", "externship", "fellowship", "internship", "job", "placement"),
            *("position", "post", "programme", "program", "residency", "role", "scheme", "scholarship"),
            *("secondment", "traineeship", "vacancy"),
        ),
        "the",
    ),
    please_pass_on="I have no address for {name}. Could you pass the lines below on for me?",
    unnamed_reader="the person I met",
    thanks_for_it="Thank you,",
)

GERMAN = Language(
    code="de",
    name="German",
    weekdays=("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag"),
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni"),
        *("Juli", "August", "September", "Oktober", "November", "Dezember"),
    ),
    times=GERMAN_TIMES,
    conjunction="und",
    neutral_greeting="Guten Tag,",
    greeting_by_name="Guten Tag {name},",
    by_first_name=False,
    greeting_by_title={
        "frau": "Sehr geehrte {name},",
        "herr": "Sehr geehrter {name},",
        "herrn": "Sehr geehrter {name},",
    },
    spoken_titles={"herrn": "Herr"},
    greetings=(
        *("sehr geehrte", "sehr geehrter", "liebe", "lieber", "liebes"),
        *("guten tag", "guten morgen", "guten abend", "hallo"),
    ),
    closes=("Mit freundlichen Grüßen", "Freundliche Grüße", "Viele Grüße", "Herzliche Grüße"),
    honorifics=("herr", "herrn", "frau"),
    roles=(
        *("personalabteilung", "personalwesen", "bewerbermanagement", "recruiting-team", "personal"),
        *("bewerbung", "bewerbungen", "karriere", "sekretariat", "empfang", "abteilung", "ausbildung"),
        *("geschäftsführung", "damen", "herren", "unbekannt", "leitung", "und", "die", "das", "für"),
    ),
    day_and_month="{day}. {month}",
    weekday_and_date="{weekday}, den {date}",
    clock_time="{time} Uhr",
    position="die Stelle als {role}",
    unnamed_position="die Stelle",
    posts={
        **dict.fromkeys(("Ausbildung", "Ausbildungsstelle", "Lehre", "Lehrstelle", "Position"), "die"),
        **dict.fromkeys(("Stelle", "Werkstudentenstelle"), "die"),
        **dict.fromkeys(("Pflichtpraktikum", "Praktikum", "Referendariat", "Stipendium"), "das"),
        **dict.fromkeys(("Traineeprogramm", "Volontariat"), "das"),
        **dict.fromkeys(("Ausbildungsplatz", "Ferienjob", "Job", "Minijob", "Nebenjob"), "der"),
    },
    please_pass_on="von {name} habe ich keine Adresse. Könnten Sie die folgenden Zeilen weitergeben?",
    unnamed_reader="meiner Gesprächsperson",
    thanks_for_it="Vielen Dank,",
)

FRENCH = Language(
    code="fr",
    name="French",
    weekdays=("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    times=FRENCH_TIMES,
    conjunction="et",
    neutral_greeting="Bonjour,",
    greeting_by_name="Bonjour {name},",
    by_first_name=False,
    spoken_titles={
        "m": "Monsieur",
        "mme": "Madame",
        "mlle": "Mademoiselle",
        "dr": "Docteur",
        "pr": "Professeur",
    },
    greetings=("cher", "chère", "chers", "chères", "bonjour", "bonsoir"),
    closes=("Cordialement", "Bien cordialement", "Bien à vous"),
    honorifics=("mme", "mlle", "monsieur", "madame", "mademoiselle"),
    roles=(
        *("rh", "recrutement", "ressources", "humaines", "équipe", "service", "direction", "recruteur"),
        *("recruteuse", "accueil", "inconnu", "inconnue", "et", "le", "la", "les", "des", "de", "du"),
    ),
    position="le poste ({role})",
    unnamed_position="le poste",
    please_pass_on="Je n’ai pas l’adresse de {name}. Pourriez-vous lui transmettre les lignes ci-dessous ?",
    unnamed_reader="la personne rencontrée",
    thanks_for_it="Merci,",
)

SPANISH = Language(
    code="es",
    name="Spanish",
    weekdays=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio"),
        *("julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    times=SPANISH_TIMES,
    conjunction="y",
    other_conjunction="e",
    before_other=("i", "í", "hi", "hí"),
    not_before_other=("ia", "ie", "hia", "hie", "ía", "íe", "hía", "híe"),
    neutral_greeting="Buenos días,",
    greeting_by_name="Buenos días, {name},",
    by_first_name=True,
    greeting_by_title={
        **dict.fromkeys(("sr", "señor"), "Estimado {name},"),
        **dict.fromkeys(("sra", "señora", "srta", "señorita", "dra", "doña"), "Estimada {name},"),
    },
    greetings=("estimado", "estimada", "querido", "querida", "hola", "buenos días", "buenas tardes"),
    closes=("Un saludo", "Saludos cordiales", "Atentamente"),
    honorifics=("señor", "señora", "señorita", "sr", "sra", "srta", "dra"),
    roles=(
        *("rrhh", "selección", "recursos", "humanos", "equipo", "departamento", "talento", "personal"),
        *("reclutamiento", "contratación", "recepción", "desconocido", "y", "el", "la", "los", "de", "del"),
    ),
    day_and_month="{day} de {month}",
    position="el puesto de {role}",
    unnamed_position="el puesto",
    please_pass_on="No tengo la dirección de {name}. ¿Podría hacerle llegar las líneas siguientes?",
    unnamed_reader="la persona que me entrevistó",
    thanks_for_it="Gracias,",
)

PACKAGED: Mapping[str, Language] = MappingProxyType(
    {one.code: one for one in (ENGLISH, GERMAN, FRENCH, SPANISH)}
)
"""By their two letters."""
