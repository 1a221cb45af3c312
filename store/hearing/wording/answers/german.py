"""How German announces answers, and asks for them. Verbs come last as often as second, so order tells nothing."""

from store.hearing.wording.answers.answer_words import AnswerWords, either, way, words

_YOU = (
    r"\b(?:ihnen|dir|sie|dich|euch|du|ihr|(?:alle[nr]?|jede[rnm]?|den|die)(?: \w+)? (?:bewerb|kandidat|beteiligt)\w*"
    r"|bewerber\w*|bewerbende\w*|kandidat\w*|allen|alle)\b"
)
_NEWS = (
    r"\b(?<!ihre )(?<!deine )(?<!eure )(?:(?:rück|end)?(?:meldung|antwort)\w*|bescheid|(?:end|zwischen|vor)?entscheid(?:ung|e|s)?|feedback|nachricht|ansage|neuigkeiten|neues|(?:end)?ergebnis\w*"
    r"|resultat\w*|update|info(?:rmation(?:en)?|s)?|auskunft|zu- oder absage|gewissheit|klarheit|rückruf|ausgang|(?:zu|ab)sagen?)\b"
)
_MORE = r"\b(?:mehr|genaueres|näheres|was sache ist|woran (?:sie|du)|wie es)\b"
_ASKS = (
    r"\b(?:bitte[nt]?|ersuche\w*|so (?:nett|gut|freundlich|lieb)|erbitte\w*|könnten sie|können sie|könntest du|kannst du|könntet ihr|würden sie|würdest du|magst du|mögen sie"
    r"|(?:wir|ich) (?:benötigen?|brauchen?|bräuchten?|erwarten?|müssten?)|(?:benötigen|brauchen|bräuchten|benötige|brauche|bräuchte) (?:wir|ich)"
    r"|fehl(?:en|t)|(?:sag|sagt|schick|schickt|gib|gebt|schreib|schreibt|sagen sie|schicken sie|senden sie|geben sie|schreiben sie|teilen sie"
    r"|füllen sie|reichen sie|melden sie|melde dich|meld dich|lass|lassen sie|denk|denken sie)(?= (?:uns|mir|mich|dich|sie|sich|dran|daran|bitte|doch|noch|die|den|das|ihre?|deine?)\b)"
    r"|sie (?:müssen|müssten|sollten)|du (?:musst|müsstest|solltest)|freuen uns (?:auf|über) (?:ihre|deine)\w*)\b"
)
_DO = (
    r"(?:schick|send|sand|übermittel|einreich|reich|ausfüll|ausgefüllt|füll|teil|gib|geb|sag|meld|antwort|bestätig|unterschr|unterzeichn|zurück|wähl|buch|lad|mach|lös|bearbeit"
    r"|unterlagen|zeugnis|zukommen|nenn|nachreich|ihre|deine|lass|wissen|bescheid|entscheid|fehl|brauch|benötig)"
)

