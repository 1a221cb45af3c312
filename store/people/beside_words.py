"""Tables of words that stand beside names: in titles, behind companies, below letters. Pure.

Folded, but for abbreviations, of which the capitals count.
"""

from __future__ import annotations

import re

from store.patterns import pattern
from store.people.letters import fold, folded_set


def _as_written(text: str) -> tuple[str, ...]:
    return (*text.split(),)


LEGAL_FORMS = folded_set(
    """
    ag se kg kgaa ohg gmbh mbh ug e.v ev inc incorporated llc llp lp ltd limited plc corp corporation co
    company sa s.a sas s.a.s sarl s.a.r.l srl s.r.l spa s.p.a sl s.l slu bv b.v nv n.v oy oyj ab as a/s aps kk
    k.k pty pte group holding holdings gruppe groupe international global deutschland germany france españa
    spain uk usa us europe emea schweiz switzerland österreich austria technologies labs
    """
)
"""What may stand behind the name of a company, and makes no other company of it."""
SURE_LEGAL_FORMS = folded_set(
    "ag se kg kgaa ohg gmbh mbh ug inc llc llp ltd limited plc corp corporation sas sarl srl bv nv oy"
)
"""What ends so is a company."""
CLOSES = frozenset(
    fold(close)
    for close in (
        *("best", "regards", "cheers", "thanks", "thank you", "many thanks", "warm regards", "all the best"),
        *("sincerely", "yours", "yours truly", "mfg", "lg", "vg", "beste grüße", "liebe grüße", "gruß", "br"),
        *("schöne grüße", "mit freundlichem gruß", "bonne journée", "saludos", "cordialmente", "rgds"),
        *(
            "mit besten grüßen",
            "mit lieben grüßen",
            "mit herzlichen grüßen",
            "mit vielen grüßen",
            "best wishes",
        ),
        *("cordiali saluti", "distinti saluti", "cari saluti", "saluti", "un caro saluto", "grazie"),
        *("pozdrawiam", "z poważaniem", "serdecznie pozdrawiam", "z wyrazami szacunku", "saygılarımla"),
        *(
            "saygılar",
            "teşekkürler",
            "met vriendelijke groet",
            "met vriendelijke groeten",
            "groeten",
            "groet",
        ),
        *("hartelijke groet", "med vänlig hälsning", "med vänliga hälsningar", "vänliga hälsningar", "mvh"),
        *(
            "hälsningar",
            "med venlig hilsen",
            "venlig hilsen",
            "med vennlig hilsen",
            "vennlig hilsen",
            "hilsen",
        ),
        *("vh", "ystävällisin terveisin", "terveisin", "com os melhores cumprimentos", "cumprimentos"),
        *(
            "atenciosamente",
            "atentamente",
            "abraços",
            "saludos cordiales",
            "bien cordialement",
            "sincères salutations",
        ),
        *(
            "s pozdravem",
            "s přáním hezkého dne",
            "üdvözlettel",
            "с уважением",
            "此致",
            "敬具",
            "freundliche grüsse",
        ),
        *("un cordial saludo", "with kind regards", "danke", "merci", "gracias"),
    )
)
"""Above a name at the end of a letter, besides those of the table of languages."""
NOBODY = folded_set("tbc tbd tba none nobody null nil unknown niemand keiner personne nadie ninguno n/a")
"""What stands for a name that is not known."""
DEPARTMENTS = folded_set(
    """
    people talent hr hiring human resources operations ops it data team global product marketing sales finance
    research software engineering staff personal personnel rh rrhh recruiting recruitment abteilung
    """
)
"""Words of titles that alone are no title of somebody's."""
SHORT_TITLES = frozenset(
    _as_written(
        """
        EM PM TPM SRE SWE SDE TL PO BA TA HRBP DRH DSI CDO CSO CCO GM MD EA PA QA BDR SDR AE PMO CTO CEO CFO
        COO CIO CMO CPO CHRO CISO VP SVP EVP AVP
        """
    )
)
"""Titles by their initials."""
JOB_ENDINGS = _as_written(
    """
    leiter ingenieur entwickler manager berater referent assistent arbeiter direktor architekt analyst
    spezialist koordinator fuhrer beauftragte beauftragter meister verantwortliche verantwortlicher vorstand
    partner chef recruiter wissenschaftler
    """
)
"""How jobs end that German puts together of several words, those of women without their -in."""
MORE_JOBS = folded_set(
    """
    técnico técnica especialista coordinador coordinadora desarrollador desarrolladora analista consultor
    consultora responsable directivo jefe jefa adjoint adjointe chargé chargée développeur développeuse
    ingénieur ingénieure consultante cheffe chef gérant gérante associé associée recruteur recruteuse
    reclutador reclutadora referent referentin vorstand inhaber inhaberin prokurist prokuristin sachbearbeiter
    medewerker adviseur ontwikkelaar leidinggevende consulente sviluppatore sviluppatrice tecnico
    engenheiro engenheira desenvolvedor gestor gestora fundador fundadora presidente директор менеджер инженер
    рекрутер руководитель разработчик
    """
)
"""Jobs, of more languages than `name_words` has."""
FIELDS = folded_set(
    """
    platform infrastructure security cloud analytics growth design strategy quality backend frontend fullstack
    devops mobile web ux ui ai ml bi qa legal compliance procurement logistics partnerships content brand
    communications pr payments risk audit tax treasury automation robotics machine learning science hardware
    firmware embedded networks database databases architecture delivery success support solutions business
    development training education administration culture einkauf vertrieb entwicklung technik qualität
    finanzen
    """
)
"""Of what a title without a job in it speaks: `Platform`, `Machine Learning`."""
BEFORE_A_JOB = folded_set(
    """
    senior sr junior jr deputy interim acting regional technical key customer account client business area
    country general managing vice principal freelance former group stellvertretender stellvertretende co
    """
)
"""What a title begins with that has a job in it further on."""
DOES_SOMETHING = pattern(r"[^\W\d_]{3,}(?:er|or|ist|eur|euse|ière|ant|keeper|man|woman)", re.IGNORECASE)
"""How a word ends that says what somebody does."""

RANKS = folded_set(
    """
    verified premium message connect follow following work home cell mobile office internet pref private voice
    main other linkedin xing optional required organiser organizer accepted tentative external extern ext
    unverified you me host cohost co-host guest invited attendee participant panelist panellist presenter
    awaiting virtual organisator organisatorin gast zugesagt angenommen erforderlich organisateur
    organisatrice accepté invité provisoire facultatif organizador organizadora aceptado aceptada invitado
    invitada provisional opcional
    """
) | {
    *("open to work", "contact info", "mutual connection", "mutual connections", "no response", "in person"),
    *("not responded", "has not responded", "awaiting response", "mit vorbehalt", "keine antwort"),
}
"""What a website, an address book or a calendar puts beside a name."""
