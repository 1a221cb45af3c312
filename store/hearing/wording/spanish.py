"""How Spanish names times, and what it says of refusals and offers."""

from store.hearing.wording.answers.spanish import SPANISH_ANSWERS
from store.hearing.wording.wording import Wording, pattern, plainer

SPANISH = Wording(
    code="es",
    answers=SPANISH_ANSWERS,
    starts=pattern(
        r"(?:a\ lo\ largo|en\ el\ transcurso)\ de\ (?:la|esta)\ semana\b(?!\ (?:que|pr|siguiente))|\d|(?:lun(?:es)?|mar(?:tes)?|mi[ée](?:rcoles)?|jue(?:ves)?|vie(?:rnes)?|s[áa]b(?:ado)?|dom(?:ingo)?|ene(?:ro)?|feb(?:rero)?|marzo|abr(?:il)?|mayo?|jun(?:io)?|jul(?:io)?|ago(?:sto)?|sep(?:t|tiembre)?|oct(?:ubre)?|nov(?:iembre)?|dic(?:iembre)?)\b|(?:mañana|hoy|pasado|fin|final|finales|principios|comienzos|inicios|mediados|el|la|los|las|en|dentro|esta|este|una|dos|tres|diez|quince|semana|hacia|alrededor|a)\b|próxim"
        r"|antes\ de\ (?:la\ )?navidad|antes\ del?\ (?:fin\ de\ semana|finde|(?:que\ )?(?:acab|termin|finali)\w+\ (?:la|esta)\ semana(?!\ (?:que\ viene|pr|siguiente)))"
    ),
    plainly=plainer(
        december_24=r"\bantes de (?:la )?navidad(?:es)?\b",
        esta_semana=r"\besta misma semana\b|\b(?:a lo largo|en el transcurso) de (?:la|esta) semana$",
        dos=r"\bun par de\b",
        today=r"\b(?:esta (?:misma )?(?:tarde|noche)|hoy mismo|a lo largo del día|a última hora de hoy)\b",
        before_the_weekend=r"\bantes del? (?:fin de semana|finde|(?:que )?(?:acab|termin|finali)\w+ (?:la|esta) semana(?! (?:que viene|pr|siguiente)))\b",
        within=r"\ben (?:un )?plazo(?: máximo)? de\b|\b(?:en|dentro de|durante) (?:los|las) próxim[oa]s(?= (?:\w+ )*\w*\d|\s(?:dos|tres|diez|cinco|quince|siete))",
        mid_next_week=r"\b(?:a )?mediados de la (?:semana que viene|próxima semana|semana próxima)\b",
        early_next_week=r"\b(?:a )?(?:inicio|inicios|principio|principios|comienzos) de la (?:semana que viene|próxima semana|semana próxima)\b",
    ),
    within=pattern(
        r"""(?:el|la|los|las|de|del|a|en|y|o|que|viene|próxim[oa]s?|siguiente|esta|este|semanas?|mes|meses|año|días?|hábiles|laborables|horas?|fin|final|finales|principios|mediados|mañana|tarde|noche|mediodía|una?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|par|misma|mismo|-|–)\.?$"""
    ),
    ordinary=pattern(
        r"(?:mar|vie|dom|el|la|los|las|este|esta|una?|dos|tres|en|dentro|de|del|a|y|o|que|hacia|alrededor|fin|final|finales|pasado|próxim\w*|,|-|–)$"
    ),
    qualifies=pattern(r"\s+(?:que\ viene|próxim|siguiente|pasad)\w*"),
    weekdays=pattern(r"\b(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)\b"),
    refusal=pattern(r"""
        \b(?:esta|en\ esta)\ (?:vez|ocasi[oó]n)\b.{0,10}\bno\ (?:ha\ podido\ ser|pudo\ ser|ha\ sido\ posible) | \bno\ encaja\w*\ (?:con|en)\b
      |        \bdecid(?:imos|ido|ieron)\ no\ (?:avanzar|continuar|seguir|contratar)
      |        \bqued(?:ado|amos|aremos)\ con\ otr[oa]\b
      |        \bno\ (?:quedaste|has\ quedado|ha\ quedado|qued[óo]|fuiste|fue|ha\ resultado|has\ resultado|result[óo]|saliste)\ (?:\w+\ )?(?:seleccionad|elegid|escogid)\w+
      | \b(?:descartad[oa]|hemos\ descartado|tenemos\ que\ descartar\w*|no\ (?:vas|va)\ a\ (?:continuar|seguir|pasar)|no\ (?:pasas|pasa|pasar[áa]s?|contin[uú]as?)\ (?:a\ la\ siguiente|en\ el\ proceso))
      |        \bno\ ha(?:s|n)?\ sido\ (?:seleccionad|elegid|escogid|aceptad)\w+ | \bno\ (?:podemos|vamos\ a|seguiremos|continuaremos|avanzaremos)\b.{0,40}\b(?:ofrecer(?!(?:le|te|les|os)?\ (?:\w+\ ){0,2}?(?:fechas?|horas?|horarios?|citas?|respuestas?|huecos?|plazos?)\b)|continuar|seguir|avanzar|adelante|candidatura|proceso)
      | \b(?:elegido|seleccionado|escogido|optado\ por|decidido\ por|decantado\ por|contratado)\ (?:a\ )?(?:otr[oa]s?|una?\ otr[oa])\ (?:candidat|persona|perfil)\w*
      | \b(?:continuar|seguir|avanzar)\b.{0,25}\bcon\ (?:otr[oa]s?|una?\ otr[oa])\ (?:candidat|persona|perfil)\w*
      | \bhemos\ decidido\ no\ (?:continuar|seguir|avanzar) | \b(?:puesto|vacante)\ (?:ya\ )?(?:ha\ sido|está|fue)\ (?:cubiert|ocupad)\w+
      | \bcandidatura\b.{0,30}\bno\ ha\ sido\b | \b(?:lamentamos|sentimos)\b.{0,80}\bno\b.{0,40}\b(?:seleccionad|elegid|continuar|seguir)\w*
    """),
    offer=pattern(r"""
        \b(?:puesto|plaza|trabajo)\ es\ (?:tuyo|suyo|para\ (?:ti|usted))\b | \b(?:encantar[íi]a|gustar[íi]a|queremos|felices|encantados)\b.{0,30}\b(?:te\ unieras|se\ uniera|te\ unas|se\ una|te\ incorpor\w+|se\ incorpor\w+|que\ seas|(?:que\ )?form(?:aras|ara|es|e)\ parte|contar\ contigo)\b
      | \b(?:has|ha)\ sido\ (?:la\ persona\ )?(?:elegid|escogid|seleccionad)[oa]\b(?!\ para\ (?:la|una|el|un)\ (?:entrevista|siguiente|segunda|fase|prueba))
      |        \b(?:complace|alegra|gustaría|queremos|encantados|encantaría|placer|satisfacción)\b.{0,40}\b(?:ofrecer(?:le|te|os)?|hacer(?:le|te)?)\b.{0,30}\b(?:el|este|un|una|la)\ (?:puesto|trabajo|empleo|posición|plaza|oferta|contrato)
      | \b(?:le|te)\ (?:ofrecemos|ofrezco)\ (?:el|este|un)\ (?:puesto|trabajo|empleo|contrato) | \badjunt\w+\b.{0,40}\b(?:oferta|contrato)\b | \bbienvenid[oa]\ al\ equipo\b
      | \bha(?:s)?\ sido\ seleccionad[oa]\ para\ el\ puesto
    """),
    not_yet=pattern(
        r"^.{0,30}\b(?:hasta|todav[ií]a|por\ ahora)\b|^.{0,40}\b(?:que|quien|pero|y)\b.{0,30}\b(?:rechaz\w+|declin\w+|retir\w+|ech[oó]\ atrás)\b"
    ),
    still_open=pattern(
        r"\b(?:sigues?|contin[uú]as?|est[aá]s?)\b.{0,15}\b(?:en\ (?:el\ )?(?:proceso|carrera|juego)|siendo\ candidat[oa])\b"
    ),
    doubt=pattern(
        r"\b(?:si|cuando|antes\ de|quizás?|tal\ vez|en\ caso\ de|podríamos|podría)\b|\b(?:aún|todavía)\ no\b|\bno\b.{0,12}$"
    ),
    invitation=pattern(
        r"\b(?:invitar\w*|segunda\ entrevista|próxima\ entrevista|siguiente\ entrevista|conocer(?:le|te))\b"
    ),
    thanks=pattern(r"\b(?:gracias|agrade\w+)\b"),
)