GERMAN_ANSWERS = AnswerWords(
    preamble=words(
        r"^.{0,40}?\b(?:wollte|wollten|möchte|möchten) (?:ihnen|dir|euch|sie|dich)(?: \w+){0,3} (?:mitteilen|sagen|bescheid geben|informieren)\b(?=,| dass)"
    ),
    breaks=words(
        r"(?P<joins>\b(?:und|aber|oder|sondern|doch|sodass|so dass)\b)",
        r"[;!…()]+|:(?=\s|$)|,|\s[-–—]+\s|\.{2,}|—",
    ),
    finite=words(
        r"\b(?:wir|ich|du|er|man|ihr|wird|werden|werde|wirst|ist|sind|bin|hat|haben|habe|hast|kann|kannst|können|könnten|könnte|soll\w*|will|wollen"
        r"|muss|müssen|müssten|möchte\w*|bitte\w*|gib\w*|geb(?:e|en|t)|meld(?:e|en|et|est)|sag(?:e|en|st|t)?|schick\w*|folgt|erfolgt|hör(?:e|en|st|t)|bekomm(?:e|en|st|t)"
        r"|krieg(?:e|en|st|t)|erhältst?|erhalte|(?:erhalten|bekommen|hören|wissen|kriegen|erfahren|informieren|verständigen|melden|geben|rufen|entscheiden) (?:sie|wir|du)|sie (?:erhalten|bekommen|hören|wissen|erfahren|kriegen)|entscheide|entscheidet|es|tag(?:t|en)|treff\w*|trifft|fällt|weiß\w*|wissen|ruf(?:e|en|t)?|schreib(?:e|en|t)?|informier\w*"
        r"|benachrichtig\w*|verständig\w*|teil(?:e|en)|komm(?:e|en|t|st)|geht|gehen|steht|rechne\w*|brauch\w*|benötig\w*|fehl\w*|liegt|sitz\w*|pass(?:t|en)"
        r"|dauert|findet|darf|dürfen|dürfte\w*|ersuche\w*|lass\w*|freue\w*|führen|gibt)\b"
    ),
    aside=words(
        r"^[\s,]*(?:und |aber |oder |nur |erst |auch )*(?:wenn|falls|sofern|sobald|ob|weil|da (?:wir|ich|er|sie|die|der|das)|obwohl|nachdem|bevor|ehe|solange|während|wann|wie|was|wer|wo|woran"
        r"|welche\w*|warum|bis (?:wir|ich|er|sie|die|der|das|alle)(?! \w+woche)|als)\b"
    ),
    on_which=words(r"^(?:wenn|wo|an dem)\b"),
    main=words(r"(?!)"),
    asked=words(r"^[\s,]*(?:und |oder )?(?:ob|wie|was|wann|wo|woran|welche\w*|wer)\b"),
    outcome=words(r"^(?:wie|was) (?:es|dabei|herauskam|rauskam|sie|wir)\b"),
    topic=words(
        r"\b(?:antworten|entscheiden|bescheid geben|sagen) (?:können|kann)\b",
        _NEWS.replace("|(?:zu|ab)sagen?", ""),
    ),
    tells=(
        way(
            r"\b(?:meld mich|meld(?:e|en|et|est)(?! (?:sie|dich|euch)\b)|zurückmelden|zurückzumelden|zu melden|rührt? mich|rühren (?:wir )?uns|uns\b.*\brühren|mich\b.*\brühren|(?:von (?:uns|mir) hören (?:lassen)?|lass(?:e|en)? (?:wir |ich )?von (?:uns|mir) hören))\b|\b(?:informieren|benachrichtigen) (?:wir )?alle\b"
        ),
        way(
            r"\bbescheid\b",
            r"\b(?:geb\w*|gib\w*|sag\w*|bekomm\w*|erh[aä]lt\w*|krieg\w*|hab\w*|hast|wiss\w*|weiß\w*|zu geben|zukommen)\b",
        ),
        way(
            _YOU,
            r"\b(?:(?:informier|benachrichtig|verständig|kontaktier)\w*|unterricht(?:e|en|et)|anrufen|anzurufen|ruf(?:e|en|t)?|mitteil\w*|mitgeteilt|mitzuteilen"
            r"|teil(?:e|en|t)\b.*\bmit|schreib(?:e|en|t)?|schriftlich|antworte\w*|nenne[nt]?|zu nennen|zukommen|sag(?:e|en|t)?|zu sagen|gesagt|erzähl\w*|erreich(?:en|t)|zugehen|zugeht|zugesandt|zurückrufen|zurückzukommen"
            r"|anpingen|mail(?:e|en)|text(?:e|en)|in (?:kontakt|verbindung)|kontakt auf\w*|auf (?:sie|dich|euch|alle)\b.* zu\w*|wissen lassen|lass\w*\b.* wissen|berichte[nt]?|durchgeben|geht\b.*\bzu|gehen\b.*\bzu|durchklingeln|klingel\w*\b.*\bdurch|angerufen|kommuniziert|mitteilung)\b",
        ),
        way(
            r"\b(?:hör(?:en|st|t)|gehört haben|erfahren|erfährt|erfährst|erfahrt|wissen|weißt|wisst)\b",
            r"\b(?:sie|du|ihr|alle)\b",
        ),
        way(r"\b(?:hatten?|haben|habe)\b.*§.*\b(?:gesagt|versprochen|angekündigt)\b"),
        way(rf"\bkommt\b.{{0,20}}?{_NEWS}|\b(?:gebe|geben wir|wir geben)\b.{{0,30}}?{_NEWS}"),
        way(rf"{_NEWS}.{{0,30}}\b(?:gibt es|gibt['’]?s)\b|§,? mehr\W*$"),
        way(r"\b(?:hörste|kriegste|bekommste|weißte|haste)\b"),
        way(
            f"{_NEWS}|{_MORE}|\\b(?:post|e-?mail|mail|brief|anruf|nachricht)\\b",
            r"\b(?:erhalt\w*|erh[äa]lt\w*|bekomm\w*|krieg\w*|zugeh\w*|zukomm\w*|schick\w*|send\w*|rechnen|liefer\w*|geb(?:e|en)|gibt|halten|hast|habt|haben sie|sie\b.* haben|haben\b.* sie|bei (?:ihnen|dir))\b",
            rf"{_YOU}|\bvon (?:uns|mir)\b|\brechnen\b",
        ),
        way(
            rf"{_NEWS}.*\b(?:folgt|erfolgt|kommt|(?:geht|gehen)\b.*\braus|wird\b.* (?:mitgeteilt|kommuniziert|bekannt|versandt|verschickt|übermittelt))\b"
        ),
        way(
            r"\b(?:rückmeldung|antwort|bescheid|feedback)\b(?: an (?:sie|dich|alle))?,?(?: bis| am| spätestens| zum| dann)* §"
        ),
        way(r"^(?:und |dann |, )*(?:anschließend |danach )?(?:mitgeteilt|kommuniziert|bekanntgegeben)\b"),
    ),
    decides=(
        way(
            either(
                r"\bentscheide[nt]?\b(?! sie)|\bentschieden (?:wird|werden|sein)|\b(?:wird|werden|soll)\b.*\bentschieden\b",
                rf"{_NEWS}.*\b(?:treffen|fällt|fallen|fällen|getroffen|gefällt|haben|habe|steht|stehen|vorliegen|vorliegt|rechnen)\b|\b(?:treffen|fällt|fällen|haben|habe|gibt)\b.*{_NEWS}",
                r"\b(?:wissen wir|wir wissen|weiß ich|ich weiß|wir\b.*\bwissen|wissen)\b.*\bmehr\b|\bmehr wissen\b",
                r"\b(?:ergebnis|entscheid\w*|wahl)\b.*\b(?:feststeh\w*|fest\b|da sein|fertig|erwartet|gefallen sein)|\b(?:ist|wird|sollte|dürfte)\b.*\bentschieden\b|\bso ?weit (?:sein|sind)\b|\b(?:sind|sein|werden) wir\b.*\b(?:durch|fertig)\b",
                rf"{_NEWS}.*\b(?:rutscht|gerutscht|verschieb\w*|verzöger\w*|verschoben|verzögert|vorgesehen|geplant|angesetzt|terminiert|zugesagt|in aussicht gestellt)\b",
                r"^(?:spätestens |bis |am |zum )*§ (?:spätestens )?(?:steht(?: es)?(?: dann)? fest|wissen wir|weiß ich)(?:,|\W*$)",
                r"\bentscheidung(?: fällt)?,?(?: bis| am| spätestens)* §|\babgeschlossen\b|\bgrünes licht\b|\bpeil\w*\b.*entscheid",
            )
        ),
    ),
    begs=words(
        r"\b(?:bitte[nt]?|ersuche\w*|so (?:nett|gut|freundlich|lieb)|(?:könnten|können|würden|mögen|sagen|geben|teilen|schicken|senden|schreiben|melden|rufen|lassen) sie|(?:könntest|kannst|würdest|magst) du|(?:erwart\w*|brauch\w*|benötig\w*|bräucht\w*) (?:wir |ich )?(?:noch )?(?:ihre|deine)|wenn (?:sie|du) (?:uns|mir)|(?:sie haben|du hast|haben sie|hast du)(?=.{0,10}\bbis\b.{0,20}\bzeit\b)|(?:gibst|sagst|schickst|schreibst|meldest) du|(?:freuen|freue) (?:wir uns|mich|uns)? ?(?:auf|über) (?:ihre|deine)|(?:rückmeldung|antwort|zusage)\b.{0,30}\b(?:würde|würden) (?:wir uns|mich|uns|ich mich) (?:sehr )?freuen|(?:sag|gib|schreib|schick|ruf|meld|melde|lass) (?:uns|mir|mich|dich)|von (?:ihnen|dir))\b"
    ),
    asks=(
        way(
            rf"{_ASKS}.{{0,160}}?\b{_DO}",
            r"\b(?!bitte um (?:etwas |noch |ein wenig )*(?:geduld|verständnis))\w",
        ),
        way(
            r"^(?:und |aber )?wenn (?:sie|du) (?:uns|mir)\b.*\b(?:antwort|schick|send|meld|geb|gib|sag|mitteil|zukommen|zurück)\w*|\b(?:sie haben|du hast|haben sie|hast du)\b.{0,10}\bbis\b.{0,20}\bzeit\b"
        ),
        way(r"\b(?:braucht|benötigt)\b.*\b(?:deine?n?|ihre?n?|von (?:dir|ihnen))\b"),
        way(rf"\b{_DO}\w*\b(?: sie| du)?(?: \w+){{0,4}} bitte\b|\bbitte\b.{{0,40}}§"),
        way(
            r"\b(?:schickst|sendest|gibst|sagst|füllst|machst|bringst|nennst|lädst|unterschreibst|reichst|teilst|übermittelst)\b.*\b(?:uns|mir|noch|bitte)\b|\b(?:(?:benötigen|brauchen|bräuchten|benötige|brauche|bräuchte)\b(?!.*\b(?:zeit|wochen?|tage)\b).*\b(?:bis|spätestens)|benötigt|erforderlich|bitten? (?:\w+ ){0,2}um (?:\w+ ){0,2}(?:rück|zu|über)(?:sendung|gabe|meldung|antwort)|über (?:ihre|deine|eine) (?:\w+ )?(?:rückmeldung|antwort|zusage|rücksendung)\b.{0,30}\b(?:freuen|dankbar)|bitten? (?:\w+ ){0,2}um (?:\w+ ){0,2}(?:bestätigung|unterschrift|antwort)|einzureichen|nachzureichen|auszufüllen|zurückzusenden|zu senden)\b|\b(?:muss|müssen|sind|ist)\b.*\b(?:eingereicht|zurückgeschickt|abgegeben|unterschrieben|ausgefüllt|abzugeben|vorliegen)\b"
        ),
    ),
    asks_plainly=(
        way(
            r"\b(?:bitte[nt]?|ersuche\w*|könnten sie|können sie|könntest du|kannst du|könntet ihr|würden sie|würdest du|magst du|mögen sie|fehl(?:en|t) (?:uns|mir|noch)|(?:wir|ich) (?:benötigen?|brauchen?|bräuchten?)\b|(?:benötigen|brauchen|bräuchten|benötige|brauche|bräuchte) (?:wir|ich)"
            r"|(?:gibst|sagst|schickst|schreibst|nennst) du (?:mir|uns)|(?:schick|send|gib|schreib|nenn|lad|sag mal|sagt mal|verrat)(?= (?:uns|mir|doch|bitte|noch))|(?:schicken|senden|übersenden|reichen|nennen|laden|lassen|teilen) sie)\b",
            r"\b(?:(?:zu|nach|ein|über|zurück)?(?:schick|send|reich)(?:en?|st|t|zureichen)?|übermittel\w*|zukommen|ausfüll\w*|füll\w*|unterschreib\w*|unterschrieben|hochlad\w*|mitteil\w*|mitzuteilen|teil(?:en|t|e)? .*\bmit|nenn(?:en|e|t|st)?|angeb\w*|anzugeben|schreib(?:en|st)?"
            r"|(?:ein|nach|zurück|zu)zu(?:reichen|senden|schicken)|zeugnis\w*|lebenslauf|referenz\w*|zertifikat\w*|ausweis\w*|foto|unterlagen|nachweis\w*|gehaltsvorstellung\w*|kopie\w*|bescheinigung\w*|sag(?:en|st)? (?:uns|mir)|(?:gibst|sagst) du|sag mal\b.*\bob)\b",
        ),
    ),
    no_ask=words(
        r"\b(?:wir|ich) (?:brauchen?|benötigen?) (?:\w+ )?noch bis (?:zum )?§(?!.*\b(?:ihre?n?|deine?n?|eure|von (?:ihnen|dir))\b)",
        r"\b(?:bitte|bitten)\b.{0,30}\b(?:geduld\w*|verständnis|nachsicht|entschuldig\w*|gehen sie\b.*\baus|beachten|nicht wundern|verzeih\w*)\b|\b(?:geduld|verständnis)\b.{0,20}\bbitte\b"
        r"|\bfehl(?:en|t)\b.{0,40}\b(?:gespräche?|kandidat\w*|bewerber\w*|freigabe|abstimmung|termine?|runde)\b|\bbitten um (?:etwas |noch |ihr )*(?:geduld|verständnis)|\brechnen sie\b",
    ),
    is_free=words(
        r"\b(?:fragen|passt|passen|termin\w*|zeitfenster|jederzeit|zögern|falls|wann (?:es|ihnen|dir|wir)|rufen sie|ruf mich|lust|melde dich|melden sie sich|gern(?:e)? (?:bei|an))\b",
        r"§",
    ),
    negated=words(r"\b(?:nicht(?! (?:später|nur|länger als|vergessen)\b)|kein\w*|kaum|nie|niemand|nichts)\b"),
    past=words(
        r"\bdank(?:e|en)?\b.{0,25}\bfür\b",
        r"\b(?:wollten?|hatten?|hätten?|eigentlich|sagten?|versprachen?|angekündigt|wurden?)\b|\b(?:haben?|hat|hast)\b.*\b(?:gemeldet|informiert|gesagt|entschieden|erreicht|geschrieben|mitgeteilt|gegeben|gesprochen|bekommen|versprochen|weitergeleitet)\b|\bwollt(?:e|en)\b",
        r"\b(?:sie|du) (?:sollten|solltest|sollen|sollst)\b.{0,80}\b(?:geben|sagen|melden|schicken|senden|antworten)\b",
    ),
    perhaps=words(
        r"\b(?:rufen|erreichen|kontaktieren|schreiben|informieren|treffen) sie (?:mich|uns|mir)\b|\bsie (?:erreichen|können|dürfen|kontaktieren) (?:mich|uns)\b|\bdu (?:erreichst|kannst) (?:mich|uns)\b|\b(?:ruf|schreib|erreich) (?:mich|mir|uns)\b|\bmelde? dich\b",
        r"\b(?:zum|für (?:das|unser|ein|dein|ihr)) (?:\w+ )?(?:interview|gespräch|vorstellungsgespräch|telefonat|treffen|kennenlernen)\b|\b(?:den|die|das|ihren?|deinen?) (?:raum|adresse|uhrzeit|link|zugangsdaten|einwahl\w*|zeitplan|ablauf|anfahrt|treffpunkt|einladung)\b",
        r"\b(?:brauchst|du\b.* (?:willst|erwartest|wartest)|sie\b.* (?:brauchen|benötigen|erwarten|warten))\b|\b(?:vielleicht|eventuell|möglicherweise|normalerweise)\b",
    ),
    hangs=words(r"\bzu (?:können|dürfen|haben|\w+en)\W*$|\b\w+zu(?:teilen|rufen|melden|kommen)\W*$"),
    unheard=words(
        r"\b(?:wenn|falls|sollten|sollte|solltest|sofern)\b.{0,80}\b(?:nichts|nicht|keine (?:rückmeldung|antwort|nachricht))\b.{0,80}\b(?:hören|gehört|hörst|erhalten|bekommen|gemeldet|melden|gehört haben)\b"
    ),
    patience=words(
        r"\b(?:wir|ich|sie|er|kunde|team) (?:brauchen|brauche|braucht|benötigen|benötige|benötigt) (?:\w+ ){0,4}?noch (?:(?:etwas|ein wenig|ein bisschen|ein paar tage) (?:zeit |geduld |länger )?)?bis (?:zum )?(?=§(?:\W*$|[,;]| um\b| und\b| für (?:die|eine|unsere) ))(?!.{0,60}\b(?:ihre?n?|deine?n?|von ihnen|von dir)\b)",
        r"\bnicht länger als (?:bis )?(?:zum )?(?=\S.*\b(?:gedulden|warten|dauern)\b)",
        r"\b(?:gib|gebt|geben sie) (?:uns|mir) (?!.*\b(?:bescheid|antwort|rückmeldung|nachricht))(?:\w+ ){0,2}?(?:noch (?:etwa |ca\.? |rund |bis )?|bis |(?=§))|\b(?:lass|lasst|lassen sie) (?:uns|mir) (?:bitte )?(?:noch|zeit bis) (?:bis )?(?=§)|\bgedulde\w* (?:sie |dich |euch )?(?:sich )?(?:\w+ ){0,2}?(?:noch |bis )(?:etwa |bis )?",
        r"\b(?:wir|ich) (?:brauchen|benötigen|brauche|benötige) (?:\w+ )?noch (?:etwa |ca\.? |rund |bis )?(?=.{0,60}\b(?:entscheid|antwort|rückmeld|bescheid))",
    ),
    instead=words(
        r"\b(?:sondern|aber|sondern|eher|stattdessen)\b[^§]{0,30}§|\b(?:wird|ist)(?: es| das)(?: nun| jetzt| wohl| eher| leider| doch)*(?: erst)?(?: am| bis)? §|\bes (?:wird|dauert)\b[^§]{0,30}§"
    ),
    put_right=words(
        r"\b(?:genauer(?: gesagt)?|besser gesagt|vielmehr|ich meine|pardon|sorry|nein|das heißt|d\.\s?h\.|sprich|und zwar|also),? (?:bis |am |zum )*$"
    ),
    refers=words(r"^(?:was|und zwar|das)\b.{0,30}\b(?:am|bis|wird)\b"),
    not_before=words(
        r"^bis (?:wir|ich|sie|du) .*(?:können|kann|wissen|haben|erfahren|halten|bekommen|erhalten|hören)\b"
    ),
    then=words(
        r"\b(?:dann|danach|anschließend|im anschluss|gleich darauf|direkt danach|bis dahin|am (?:selben|gleichen) (?:tag|abend|nachmittag)|an (?:dem|diesem) tag|noch am selben)\b"
    ),
    silence_is_no=words(
        r"\babsage\b|\bnicht berücksichtig|\bnicht weiter|\bkeine zusage\b|\banderweitig\b|\bals abgelehnt\b"
    ),
    ring=words(r"\b(?:rufe?n?\b.{0,40}\ban|anrufen|anruf)\b"),
    limit=words(
        r"\b(?:bis(?: spätestens)?|spätestens|vor|innerhalb|binnen)\s*(?:zum|zur|am|an|dem|den|der|von|nächsten|kommenden|spätestens)?\s*(?:spätestens |den )?$"
    ),
    due=words(
        r"\b(?:fällig|abgabetermin|abgabefrist|frist|gültig bis|gilt bis|abgabe|einsendeschluss|rückgabe|einreichung)\b"
    ),
    no_end=words(
        r"\b(?:nach|seit|ab|nicht vor|frühestens(?: am)?|(?<!innerhalb )von|zwischen|vom|erst nach|letzten|vergangenen)\s+(?:dem |der |den )?$"
    ),
)
