"""What German says of answers, refusals and offers."""

from store.hearing.wording.wording import NEVER, Wording, pattern

_YOU = r"(?:ihnen|dir|sie|dich|euch)"
_NEWS = r"(?:rückmeldung|antwort|bescheid|entscheidung|feedback|nachricht|neuigkeiten|ergebnis|update|information(?:en)?|auskunft)"
_CORE = rf"""(?P<core>
    melde(?:n|st|t)?\b | zurückmelden\b | (?:melden|meldet|meldest)\b | {_YOU}\ (?:\w+\ ){{0,4}}?bescheid\b | bescheid\ (?:geben|sagen)\b
  | (?:gebe|geben|teile|teilen|informiere|informieren|benachrichtige|benachrichtigen|kontaktiere|kontaktieren|rufe|rufen|anrufen)\b.{{0,40}}?\b{_YOU}
  | {_YOU}\b.{{0,60}}?\b(?:informieren|benachrichtigen|kontaktieren|anrufen|mitteilen|zukommen\ lassen|schreiben|antworten|kontakt)\b
  | auf\ {_YOU}\ zu(?:kommen)?\b | (?:hören|hörst|hört)\b.{{0,60}}?\bvon\ (?:uns|mir)\b | von\ (?:uns|mir)\ hören\b
  | (?:erhalten|erhältst|bekommen|bekommst|haben)\b.{{0,60}}?\b{_NEWS} | {_NEWS}\ (?:erhalten|bekommen|geben|haben|treffen|fällt|folgt|erfolgt|fallen)
  | (?:wissen\ wir|weiß\ ich)\ mehr\b | (?:entscheiden|entscheide)\b | (?:treffen|fällen)\b.{{0,40}}?\bentscheidung
  | rechnen\ sie\b.{{0,40}}?\b{_NEWS} | mit\ (?:einer|unserer|der)\ {_NEWS}\b(?=.{{0,80}}\brechnen\b)
)"""

