"""What English says of answers, refusals and offers."""

from store.hearing.wording.wording import Wording, pattern

_NEWS = r"""(?:decision|answer|update|updates|news|feedback|response|reply|outcome|result|results|verdict
  |information|word|next\ steps)"""
_WHOSE = r"(?:(?:a|an|any|our|its|their|the|some|more|my|your|this|that|good|positive|final|further|definite|definitive|first|clear|concrete|formal|official)\s+)*"
_YOU = r"(?:you|u|ya)\b"
_CORE = rf"""(?P<core>
    let(?:ting)?\ {_YOU}\ (?:both\ |all\ )?know | revert(?:ing)?(?:\ back)?\b | get\ back\b(?=\ (?:with|on)\b) | (?:get|getting|come|coming|circle|report|write|be)\ back\ (?:to|with)\ (?:{_YOU}|everyone|everybody|all\b)
  | (?:get|be|being|stay)\ (?:back\ )?in\ (?:touch|contact) | reach(?:ing)?\ out\b | follow(?:ing)?\ up\b
  | touch\ base\b
  | (?:contact|call|ring|phone|e-?mail|update|inform|notify|tell|message|text|ping|write\ to|write|answer)\ {_YOU}(?!\ (?:in|for)\ )
  | (?:drop|send|shoot)\ {_YOU}\ an?\ (?:line|note|mail|e-?mail|message|text)\b
  | give\ (?:to\ )?{_YOU}\ (?:a\ (?:call|ring|shout|bell)|{_WHOSE}{_NEWS}) | (?:call|ring|phone)\ (?:on|at|tomorrow)\b
  | (?:everyone|everybody|all\ (?:candidates|applicants)|you)\ (?:gets?|receives?|hears?|finds?\ out)\b
  | wrap(?:ping)?\ (?:\w+\ )?up\b | (?:conclude|finali[sz]e|complete|close\ out)\ (?:this|the|our)\ (?:\w+\ )?(?:process|search|round|hiring)\b
  | (?:have|get|share|send|provide|give|receive|expect|communicate|announce)\ (?:you\ )?(?:with\ )?{_WHOSE}{_NEWS}\b
  | (?:mak|reach|tak|finali[sz]|com)(?:e|es|ing|ed|)\ (?:to\ )?{_WHOSE}decisions?\b | get\ you\ {_WHOSE}{_NEWS}
  | (?:inform|notify|contact|update|call|ring|e-?mail|write\ to|tell)\ (?:candidates\b|everyone|everybody|(?:all|every|the)\ (?:of\ )?(?:\w+\ )?(?:candidates?|applicants?|finalists?|interviewees?|you)\b) | circle\ back\b | get\ back\b(?=\ (?:by|on|before|within|with)\b) | decide\b | respond\b | reply\b
  | hear\ (?:back\b|either\ way\b|(?=by\b|on\b|before\b|within\b)|something\b|more\b|(?:back\ )?from\ (?!you\b)\w+|our\b|about\b|the\b)
  | know\ (?:more\b|(?=by\b|on\b|before\b)) | have\ (?:something|anything|word)\ for\ you | (?:come|coming)\ back\ with\b
  | (?:calling|ringing|phoning|contacting|e-?mailing|writing\ to|informing|notifying|updating)\ you\b | {_NEWS}\ (?:will|should)\ (?:reach|follow|come|be)\b
  | {_NEWS}\ (?:to\ follow|follows|comes|goes\ out|go\ out|(?:is|are)\ (?:going\ out|announced|expected|due))\b | \b(?:decision|answer|outcome|result|verdict)(?:\ date)?:
)"""
_WILL = r"""(?:will|shall|should|['’]ll|am|are|['’]m|['’]re|expects?(?:\ us|\ me)?\ to|hop(?:e|es|ing)\ to|aim(?:s|ing)?\ to
  |plan(?:s|ning)?\ to|intend(?:s)?\ to|going\ to|(?:try|trying|endeavou?r|want|need|able|best)\ to|can|promise\ to|should\ be\ able\ to)"""

