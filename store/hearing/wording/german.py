"""How German names times, and what it says of refusals and offers."""

from store.hearing.wording.answers.german import GERMAN_ANSWERS
from store.hearing.wording.wording import Wording, pattern, plainer

GERMAN = Wording(
    code="de",
    answers=GERMAN_ANSWERS,
    starts=pattern(
        r"im\ laufe\ (?:der|dieser)\ woche\b|\d|(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(?:s\b|vor|nach|mit|abend|früh|morgen|\b)|(?:mo|di|mi|do|fr|sa)\b|(?:j[aä]n(?:uar|ner)?|feb(?:ruar|er)?|märz?|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dez(?:ember)?)\b"
        r"|(?:morgen|übermorgen|heute|ende|monatsende|wochenende|jahresende|anfang|mitte|wochenmitte|in|im|innerhalb|binnen|spätestens|der|die|das|den|dem|des|zum|zur|am|um|gegen|woche|kw|kalenderwoche|zu\ beginn|beginn|vierzehn|acht|vier|fünf|sechs|sieben|neun|zehn)\b|nächste|kommende|diese|übernächste|ein|zwei|drei"
        r"|(?:noch\ )?(?:vor|bis)\ (?:weihnachten|heiligabend)\b|(?:noch\ )?(?:(?:vor\ dem|vorm|bis\ zum)\ wochenende|(?:vor|bis)\ wochenschluss|vor\ ablauf\ (?:der|dieser)\ woche|bevor\ (?:die|diese)\ woche\ (?:um|vorbei|vorüber|zu\ ende)\ ist)"
    ),
    plainly=plainer(
        december_24=r"\b(?:noch )?(?:vor|bis) (?:weihnachten|heiligabend)\b",
        tomorrow=r"\bmorgen früh\b",
        _=r"(?<=tag)\s?(?:(?:nach|vor)mittags?|abends?|früh|morgens?)\b|(?<=tag)s\b",
        this_week=r"\bim laufe (?:der|dieser) woche\b",
        the_week_after_next=r"\b(?:in der )?übernächsten? woche\b",
        today=r"\bheute (?:abend|nachmittag|mittag|noch|im laufe des tages)\b|\b(?:noch )?heute\b(?! in)",
        before_the_weekend=r"\b(?:noch )?(?:(?:vor dem|vorm|bis zum) wochenende|(?:vor|bis) wochenschluss|vor ablauf (?:der|dieser) woche|bevor (?:die|diese) woche (?:um|vorbei|vorüber|zu ende) ist)\b",
        within=r"\bin spätestens\b|\binnerhalb der nächsten\b",
        mid=r"\bwochenmitte\b",
    ),
    within=pattern(
        r"""(?:der|die|das|den|dem|des|um|uhr|am|im|in|oder|und|zu|zum|nächste[nrs]?|kommende[nrs]?|diese[rsnm]?|folgende[nr]?|wochen?|kw|kalenderwoche|monate?n?s?|jahre?s?|tage?n?|arbeitstagen?|werktagen?|stunden?|ende|anfang|mitte|früh|vormittag|nachmittag|abend|mittag|eine[rnm]?|ein|zwei|drei|vier|fünf|sechs|spätestens|-|–)\.?$"""
    ),
    ordinary=pattern(
        r"(?:die|der|das|den|dem|des|am|so|ein\w*|in|im|zum|zur|um|gegen|innerhalb|binnen|spätestens|nächste\w*|kommende\w*|diese\w*|ende|anfang|mitte|beginn|und|oder|zu|zwei|drei|,|-|–|(?-i:mi|do|sa|mo|fr|mai|di|so))$"
    ),
    qualifies=pattern(r"\s+(?:nächste|kommende|danach|darauf|früh)\w*"),
    weekdays=pattern(r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?\b"),
    refusal=pattern(r"""
        \bleider\b.{0,60}\bnicht\ (?:ganz\ |restlos\ |vollends\ )?überzeug(?:en|t)\b | \bnicht\ (?:mehr\ )?in\ der\ (?:engeren|näheren)\ (?:aus)?wahl | \b(?:leider\ )?(?:passt|passen)\ (?:leider\ )?(?:ihr|dein|sie|du)\b.{0,30}\bnicht\ (?:ganz\ |so\ |richtig\ )?zu\b
      |        \bvon\ einer\ (?:einstellung|zusage|weiteren)\b.{0,30}\babsehen | \bwir\ nehmen\ (?:jemand(?:en)?|einen?\ ander\w+)\b
      |        \b(?:jemand\w*\ ander\w+|ander\w+\ (?:\w+\ )?(?:bewerb\w+|kandidat\w+|person))\ den\ vorzug
      |        \bgegen\ (?:eine|ihre|deine)\ (?:zusammenarbeit|einstellung|weitere|kandidatur|bewerbung)\b.{0,20}\bentschieden | \bwahl\b.{0,25}\bauf\ (?:eine?n?|jemand)\b.{0,20}(?:bewerber|kandidat|ander|person)
      |        \bgegen\ (?:sie|dich)\ entschieden | \b(?:es\ )?wird\ (?:\w+\ ){0,2}nichts\b(?:\ \w+){0,2}\ (?:mit|aus)\b | \b(?:es|das)\b.{0,20}\bnicht\ (?:ganz\ )?(?:geklappt|gereicht|gepasst)\b
      | \b(?:stelle|job|position|zuschlag|rolle)\b.{0,20}\b(?:bekommt|bekam|geht\ an|erhält|ging\ an|kriegt)\b.{0,30}\b(?:ander\w+|jemand|bewerber\w*|kandidat\w*)
      | \bnicht\ (?:zusammen(?:finden|kommen|arbeiten)|weiterkommen|weitergehen|weitermachen)\b | \b(?:müssen|muss)\b(?:(?!\b(?:termin|gespräch|interview|treffen|meeting|telefonat|telefontermin|videocall|call|runde|besuch)\b).){0,30}\b(?:absagen|enttäuschen)\b | \bnicht\ (?:in\ die\ (?:engere|nächste)|weiter\ im)
      |        \b(?:für|zugunsten)\ (?:einen?|eine|andere|anderen)\s*(?:anderen?|andere|weitere)?\s*(?:bewerber|kandidat|person|mitbewerber)\w*\b.{0,40}\bentschieden
      | \bfür\ (?:jemand(?:en)?|eine[nr]?\ (?:bewerber|kandidat|person)\w*)\ mit\b.{0,40}\bentschieden
      | \bfür\ jemand(?:en)?\ ander\w*\b.{0,40}\bentschieden | \banderweitig\ (?:besetzt|vergeben|entschieden)
      | \b(?:keine\ zusage|eine\ absage(?![^,;.]{0,30}\ nicht\b)|(?<!termin\ )(?<!gespräch\ )(?<!interview\ )(?<!treffen\ )(?<!meeting\ )(?<!telefonat\ )(?<!call\ )leider\ absagen|(?<!termin\ )(?<!gespräch\ )(?<!interview\ )(?<!treffen\ )(?<!meeting\ )(?<!telefonat\ )(?<!call\ )(?<!leider\ )absagen\ müssen|absage\ erteilen)\b
      | \bleider\b.{0,120}\bnicht\ (?:berücksichtig|in\ die\ engere|weiter\ (?:verfolg|berücksichtig)|anbieten|zusagen|für\ sie\ entschieden|für\ dich\ entschieden|einstellen)
      | \bnicht\ (?:weiter\ )?(?:berücksichtigen|berücksichtigt)\b | \bstelle\b(?:(?!nicht|\bneu|\bwird).){0,40}\b(?:besetzt|vergeben)\b(?!\ (?:werden|wird|sein))
      | \b(?:wahl|entscheidung)\b.{0,30}\b(?:nicht\ auf\ sie|auf\ (?:eine\ andere|einen\ anderen)|nicht\ zu\ ihren\ gunsten|zugunsten)\b
      | \bgegen\ (?:ihre|deine)\ bewerbung\b | \b(?:ihre|deine)\ bewerbung\b.{0,60}\b(?:abgelehnt|nicht\ erfolgreich|nicht\ weiter)
      | \bnicht\ für\ (?:sie|dich)\ entschieden\b | \bnicht\ (?:ganz\ )?gereicht\b | \bnicht\ mit\ (?:ihnen|dir)\ (?:weiter|fortfahren|zusammen)
      | \b(?:mit|auf)\ (?:einem|einen|einer|eine|anderen|weiteren)\ (?:anderen?\ |andere\ )?(?:bewerber|kandidat|person)\w*\b.{0,40}\b(?:weiter(?:machen|gehen|zumachen|zugehen)|fortfahren|fortzufahren|fortsetzen|fortzusetzen|gefallen|besetzt) | \bpasst\b.{0,40}\bleider\ nicht\b | \bander\w+\b.{0,30}\bdas\ rennen\ gemacht\b | \bnicht\ weiter\ ?(?:zu)?verfolgen\b | \bkeine\ positive\b.{0,30}\b(?:nachricht|antwort|rückmeldung|mitteilung)
    """),
    offer=pattern(r"""
        \b(?:freuen|freue|toll|schön|glücklich)\b.{0,15},?\ wenn\ (?:sie|du)\b.{0,25}\b(?:bei\ uns\ (?:anf[aä]ng|beginn|einsteig|start)\w*|zu\ uns\ (?:komm|stoß|stöß|wechsel)\w*|teil\ (?:des|unseres)\ teams)
      |        \b(?:du\ bist|sie\ sind)\ dabei\b(?=\W*$)
      |        \b(?:freuen|freue|freut)\b.{0,30}\b(?:den|ihren|deinen)\ (?:arbeits)?vertrag
      |        \bwir\ (?:wollen|nehmen)\ (?:sie|dich)\b(?!\ (?:gerne?\ )?(?:noch|kennen|einladen|bitten|fragen|informieren|nur|auf|mal|zu)) | \b(?:sie|dich)\b.{0,20}\beinstellen\ (?:möchten|wollen|würden|werden)
      |        \b(?:freuen|freue|freut|möchten|möchte|würden|können|dürfen|bieten|gerne|glücklich)\b.{0,80}\b(?:die|eine|den|diese|unsere)\ (?:stelle|position|rolle|anstellung|arbeitsstelle|job)\b.{0,60}\b(?:anbieten|anzubieten|an)\b
      | \b(?:ihnen|dir)\b.{0,30}\b(?:einen|den)\ (?:arbeits)?vertrag\ (?:anbieten|anzubieten) | \b(?:würden|möchten|wollen)\ (?:sie|dich)\ (?:sehr\ )?gerne?\ einstellen
      | \bbieten\b.{0,30}\b(?:ihnen|dir)\b.{0,20}\b(?:die|eine|den|diese)\ (?:stelle|position|rolle|anstellung|job)
      | \b(?:freuen|möchten|können)\b.{0,60}\b(?:ihnen|dir)\b.{0,40}\b(?:ein|unser)\ (?:konkretes\ |verbindliches\ |formelles\ )?(?:angebot|vertragsangebot|arbeitsvertrag)\b.{0,60}\b(?:machen|zu\ machen|unterbreiten|zu\ unterbreiten|senden|zu\ senden|vorlegen)
      | \b(?:freuen|freue)\b.{0,60}\bzusage\b | \bzusage\ (?:geben|erteilen)\b | \b(?:den|ihren|deinen)\ arbeitsvertrag\b.{0,60}\b(?:anbei|anhang|angehängt|beigefügt)
      | \banbei\b.{0,60}\b(?:arbeitsvertrag|vertragsangebot)\b | \bwillkommen\ (?:im\ team|an\ bord)\b | \b(?:team|an\ bord|kolleg\w+)\b.{0,20}\b(?:zu\ begrüßen|begrüßen\ zu\ (?:dürfen|können)|begrüßen)\b
      | \bfür\ (?:sie|dich)\ entschieden\b | \b(?:haben|hätten|nehmen)\ (?:sie|dich)\ (?:sehr\ |total\ )?gerne?\ (?:bei\ uns\ )?(?:im\ team|an\ bord|dabei) | \b(?:du\ hast|sie\ haben)\ (?:die\ stelle|den\ job)\b(?!.{0,20}(?:gefunden|gesehen|beschrieben))
    """),
    not_yet=pattern(
        r"^.{0,30}\b(?:bevor|solange|noch\ nicht|vorerst|vorläufig)\b|^.{0,40}\b(?:hat|haben)\b.{0,30}\b(?:abgesagt|abgelehnt|zurückgezogen|abgesprungen|es\ sich\ anders\ überlegt)\b"
    ),
    still_open=pattern(
        r"\b(?:sie\ sind|du\ bist|sind\ sie|bist\ du)\b.{0,20}\b(?:noch|wieder|weiterhin|weiter|nach\ wie\ vor)\b.{0,20}\b(?:im\ rennen|im\ spiel|in\ der\ (?:engeren\ )?auswahl|im\ (?:prozess|verfahren)|dabei)\b"
    ),
    doubt=pattern(r"""
        \bhoff(?:e|en)\b |
        \b(?:wenn|falls|ob|sollten|sobald|bevor|vielleicht|eventuell|möglicherweise|könnten)\b | \bnoch\ (?:nicht|keine[nr]?)\b | \bkeine[nr]?\ (?:absage|zusage)\b.{0,5}$
      | \b(?:nicht|kein|keine)\b.{0,40}$
    """),
    invitation=pattern(
        r"\b(?:einladen|einzuladen|lade[nt]?\b.{0,40}\bein|zweites\ gespräch|zweiten\ gespräch|nächste\ runde|weiteres\ gespräch|kennenlernen)\b"
    ),
    thanks=pattern(r"\b(?:dank|danke|bedanke|dankbar|dankeschön)\b"),
)