GERMAN = Wording(
    code="de",
    answering=pattern(rf"\b{_CORE}"),
    promise=pattern(rf"\b{_CORE}"),
    preamble=NEVER,
    not_promise=pattern(rf"""
        \b(?:wollten|wollte|hatten|hatte|hätten|hätte|eigentlich)\b | \b(?:sie|du)\ (?:sollten|solltest|sollen|sollst)\b.{{0,80}}\b(?:geben|sagen|melden|schicken|senden|antworten)\b | \b(?:sagte|sagten|versprach|versprochen|angekündigt|gemeldet)\b
      | \b(?:nicht|kein|keine|keinen|noch\ nicht|kaum)\b.{{0,60}}\b(?:melden|bescheid|sagen|geben|antworten|entscheiden|{_NEWS})
      | \b(?:melden\ sie\ sich|(?:geben|sagen|teilen|rufen|informieren|schreiben|kontaktieren|lassen)\ sie\ (?:uns|mir|mich)|melde\ dich|(?:gib|sag|ruf|schreib|lass)\ (?:uns|mir|mich))
      | \bbitte\b | \bkönnen\ sie\b | \bkönnten\ sie\b | \bkannst\ du\b
    """),
    unheard=pattern(
        r"\b(?:wenn|falls|sollten|sofern)\b.{0,80}\b(?:nichts|nicht|keine\ (?:rückmeldung|antwort|nachricht))\b.{0,80}\b(?:hören|gehört|erhalten|bekommen|gemeldet|melden)\b"
    ),
    patience=pattern(
        r"\b(?:gib|gebt|geben\ sie|lass|lasst|lassen\ sie)\ (?:uns|mir)\ (?:\w+\ ){0,2}?noch\ (?:etwa\ |ca\.?\ |rund\ |bis\ )?|\bgedulde\w*\ (?:sie\ |dich\ |euch\ )?(?:sich\ )?(?:\w+\ ){0,2}?noch\ (?:etwa\ |bis\ )?"
        r"|\b(?:wir|ich)\ (?:brauchen|benötigen|brauche|benötige)\ (?:\w+\ )?noch\ (?:etwa\ |ca\.?\ |rund\ |bis\ )?(?=.{0,60}\b(?:entscheid|antwort|rückmeld|bescheid))"
    ),
    instead=pattern(
        r"\b(?:sondern|aber)\ (?:erst\ |wohl\ |wahrscheinlich\ |voraussichtlich\ |eher\ |nun\ |jetzt\ )*(?:bis\ |am\ )?(?=\w)|\b(?:wird|ist)\ (?:es\ )?(?:nun|jetzt|wohl|eher)\b|\beher\b|\bstattdessen\b"
    ),
    then=pattern(r"\b(?:dann|danach|anschließend|im\ anschluss|gleich\ darauf|direkt\ danach)\b"),
    silence_is_no=pattern(
        r"\babsage\b|\bnicht\ berücksichtig|\bnicht\ weiter|\bkeine\ zusage\b|\banderweitig\b|\bals\ abgelehnt\b"
    ),
    ring=pattern(r"\b(?:rufe?n?\b.{0,40}\ban|anrufen|anruf)\b"),
    request=pattern(r"""
        \b(?:bitte|könnten\ sie|können\ sie|könntest\ du|kannst\ du|wir\ (?:benötigen|brauchen|bitten|bräuchten|würden\ uns\ freuen)
          |ich\ (?:benötige|brauche|bitte|bräuchte)|(?:sag|sagt|schick|schickt|gib|gebt|schreib|schreibt|sagen\ sie|schicken\ sie|geben\ sie|schreiben\ sie|melde\ dich|lass|lassen\ sie)(?=\ (?:uns|mir|mich|dich|sie)\b)|sie\ (?:müssen|müssten|sollten))\b
        .{0,160}?\b(?:schick|send|übersend|zusend|zuschick|einreich|ausfüll|teil|gib|geb|sag|meld|antwort|bestätig|unterschr|zurück|wähl|buch|lad|mach|lös|bearbeit|füll|reich|rückmeldung|unterlagen|zeugnisse|ihre|deine|lass)
    """),
    limit=pattern(
        r"\b(?:bis(?:\ spätestens)?|spätestens|vor|innerhalb|binnen)\s*(?:zum|zur|am|an|dem|den|der|von|nächsten|kommenden)?\s*(?:spätestens\ )?$"
    ),
    due=pattern(
        r"\b(?:fällig|abgabetermin|abgabefrist|frist|gültig\ bis|abgabe|einsendeschluss|rückgabe|einreichung)\b"
    ),
    no_end=pattern(
        r"\b(?:nach|seit|ab|nicht\ vor|von|vom|erst\ nach|letzten|vergangenen)\s+(?:dem\ |der\ )?$"
    ),
    about=pattern(
        r"\b(?:ob|wenn|wann|wo|welche[rsn]?|wie|wer|was|warum|dass|weil|da|obwohl|aber|sobald|nachdem)\b|[;:–—]|\ -\ "
    ),
    starts=pattern(
        r"\d|mo(?:ntag|\b)|di(?:enstag|\b)|mi(?:ttwoch|\b)|do(?:nnerstag|\b)|fr(?:eitag|\b)|sa(?:mstag|\b)|so(?:nntag|nnabend)|jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez"
        r"|morgen$|übermorgen$|heute$|nächste|kommende|diese|ende$|monatsende$|wochenende$|jahresende$|anfang$|mitte$|in$|innerhalb$|spätestens$|der$|die$|das$|den$|dem$|des$|zum$|am$|ein|zwei|drei"
    ),
    within=pattern(
        r"""(?:der|die|das|den|dem|des|um|uhr|am|im|in|oder|und|zu|zum|nächste[nrs]?|kommende[nrs]?|diese[rsnm]?|folgende[nr]?|wochen?|monate?n?s?|jahre?s?|tage?n?|arbeitstagen?|werktagen?|stunden?|ende|anfang|mitte|früh|vormittag|nachmittag|abend|mittag|eine[rnm]?|ein|zwei|drei|vier|fünf|sechs|spätestens|-|–)\.?$"""
    ),
    ordinary=pattern(r"(?:die|der|das|den|dem|des|am|so|ein\w*|(?-i:mi|do|sa|mo|fr|mai))$"),
    qualifies=pattern(r"\s+(?:nächste|kommende|danach|darauf|früh)\w*"),
    weekdays=pattern(r"\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)s?\b"),
    refusal=pattern(r"""
        \b(?:für|zugunsten)\ (?:einen?|eine|andere|anderen)\s*(?:anderen?|andere|weitere)?\s*(?:bewerber|kandidat|person|mitbewerber)\w*\b.{0,40}\bentschieden
      | \bfür\ jemand(?:en)?\ ander\w*\b.{0,40}\bentschieden | \banderweitig\ (?:besetzt|vergeben|entschieden)
      | \b(?:keine\ zusage|eine\ absage|leider\ absagen|absagen\ müssen|absage\ erteilen)\b
      | \bleider\b.{0,120}\bnicht\ (?:berücksichtig|in\ die\ engere|weiter\ (?:verfolg|berücksichtig)|anbieten|zusagen|für\ sie\ entschieden|für\ dich\ entschieden|einstellen)
      | \bnicht\ (?:weiter\ )?(?:berücksichtigen|berücksichtigt)\b | \bstelle\b.{0,30}\b(?:bereits\ |inzwischen\ |mittlerweile\ )?(?:besetzt|vergeben)\b(?!\ (?:werden|wird))
      | \b(?:wahl|entscheidung)\b.{0,30}\b(?:nicht\ auf\ sie|auf\ (?:eine\ andere|einen\ anderen)|nicht\ zu\ ihren\ gunsten|zugunsten)\b
      | \bgegen\ (?:ihre|deine)\ bewerbung\b | \b(?:ihre|deine)\ bewerbung\b.{0,60}\b(?:abgelehnt|nicht\ erfolgreich|nicht\ weiter)
      | \bnicht\ für\ (?:sie|dich)\ entschieden\b | \bnicht\ (?:ganz\ )?gereicht\b | \bnicht\ mit\ (?:ihnen|dir)\ (?:weiter|fortfahren|zusammen)
      | \b(?:mit|auf)\ (?:einem|einen|einer|eine|anderen)\ (?:anderen?\ |andere\ )?(?:bewerber|kandidat|person)\w*\b.{0,40}\b(?:weiter(?:machen|gehen|zumachen)|fortfahren|fortzufahren|gefallen|besetzt) | \bpasst\b.{0,40}\bleider\ nicht\b | \bander\w+\b.{0,30}\bdas\ rennen\ gemacht\b | \bnicht\ weiter\ ?(?:zu)?verfolgen\b | \bkeine\ positive\b.{0,30}\b(?:nachricht|antwort|rückmeldung|mitteilung)
    """),
    offer=pattern(r"""
        \b(?:freuen|freue|möchten|möchte|würden|können|dürfen|bieten|gerne|glücklich)\b.{0,80}\b(?:die|eine|den|diese|unsere)\ (?:stelle|position|rolle|anstellung|arbeitsstelle|job)\b.{0,60}\b(?:anbieten|anzubieten|an)\b
      | \b(?:ihnen|dir)\b.{0,30}\b(?:einen|den)\ (?:arbeits)?vertrag\ (?:anbieten|anzubieten) | \b(?:würden|möchten|wollen)\ (?:sie|dich)\ (?:sehr\ )?gerne?\ einstellen
      | \bbieten\b.{0,30}\b(?:ihnen|dir)\b.{0,20}\b(?:die|eine|den|diese)\ (?:stelle|position|rolle|anstellung|job)
      | \b(?:freuen|möchten|können)\b.{0,60}\b(?:ihnen|dir)\b.{0,40}\b(?:ein|unser)\ (?:konkretes\ |verbindliches\ |formelles\ )?(?:angebot|vertragsangebot|arbeitsvertrag)\b.{0,60}\b(?:machen|zu\ machen|unterbreiten|zu\ unterbreiten|senden|zu\ senden|vorlegen)
      | \b(?:freuen|freue)\b.{0,60}\bzusage\b | \bzusage\ (?:geben|erteilen)\b | \b(?:den|ihren|deinen)\ arbeitsvertrag\b.{0,60}\b(?:anbei|anhang|angehängt|beigefügt)
      | \banbei\b.{0,60}\b(?:arbeitsvertrag|vertragsangebot)\b | \bwillkommen\ (?:im\ team|an\ bord)\b | \b(?:team|an\ bord|kolleg\w+)\b.{0,20}\b(?:zu\ begrüßen|begrüßen\ zu\ (?:dürfen|können)|begrüßen)\b
      | \bfür\ (?:sie|dich)\ entschieden\b | \b(?:haben|hätten|nehmen)\ (?:sie|dich)\ (?:sehr\ |total\ )?gerne?\ (?:bei\ uns\ )?(?:im\ team|an\ bord|dabei) | \b(?:du\ hast|sie\ haben)\ (?:die\ stelle|den\ job)\b(?!.{0,20}(?:gefunden|gesehen|beschrieben))
    """),
    doubt=pattern(r"""
        \b(?:wenn|falls|ob|sollten|sobald|bevor|vielleicht|eventuell|möglicherweise|könnten)\b | \bnoch\ (?:nicht|keine[nr]?)\b | \bkeine[nr]?\ (?:absage|zusage)\b.{0,5}$
      | \b(?:nicht|kein|keine)\b.{0,40}$
    """),
    invitation=pattern(
        r"\b(?:einladen|einzuladen|lade[nt]?\b.{0,40}\bein|zweites\ gespräch|zweiten\ gespräch|nächste\ runde|weiteres\ gespräch|kennenlernen)\b"
    ),
    thanks=pattern(r"\b(?:dank|danke|bedanke|dankbar|dankeschön)\b"),
)