ENGLISH = Wording(
    code="en",
    answering=pattern(rf"\b{_CORE}|\bexpect|\bcount\ on|\bdecision|\blet\ you\ know"),
    promise=pattern(rf"""
        \b{_WILL}\b .{{0,160}}? \b{_CORE}
      | (?:\b|['’])(?:will|ll)\ (?P<core2>let\ you\ know|know\ more|have\ more|decide)
      | \bcount\ on\ (?P<core6>(?:us|me|hearing|an?\ (?:\w+\ )?(?:call|ring|mail|e-?mail|message|note|answer|decision|reply)))
      | \b(?:you\ (?:can|may|should)\ |please\ )?expect\ (?P<core3>(?:the\ )?same\b|{_WHOSE}{_NEWS}|(?:us\ )?to\ hear|an?\ (?:call|ring|mail|e-?mail|message|note))
      | \b(?P<core4>{_NEWS}\ (?:(?:is|are)\ (?:expected|due|planned|going\ out|announced)|goes?\ out|will|should|can\ be\ expected|to\ follow|follows)\b|decision\ by\b
          |(?:decision|answer|outcome|result|verdict)(?:\ date)?:)
    """),
    preamble=pattern(
        r"^.{0,60}?\b(?:i|we)(?:\ (?:just|only))?\ (?:wanted|want|would\ like|am\ writing|are\ writing|write)\ to\ (?:let\ you\ know|inform\ you|update\ you|tell\ you)(?:\ that)?\b"
    ),
    not_promise=pattern(rf"""
        \b(?:had|have\ been|was|were)\ (?:hoped|hoping|planned|planning|going|supposed|meant|meaning)\b
      | \b(?:hoped|planned|wanted|intended|expected|supposed)\ to\b | \bshould\ have\ (?:already\ )?(?:been|had|got|gotten|heard|received|come|known|\w+ed)\b | \bwas\ to\b
      | \b(?:said|told|promised|wrote|mentioned|thought)\b.{{0,60}}\b(?:would|['’]d|by|on)\b | \bwould\ have\b
      | (?:\bnot|n['’]t|cannot|unable|never|no\ longer|nor|hardly)\b(?:\s+(?!if\b|but\b|that\b|because\b)[\w'’]+){{0,5}}?\s+{_CORE}
      | \b(?:let|tell|inform|contact|call|e-?mail|notify|update|get\ back\ to|write\ to|write)\ (?:us|me|her|him|them)\b
      | \b(?:(?-i:may)|might)\ (?:not\ )?(?:be\ able\ to\ )?(?:let|get|be|have|contact)
      | \b(?:doubt|unlikely|unsure|not\ sure|not\ certain|too\ early|no\ idea)\b
      | \bif\ (?:we|i)\ (?:do\ )?(?:decide|want|need|have)\b
    """),
    unheard=pattern(
        r"\b(?:if|should|in\ case|unless)\b.{0,40}\b(?:no\ (?:word|news|reply|answer|message)\b|you\b.{0,40}\b(?:hear|heard|receive|received)\b|(?:we|i)\ (?:have\ not|haven['’]t|do\ not|don['’]t|am\ not|are\ not)"
        r"\ (?:contact(?:ed)?|(?:been|be)\ (?:back\ )?in\ (?:touch|contact)|(?:get|got|gotten|come|been)\ back|got|gotten|written|called|replied|answered))"
    ),
    patience=pattern(r"""
        \b(?:give|allow|grant)\ (?:us|me|the\ (?:team|panel|client))\ (?:just\ |about\ |at\ least\ |up\ to\ |until\ |till\ |another\ |a\ further\ |(?=\d|an?\ |one\ |two\ |three\ |four\ ))
      | \b(?:please|kindly)\ (?:allow|bear\ with\ (?:us|me)\ (?:for|until|till))\ (?:just\ |about\ |up\ to\ |another\ |a\ further\ )?(?=\S+.{0,60}\b(?:we|i)\b)
      | \bbear\ with\ (?:us|me)\ (?:for|until|till)\ (?:just\ |about\ |another\ |a\ further\ )?
    """),
    instead=pattern(r"""
        \b(?:but|so|and)\ (?:it|this|that|we|i)\ (?:will|should|['’]ll|is|are)\ (?:now\ |rather\ |more\ likely\ |probably\ )*(?:be\b|going\ to\ be\b|aiming\ for\b|aim\ for\b)
      | (?:it|this|that)\ (?:will|['’]ll|should)\ now\ (?:be|happen)\b | \bmore\ (?:likely|like|realistically)\b | \bbut\ (?:rather|certainly|definitely|hopefully|probably)\b
      | \b(?:but|and)\ (?:now\ )?(?:hope|expect|aim|plan)\ to\b | \b(?:but|and)\ (?:we|i)\ (?:now\ )?(?:hope|expect|aim|plan|intend)\ to\b | \bit\ is\ now\b
    """),
    then=pattern(
        r"\b(?:then|(?:right|straight|directly|shortly|soon|immediately)\ after(?:wards?)?|after(?:wards?|\ (?:that|this|it))|either\ way|as\ soon\ as\ it)\b"
    ),
    silence_is_no=pattern(
        r"\bunsuccessful\b|\bnot\ (?:been\ )?successful\b|\bnot\ be\ (?:moving|proceeding|progressing|going|taking|considered)\b"
        r"|\b(?:gone|went|go|going|decided\ on)\ (?:with\ )?(?:someone|somebody|another|other)\b|\bis\ a\ no\b|\bno\ longer\b"
        r"|\b(?:been\ filled|been\ rejected|not\ been\ (?:selected|shortlisted|chosen)|as\ a\ no|as\ declined|closed)\b"
        r"|(?:\bnot|n['’]t)\ (?:proceed|progress|move|go|take|continue|pursue)\b"
    ),
    ring=pattern(
        r"\b(?:(?:call|ring|phone)\ you|give\ you\ a\ (?:call|ring)|(?:call|ring|phone)\ (?:on|at|tomorrow))\b"
    ),
    request=pattern(r"""
        \b(?:please|kindly|could\ you|can\ you|would\ you|will\ you|be\ sure\ to|make\ sure|remember\ to|feel\ free\ to
          |(?:we|i)(?:\ will|\ would|['’]ll|['’]d)?\ (?:also\ |just\ |still\ )?(?:need|require|ask|appreciate|like|love|expect|be\ grateful)
          |if\ you\ (?:could|can|would)|you\ (?:need|have|will\ need|must|should|are\ asked|are\ requested|will\ have)(?:\ to)?)\b
        .{0,120}?\b(?:send|submit|return|complete|fill|provide|share|upload|sign|confirm|reply|respond|answer|accept|hand\ in
          |let\ (?:us|me|her|him|them)\ (?:both\ |all\ )?know|get\ (?:it\ |them\ |this\ |that\ |back\ )?(?:back\ )?to\ (?:us|me)|tell\ (?:us|me)
          |choose|pick|select|book|forward|finish|do|decide|have|your|an\ answer\ from\ you|hear\ (?:back\ )?from\ you|it\ back|attach|prepare
          |write\ (?:us|me|back)|call\ (?:us|me))\b
      | (?:^|[,;:]\s|\b(?:and|then|just|so)\ )(?:let\ (?:us|me)\ know|send|submit|return|complete|confirm|reply|respond|fill|share|tell\ (?:us|me)|get\ back\ to\ (?:us|me))\b
      | \b(?:has|have|needs?|is|are|must|should)\ (?:to\ )?be\ (?:submitted|completed|returned|signed|sent|handed\ in|finished|uploaded)\b
      | \bneed\b.{0,60}\bback\b
      | \b(?:we|i)\ (?:look\ forward\ to|await|expect)\ (?:your|hearing\ from\ you)\b
      | \byour\ (?:answer|reply|response|decision|acceptance|signature|task|assignment|solution|documents|references)\b
    """),
    limit=pattern(r"""\b(?:by|until|till|before|on\ or\ before|no\ later\ than|not\ later\ than|at\ (?:the\ )?latest(?:\ by|\ on)?|latest|within|in\ the\ next
        |deadline(?:\ is|:|\ of)?|due(?:\ by|\ on|:)?|up\ to)\s*(?:the\ )?(?:latest\ )?(?:by\ )?$"""),
    due=pattern(
        r"\b(?:is|are|will\ be)\ due\b|\b(?:your|the|a)\ deadline\ (?:is|for\ (?:this|it|the\ (?:task|test|exercise|assignment)|your))\b|\bvalid\ (?:until|till|through)\b|\bexpires?\b|\bopen\ until\b"
    ),
    no_end=pattern(
        r"\b(?:after|since|from|following|not\ before|starting|beginning|as\ of|last|past|(?<!later\ )than|of|until\ after|for)\s+(?:the\ )?$"
    ),
    about=pattern(
        r"\b(?:whether|if|when|where|which|about|regarding|how|who|what|why|that|because|since|although|though|while|but|once|after|for)\b|[;:–—]|\ -\ "
    ),
    starts=pattern(
        r"\d|mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|tomorrow|today|tonight|next$|this$|the$|end$"
        r"|early$|mid|late$|later$|in$|within$|over$|around$|about$|beginning$|start$|middle$|close$|cob$|eod$|eow$|eob$|noon|a$|one$|two$"
        r"|first$|(?:four|six|seven|eight|nine|ten|twelve)th"
    ),
    within=pattern(r"""(?:of|the|at|on|in|or|and|to|by|next|this|coming|following|weeks?|months?|year|days?|working|business|hours?|am|pm|a\.?m\.?|p\.?m\.?|o['’]clock
        |noon|midnight|cet|cest|gmt|bst|[ecmp][sd]t|utc|end|morning|afternoon|evening|half|part|cob|eod|couple|few|so|a|an|one|two|three|four|five|six|seven|eight|nine|ten|after|from|now|time|-|–)\.?$"""),
    ordinary=pattern(r"(?-i:sat|sun|may|mar|march|second|first|one|a|the|in)$"),
    qualifies=pattern(
        r"\s+(?:next|last|week|month|year|after|before(?!\ (?:we|i|you|they|he|she|it|making|giving|deciding)\b)|following)\b"
    ),
    weekdays=pattern(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"),
    refusal=pattern(r"""
        \bdecided\ (?:not\ to\ (?:move|proceed|go|continue|progress|take|pursue|offer|advance|hire|extend|invite)
          |to\ (?:move|go|proceed|continue|progress|forge)\ (?:forward|ahead|on)?\s*(?:with\ )?(?:other|another|a\ different|someone|somebody|different)
          |(?:on|in\ favou?r\ of)\ (?:another|a\ different|someone|somebody|other)|against\b)
      | \b(?:move|moving|moved|go|going|gone|proceed|proceeding|proceeded|progress|progressing|continue|continuing)\ (?:forward\ |ahead\ |on\ )?with\ (?:another|other|a\ different|someone|somebody|different)\ ?(?:else|more|candidates?|applicants?|strong)?
      | (?:\bnot|n['’]t|unable\ to|cannot)\ (?:be\ (?:able\ to\ )?)?(?:mov(?:e|ing)|proceed(?:ing)?|progress(?:ing)?|go(?:ing)?|tak(?:e|ing)|continu(?:e|ing)|advanc(?:e|ing)|invit(?:e|ing)|pursu(?:e|ing)|consider(?:ing)?)\ (?:forward|ahead|further|any\ further|(?:forward\ |on\ |ahead\ )?with\ (?:you|your|the\ application|this)|your|you|this\ application)
      | \b(?:unable|not\ able|not\ in\ a\ position|regret\ that\ we\ (?:cannot|are\ unable))\ to\ (?:offer|make|extend|give)\ (?:you\b|an\ offer|it\ to\ you)
      | (?:\bcannot|\bnot|n['’]t)\ (?:be\ )?(?:able\ to\ |in\ a\ position\ to\ )?(?:offer(?:ing)?|mak(?:e|ing))\ you\b
      | (?:\bnot|n['’]t)\ (?:be\ )?(?:tak(?:e|ing)|carry(?:ing)?|mov(?:e|ing)|bring(?:ing)?)\ (?:things|this|it|matters|your\ \w+)\ (?:any\ )?(?:further|forward|on)\b
      | \b(?:client|company|team|manager|we|they)\ (?:has|have|['’]ve)\ (?:now\ |already\ |since\ )*(?:filled|closed|cancelled|withdrawn)\ (?:the|this|that)\ (?:role|position|job|vacancy|post)
      | \b(?:mak(?:e|ing)|made|extend(?:ed|ing)?|giv(?:e|en|ing)|gave)\ (?:an|the|our)\ (?:offer|role|job|position)\ to\ (?:another|a\ different|someone|somebody|one\ of\ the\ other|other)
      | \b(?:position|role|job|vacancy|post)\ (?:has|have|had|is|was)\ (?:now\ |already\ |since\ |been\ )*(?:filled|closed|cancelled|given|offered\ to|withdrawn)
      | \b(?:you|application|candidacy)\ (?:have|has|was|were|is|are)\ (?:regrettably\ |unfortunately\ |sadly\ )?(?:(?:quite\ )?not\ (?:been\ )?(?:selected|successful|shortlisted|chosen)|unsuccessful|rejected|been\ (?:unsuccessful|rejected|declined))
      | \b(?:chosen|selected|chose|picked|hired|appointed|recruited|engaged|offered\ (?:the\ (?:role|position|job|post)\ )?to|gone\ with|going\ with|went\ with|opted\ for)\ (?:an?other|a\ different|someone|somebody|other)\b
      | \bregret\ to\ (?:inform|tell|let|advise|say)\b.{0,80}\b(?:not|unsuccessful|filled|other|another|reject|unable)
      | (?:\bnot|n['’]t)\ be\ (?:progressing|moving|proceeding|continuing|advancing)\ (?:on\ |forward\ )?to\ the\ (?:next|final|second|following)
      | \bgo(?:ing)?\ in\ (?:a\ different|another)\ direction\b | \bdecided\ to\ (?:pursue|hire|appoint|select|choose)\ (?:other|another|a\ different|someone|somebody|different)
      | \bit\ ?(?:is|['’]?s|was)\ (?:\w+\ )?a\ no\b | \byou\ (?:were|are|have|was)(?:n['’]t|\ not)\ (?:been\ )?(?:selected|successful|shortlisted|chosen)
      | \ba\ no\ (?:from|this\ time|on\ this)\b | \b(?:decided|going|chosen)\ to\ pass\b | \byou\ (?:came|were|finished)\ (?:a\ (?:very\ )?close\ )?(?:second|runner-?up)\b
      | \b(?:another|other|a\ different)\ (?:candidates?|applicants?|persons?|people|profiles?)\b.{0,40}\b(?:closer|better|stronger|ahead|more\ closely) | \bwe\ (?:will|['’]ll)\ not\ be\ (?:hiring|making\ you) | (?:\bnot|n['’]t)\ (?:\w+\ ){0,5}?(?:the|a|an)\ (?:right|best|good|great|ideal|perfect|strong)\ (?:fit|match|person|candidate)\b
      | \bnot\ (?:been\ )?(?:selected|chosen)\ (?:for|to)\b | \brejected\ your\ application
    """),
    offer=pattern(r"""
        \b(?:pleased|delighted|happy|thrilled|excited|glad|like|love|wish|want|decided|proud|honou?red|able|pleasure)\ (?:to\ (?:be\ (?:able\ to\ )?)?)?(?:extend|offer(?:ing)?|make|present|confirm|send|give)\ (?:to\ )?(?:you\ )?(?:an\ |a\ |the\ |this\ |our\ |your\ )?(?:formal\ |official\ |written\ |job\ |employment\ )*
          (?:offer|position|role|job|post|contract|employment|place)\b(?!\ (?:to|of)\ (?:speak|meet|another))
      | \b(?:we|i)\ (?:are\ |am\ )?(?:hereby\ )?offer(?:ing)?\ you\ (?:the|a|this|our)\ (?:position|role|job|post|contract|place)\b
      | \b(?:you\ (?:have\ |['’]ve\ )?got\ the\ (?:job|role)|the\ (?:job|role|position)\ is\ yours)\b
      | \b(?:your|an|our|the|formal|official)\ (?:formal\ |official\ |written\ )?(?:offer\ letter|job\ offer|offer\ of\ employment|employment\ offer|employment\ contract)\ (?:is\ |you\ will\ find\ )?(?:attached|enclosed|below|ready)
      | \b(?:attached|enclosed|here)\ (?:is|you\ will\ find|please\ find|find)\ (?:your|the|our)\ (?:formal\ |official\ |written\ )?(?:offer|contract)\b
      | \bwelcom(?:e|ing)\ (?:you\ )?(?:to\ (?:the|our)\ team|on\ board|aboard)\b | \b(?:it['’]?s|it\ is|that['’]?s)\ a\ (?:\w+\ )?yes\b | \byou(?:\ are|['’]re)\ hired\b
      | \b(?:like|love|want|delighted|happy|thrilled|excited|pleased)\ (?:for\ )?(?:you\ to|to\ have\ you|you)\ (?:come\ and\ )?(?:join|on|part\ of)\ (?:us|the\ team|our\ team|board)\b(?!\ (?:for|at|on|in|via|by|to|tomorrow|next|this|over|when|after|as\ we)\b)
      | \b(?:decided|want|like|love)\ to\ hire\ you\b | \b(?:we|they)(?:\ have|['’]ve)?\ (?:decided\ (?:on|for)|chosen|picked|gone\ with)\ you\b(?!\ (?:to|for|as\ one))
    """),
    doubt=pattern(r"""
        \b(?:if|whether|unless|should\ (?:we|you|the)|in\ case|once|when(?:ever)?|until|before|were\ to|would\ (?:only|have)|(?-i:may)|might|could|possibly|perhaps)\b
      | \bnot\ (?:yet\ )?(?:decided|chosen|selected|made|rejected|been\ filled|moving\ forward\ with\ (?:any|other))
      | \b(?:have|has)\ not\ | n['’]t\ (?:yet|decided|chosen|made|been) | \bnobody\b | \bnot\ a\ no\b
      | \bno\ reason\b | (?:n['’]t|\bnot)\ (?:\w+\ ){0,3}?(?:any|a|the)\ reason\b | (?:n['’]t|\bnot)\ (?:see|know)\ why\b
      | (?:n['’]t|\bnot)\ (?:mean|to\ say|because|saying)\b | \b(?:ignore|disregard|mistake(?:n|nly)?|in\ error)\b
    """),
    invitation=pattern(r"""
        \b(?:like|love|want|happy|pleased|delighted)\ to\ (?:invite|meet|see|schedule|arrange|set\ up|book|have|speak|welcome)\b.{0,80}\b(?:round|interview|conversation|call|meeting|stage|chat|you\ back|you\ again|panel)
      | \binvite\ you\b | \b(?:next|second|third|final|further)\ (?:round|interview|conversation|stage|step)\b.{0,60}\b(?:suit|work|available|availability|calendar)
      | \b(?:suit|work\ for)\ you\ for\b | \bmove\ you\ (?:forward\ |on\ )?to\b | \bthrough\ to\ the\ (?:next|second|third|final|last)\b | \b(?:meet|see)\ you\ (?:in\ person|again|face)
      | \b(?:second|third|final|follow-?up|next)\ (?:interview|call|conversation|meeting|round)\b.{0,60}\b(?:confirmed|is\ on|will\ be|for\b|next\ week|with\b) | \bprogress\ you\ to\b
    """),
    thanks=pattern(r"\bthank(?:s|\ you|ful)?\b|\bgrateful\b|\bappreciate[ds]?\b"),
)
