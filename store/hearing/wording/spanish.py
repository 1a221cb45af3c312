"""What Spanish says of answers, refusals and offers."""

from store.hearing.wording.wording import NEVER, Wording, pattern

_NEWS = r"(?:respuesta|noticias|decisión|resultado|contestación|feedback)"
_CORE = rf"""(?P<core>
    (?:nos|me)\ (?:pondremos|pondré|comunicaremos|comunicaré)\ en\ contacto | (?:nos|me)\ comunicar\w+
  | (?:le|te|les|os|lo|la)\ (?:daremos|daré|diremos|diré|informaremos|informaré|avisaremos|avisaré|contactaremos|contactaré|llamaremos|llamaré|responderemos|responderé|escribiremos|escribiré|haremos\ saber|haré\ saber|comunicaremos|contaremos|contaré|confirmaremos|confirmaré
    |contamos|cuento|decimos|digo|llamo|llamamos|escribo|escribimos|aviso|avisamos|informamos|confirmo|confirmamos|respondo|respondemos)\b
  | (?:tendrá|tendrás|recibirá|recibirás|tendremos|tendré|tener)\b.{{0,40}}?{_NEWS} | (?:daremos|daré|tomaremos)\b.{{0,40}}?{_NEWS} | decidiremos\b
  | (?:volveremos|volveré)\ a\ contactar | sabrá\ de\ nosotros
)"""

SPANISH = Wording(
    code="es",
    answering=pattern(rf"\b{_CORE}"),
    promise=pattern(rf"\b{_CORE}"),
    preamble=NEVER,
    not_promise=pattern(
        r"\b(?:íbamos|iba|queríamos|quería|pensábamos|habíamos|había|dijimos|dije|esperábamos|esperaba)\b|\bno\b.{0,20}\b(?:pondremos|daremos|podremos|tendremos|podré|daré)"
        r"|\b(?:por\ favor|podría|podrías|puede|puedes|ruego|rogamos)\b"
    ),
    unheard=pattern(r"\bsi\b.{0,30}\bno\b.{0,60}\b(?:noticias|respuesta|contactado|recib\w+|sab\w+)\b"),
    patience=pattern(r"\b(?:da(?:me|nos)|dé(?:me|nos)|den(?:me|nos))\ (?:todavía\ |aún\ )?(?=\w)"),
    instead=pattern(
        r"\b(?:pero|sino)\ (?:será|más\ bien|seguramente|como\ (?:muy\ tarde|máximo))\b|\bmás\ bien\b"
    ),
    then=pattern(r"\b(?:entonces|después|luego|a\ continuación|acto\ seguido)\b"),
    silence_is_no=pattern(r"\b(?:no\ ha\ sido\ (?:seleccionad|elegid)|descartad|rechazad|negativ)\w*\b"),
    ring=pattern(r"\b(?:llamaremos|llamaré|llamar)\b"),
    request=pattern(r"""
        \b(?:por\ favor|podría|podrías|puede|puedes|ruego|rogamos|necesitamos|necesitaríamos|necesito|debe|le\ pedimos|te\ pedimos)\b
        .{0,160}?\b(?:env[ií]\w*|mand\w*|confirm\w*|respon\w*|complet\w*|rellen\w*|firm\w*|indi\w*|dig\w*|decir\w*|avis\w*|haga\w*|entreg\w*|su|sus|tu|tus)\b
    """),
    limit=pattern(
        r"\b(?:antes\ del?|hasta|para|a\ más\ tardar|como\ (?:muy\ tarde|máximo)|dentro\ de)\s*(?:el|la|del?)?\s*$"
    ),
    due=pattern(r"\b(?:fecha\ límite|plazo|vence|válida\ hasta)\b"),
    no_end=pattern(
        r"\b(?:después\ del?|desde|a\ partir\ del?|no\ antes\ del?|pasado|última)\s+(?:el\ |la\ )?$"
    ),
    about=pattern(r"\b(?:si|cuando|cuándo|dónde|qué|cuál|cómo|porque|pero|sobre)\b|[;:–—]|\ -\ "),
    starts=pattern(
        r"\d|lun|mar|mi[ée]|jue|vie|s[áa]b|dom|ene|feb|abr|may|jun|jul|ago|sep|oct|nov|dic|mañana$|hoy$|pasado$|fin$|final|finales$|principios$|comienzos$|mediados$|el$|la$|los$"
        r"|en$|dentro$|esta$|este$|próxim|una$|dos$"
    ),
    within=pattern(
        r"""(?:el|la|los|las|de|del|a|en|y|o|que|viene|próxim[oa]s?|siguiente|esta|este|semanas?|mes|meses|año|días?|hábiles|laborables|horas?|fin|final|finales|principios|mediados|mañana|tarde|noche|mediodía|una?|dos|tres|cuatro|cinco|quince|-|–)\.?$"""
    ),
    ordinary=pattern(r"(?:mar|vie|dom|el|la|este|esta|una)$"),
    qualifies=pattern(r"\s+(?:que\ viene|próxim|siguiente|pasad)\w*"),
    weekdays=pattern(r"\b(?:lunes|martes|mi[ée]rcoles|jueves|viernes|s[áa]bado|domingo)\b"),
    refusal=pattern(r"""
        \bno\ ha(?:s|n)?\ sido\ (?:seleccionad|elegid|escogid|aceptad)\w+ | \bno\ (?:podemos|vamos\ a|seguiremos|continuaremos|avanzaremos)\b.{0,40}\b(?:ofrecer|continuar|seguir|avanzar|adelante|candidatura|proceso)
      | \b(?:elegido|seleccionado|escogido|optado\ por|decidido\ por|decantado\ por|contratado)\ (?:a\ )?(?:otr[oa]s?|una?\ otr[oa])\ (?:candidat|persona|perfil)\w*
      | \b(?:continuar|seguir|avanzar)\b.{0,25}\bcon\ (?:otr[oa]s?|una?\ otr[oa])\ (?:candidat|persona|perfil)\w*
      | \bhemos\ decidido\ no\ (?:continuar|seguir|avanzar) | \b(?:puesto|vacante)\ (?:ya\ )?(?:ha\ sido|está|fue)\ (?:cubiert|ocupad)\w+
      | \bcandidatura\b.{0,30}\bno\ ha\ sido\b | \b(?:lamentamos|sentimos)\b.{0,80}\bno\b.{0,40}\b(?:seleccionad|elegid|continuar|seguir)\w*
    """),
    offer=pattern(r"""
        \b(?:complace|alegra|gustaría|queremos|encantados|encantaría|placer|satisfacción)\b.{0,40}\b(?:ofrecer(?:le|te|os)?|hacer(?:le|te)?)\b.{0,30}\b(?:el|este|un|una|la)\ (?:puesto|trabajo|empleo|posición|plaza|oferta|contrato)
      | \b(?:le|te)\ (?:ofrecemos|ofrezco)\ (?:el|este|un)\ (?:puesto|trabajo|empleo|contrato) | \badjunt\w+\b.{0,40}\b(?:oferta|contrato)\b | \bbienvenid[oa]\ al\ equipo\b
      | \bha(?:s)?\ sido\ seleccionad[oa]\ para\ el\ puesto
    """),
    doubt=pattern(
        r"\b(?:si|cuando|antes\ de|quizás?|tal\ vez|en\ caso\ de|podríamos|podría)\b|\b(?:aún|todavía)\ no\b|\bno\b.{0,12}$"
    ),
    invitation=pattern(
        r"\b(?:invitar\w*|segunda\ entrevista|próxima\ entrevista|siguiente\ entrevista|conocer(?:le|te))\b"
    ),
    thanks=pattern(r"\b(?:gracias|agrade\w+)\b"),
)
