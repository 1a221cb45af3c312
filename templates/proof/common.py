"""Everyday English words: what is one of these is not, by itself, a name.

A company may be called Target and a person Will: such a word counts as a name only where its place says so.
The list is short on purpose. Regular endings are taken off before looking, and words that no one would take
for a name, or for a slip in one, are left out.
"""

from functools import lru_cache

_WORDS = """
a able about above absence absolute academy accept access accident according account accurate ace achieve across act
action active actual ad adapt add address adequate adjust admin admire admit adopt adult advance advantage adventure
advertise advice advise affair affect afford afraid after afternoon again against age agency agenda agent agile ago
agree ahead aid aim air alarm album alert alien alike alive all allow ally almost alone along alpha already also alter
although always amazing amazon amber ambition amid among amount amp amplitude an analyse analysis analyst analyze anchor
ancient and angel anger angle angry animal announce annual another answer anxious any anybody anyone anything anyway
apart apex apologise apology app appeal appear apple application apply appoint appreciate approach appropriate approve
arc arch area argue arise arm army around arrange array arrive arrow art article artist as ash aside ask aspect asset
assist assume assure asteroid at atlas atmosphere atom attach attack attempt attend attention attitude attract aunt
author automate autumn avail available average avoid award aware away awful axis baby back backlog bad badge bag bake
baker balance ball band bank banker bar barber bare barely bark barn barrel barrier base basic basis basket bat batch
bath battery battle bay be beach beacon beam bean bear beat beautiful beauty became because become bed bee beef been
beer before began begin behalf behave behaviour behind being belief believe bell belong below belt bench bend benefit
berry beside best bet beta better between beyond bid big bike bill bind bird birth bishop bit bite bitter black blade
blame blank blend bless blind block blog blood bloom blow blue board boat body boil bold bolt bond bone bonus book boom
boost boot border bore born borrow boss both bother bottle bottom bound boundary bow bowl box boy brain branch brand
brave bread break breakfast breath breeze brew brick bride bridge brief bright brilliant bring broad broadcast broke
brook brother brought brown browse brush budget buffer bug build builder built bulk bullet bunch burn burst bus bush
business busy but butler butter button buy buyer by cabin cable cake calculate calendar call calm came camera camp
campaign campus can canal cancel candid candidate candle canvas cap capable capacity capital captain car carbon card
care career careful cargo carpenter carpet carrier carry cart carter carve case cash cast castle cat catalogue catch
category cattle caught cause cave cedar celebrate cell cent centre center century certain chain chair challenge chamber
champion chance change channel chapter character charge charm chart chase chat cheap check cheer cheese chef chemical
chest chicken chief child children chime choice choose chose chosen church circle circuit circumstance citizen city
civil claim clarify clarity class classic clay clean clear clerk clever click client cliff climate climb clock clone
close cloth cloud club clue cluster coach coal coast coat code coffee coin cold collaborate collar collate colleague
collect college colour color column come comfort comet command comment commerce commit committee common communicate
community company compare compass compete complete complex component compose compute concept concern conclude
concrete condition conduct conference confidence confirm conflict confuse connect conscious consider consist constant
construct consult contact contain content contest context continue contract contrast contribute control convenient
conversation convert convey convince cook cool cooper cope copy coral core corn corner corporate correct cost cotton
couch could council counsel count counter country county couple courage course court cousin cover cow craft crane crash
create credit crew crime crisp critic crop cross crow crowd crown crucial cruise cry crystal cub cube culture cup cure
curious current curve custom customer cut cute cycle daily dairy damage dance danger dare dark dash dashboard data
database date daughter dawn day dead deadline deal dean dear death debate debt decade decide decision deck declare deep
deer default defeat defence defend define definite degree delay deliver delta demand demo democracy deny depart depend
depth describe desert deserve design desk despite detail detect determine develop device dew dial diamond diary did die
diet differ difference different difficult dig digit dine dinner direct director dirt disagree discipline discord
discover discuss disease dish disk display distance distinct district dive divide do doctor document does dog dollar
domain done door dot double doubt dove down dozen draft dragon drama draw drawn dream dress drew drift drill drink drive
driven driver drop drove drum dry duck due duke during dust duty dwell each eager eagle ear earl early earn earth ease
east eastern easy eat echo eclipse ecology economy edge edit educate effect efficient effort egg eight either elastic
elder elect electric element eleven else embark ember embrace emerald emerge emergency emotion emphasis employ empower
empty enable encounter encourage end enemy energy engage engine engineer enhance enjoy enough ensure enter enterprise
entire entry envelope environment epic equal equip era error escape especially essay essence establish estate estimate
ethic evaluate even evening event ever every everybody everyone everything evidence evolve exact exam examine example
exceed excel excellent except exchange excite exclude excuse execute exercise exist exit expand expect expense
experience experiment expert explain explore export expose express extend extent extra extreme eye fable fabric face
facility fact factor factory faculty fade fail fair faith falcon fall fame familiar family famous fan fancy far fare
farm farmer fashion fast fat fate father favour favor fear feature fed fee feed feedback feel feet fell fellow felt
fence fern few field fierce fifteen fifth fifty fight figure file fill film final finance find fine finger finish fire
firm first fish fisher fit five fix flag flame flash flat flavour flee fleet flesh flew flex flexible flight flint float
flood floor florist flow flower fly focus fog fold folk follow food foot for forbid force ford forecast foreign forest
forever forge forget forgive forgot form formal former forth fortune forty forum forward fossil foster fought found
foundation founder fountain four fox frame frank free freedom fresh friend from front frost fruit fuel full fun function
fund funny furniture further fuse future gain galaxy gale game gap garage garden gardener garner gas gate gather gauge
gave gay gear gem gene general generate generous gentle genuine geography get ghost giant gift girl give glad glance
glass glen global glory glove go goal god gold golden gone good goods got govern government grab grace grade gradual
graduate grain grand grant graph grass grateful grave gravity gray great green grew grey grid grip ground group grove
grow growth guarantee guard guess guest guide guild guilty gulf gun guy habit had hair half hall hand handle hang happen
happy harbour harbor hard hardly hardware harm harmony harper harvest has hat hate have haven hawk he head headline
heal health healthy hear heard heart heat heath heather heaven heavy hedge height held helix hell hello helm help hence
her herb here heritage hero hers herself hi hidden hide high highlight hill him himself hint hire his history hit hive
hold holder hole holiday hollow holly holy home honest honey honour honor hood hook hop hope horizon horse hospital host
hot hotel hour house household how however hub huge human humble hundred hunt hunter hurry hurt husband ice icon idea
ideal identify identity if ignore ill image imagine immediate impact implement import important impress improve in
inbox incident include income increase indeed independent indicate indigo individual industry infant influence inform
initial initiate initiative inner innovate input inquire insert inside insight inspire install instance instant instead
institute instruct instrument insurance integrate integrity intend intent interact interest interesting internal
interview into introduce invent invest investigate invite involve iris iron is island issue it item its itself ivory ivy
jack jade jam jar jasmine jay jean jewel job join joint joke journal journey joy judge juice jump junction junior jury
just justice keel keen keep kept kernel key keyboard kick kid kill kin kind king kingdom kitchen kite knee knew knife
knight knock knot know knowledge known lab labour labor lack lad ladder lady laid lake lamb lamp land lane language
large lark laser last late later latter laugh launch laurel law lawn lawyer lay layer lazy lead leader leaf league lean
leap learn learnt least leather leave led lee left leg legacy legal legend lemon lend length lens less lesson let letter
level lever liberty library licence license lid lie life lift light like likely lily lime limit line linear link lion
lip liquid list listen literature little live load loan local locate lock lodge loft log logic lonely long look loop
loose lord lose loss lost lot lotus loud love lovely low lower loyal luck lucky lumber lunch lunar lung lyric machine
mad made magazine magic magnet mail main maintain major make maker male mall man manage manager manner manor many map
maple marble march margin marine mark marker market marriage marry mars marsh marshal martin mask mason mass master
match mate material matter mature maximum may maybe mayor me meadow meal mean meant measure meat mechanism medal media
medical medicine medium meet mellow melody member memory men mental mention mentor menu merchant mercury mercy mere
merge merit mesh message met meta metal method metre metric metro mid middle midst might mild mile milestone military
milk mill miller million mind mine mineral mingle minimum minister mint minute miracle mirror miss missing mission mist
mistake mix mobile mock mode model modern modest modify module moment momentum money monitor month mood moon moor moral
more moreover morning mosaic moss most motel mother motion motivate motor mount mountain mouse mouth move movie much mud
multiple murder muscle museum music must my myself mystery nail name narrow nation nature navigate navy near nearby neat
necessary neck need negative negotiate neighbour neither nest net network neutral never new news newton next nice night
nine no noble nobody node noise none nor norm normal north northern nose not note nothing notice notion novel now
nowhere nuclear number nurse nut oak object observe obtain obvious occasion occupy occur ocean odd of off offer office
officer often oil okay old olive omega on once one onion online only onto onward opal open opera operate opinion
opportunity opposite opt optimal option or oracle orange orbit orchard orchid order ordinary organ organic organise
organization organize orient origin original other otherwise otter ought our ours ourselves out outcome outdoor outer
outline output outside outstanding over overall overcome owe owl own owner oxygen pace pack package pad page paid pain
paint pair palace pale palm pan panel panic paper parade pardon parent parish park parker parrot part partial
participate particular partly partner party pass passage passion past patch path patience patient pattern pause pay
peace peach peak pearl pebble peer pen penny people pepper per perceive percent perfect perform perhaps period permit
perry person personal perspective pet petal phase phone photo phrase physical piano pick picture piece pier pike pilgrim
pilot pin pine pink pioneer pipe pipeline pistol pitch pivot pixel place plaid plain plan plane planet plant plastic
plate platform play player plaza pleasant please pleasure pledge plenty plot plough plow plug plum plus pocket poem poet
point polar pole police policy polish polite politics poll pollen pond pool poor pop poppy popular port portal porter
portion position positive possess possible post pot potential potter pound pour power practical practice praise pray
precise predict prefer premium prepare presence present preserve president press pressure pretty prevent previous price
pride priest primary prime prince print prior priority prism prison private prize pro probably problem procedure proceed
process produce product profession professor profile profit program programme progress project promise promote prompt
proof proper property proposal propose prospect protect proud prove provide public publish pull pulse pump punch pupil
purchase pure purple purpose pursue push put puzzle quality quantity quantum quarter quartz queen query quest question
queue quick quiet quill quit quite quote rabbit race radar radio rail rain rainbow raise ramp ran ranch random range
rank rapid rare rate rather raven raw ray reach react read ready real realise reality realize really reap reason recall
receive recent recipe recognise recognize recommend record recover recruit red reduce reed reef refer reflect reform
refresh refuse regard region register regret regular reject relate relation relax release relevant reliable relief rely
remain remark remarkable remember remind remote remove rent repair repeat replace reply report represent request require
rescue research reserve resolve resource respect respond response responsible rest restaurant result retail retain
retire return reveal revenue review reward rhythm rib rice rich rid ride ridge right ring rise risk rival river road
roar robin robot robust rock rocket rod role roll romance roof room root rope rose rough round route routine row royal
rub ruby rug rule ruler run rung rural rush rust sacred sad saddle safe safety sage said sail saint salad sale salmon
salt same sample sand sat satisfy sauce save savvy saw say scale scan scene schedule scholar school science scope score
scout scratch screen script sea seal search season seat second secret secretary section sector secure security see seed
seek seem seen segment seize select self sell senate send senior sense sent sentence separate sequence series serious
serve server service session set settle seven several severe shadow shake shall shape share sharp she shed sheep sheet
shelf shell shelter shepherd sheriff shield shift shine ship shirt shock shoe shoot shop shore short shot should shoulder
shout show shown shut sick side siege sierra sigh sight sign signal significant silence silk silver similar simple
simply since sincere sing singer single sink sir sister sit site situation six sixty size skill skin sky slack slate
sleep slice slide slight slim slip slow small smart smile smith smoke smooth snap snow so soap social society sofa soft
software soil solar sold soldier sole solid solution solve some somebody someone something sometimes somewhat son song
soon sorry sort soul sound soup source south southern space spark sparrow speak special specific speech speed spell
spend spent sphere spice spider spin spirit split spoke sponsor sport spot spread spring sprint sprout spruce square
stable stack staff stage stair stake stamp stand standard star stark start startup state statement station statistic
status stay steady steam steel steep steer stellar stem step sterling stick still stitch stock stone stood stop storage
store storm story straight strange strategy stream street strength stress stretch strike string strip stripe strong
structure struggle student studio study stuff style subject submit succeed success such sudden suffer sugar suggest suit
sum summary summer summit sun sunday sunny super supper supply support suppose sure surface surge surprise survey
survive suspect sustain swan sweet swift swim swing switch sword symbol symphony syndicate system table tackle tail
tailor take taken tale talent talk tall tandem tank target task taste taught tax taylor tea teach teacher team tear tech
technical technique technology tell temple ten tend tender tennis term terrific test text than thank thanks that the
theatre theater their them theme themselves then theory there therefore these they thick thin thing think third thirty
this thorn thorough those though thought thousand thread threat three threshold thrill thrive through throughout throw
thumb thunder thus ticket tide tie tiger tight till timber time tiny tip tire title to toast today together told tomato
tomorrow tone tongue tonight too took tool tooth top topic torch total touch tough tour toward towards tower town track
trade tradition traffic trail train trait transfer transform translate transport trap travel traveller tray treasure
treat tree trend tribe tribute trip trouble truck true trust truth try tube tune turn turner twelve twenty twice twin
twist two type typical ultimate umbrella uncle under understand understood union unique unit unite unity universal
universe university unknown unless unlike until unusual up upon upper urban urge us use used useful user usual valid
valley value van vanish various vary vast vault vehicle venture venue verb verify version versus vertex very vessel via
victory video view village vine violet virtual virtue visa visible vision visit vista visual vital vivid voice volume
volunteer vote wage wait wake walk walker wall want war ward ware warm warn warner was wash waste watch water wave way
we wealth weapon wear weather weaver web weber website wed week weekend weekly weigh weight welcome welfare well went
were west western whale what wheat wheel when whenever where whereas wherever whether which while white who whoever
whole whom whose why wide wife wild will willing willow win wind window wine wing winner winter wisdom wise wish with
within without witness wolf woman women wonder wonderful wood wooden woods wool word work worker workflow workshop world
worry worse worst worth would wound wow wrap wren wright write writer written wrong wrote yard year yellow yes yesterday
yet yield york you young your yours yourself youth zeal zero zone zoom
information whatever anyway professional national international official impression production performance protection
direction division executive employee unfortunately hopefully fortunately apparently basically essentially occasionally
intelligence creative impressive essential alternative additional invitation explanation presentation instruction
reference administration description discovery discussion guidance maintenance efficiency ability capability leadership
privilege courtesy gratitude sunshine signature sensor sensitive label scheme connection responsibility digital
commercial intention construction expression inspiration confirmation delivery variety strictly fully truly earlier
easier closest largest latest finest fantastic favorite cannot entertainment lattice gusto loom mural starling harness
zest zephyr drip hinge tinder bumble hopper kayak ripple coil plum oyster fathom gong flock nimble peloton mom mum dad
royal deutsche banque acquisition agreement assignment associate audience background capacity context curiosity
differently diligence diversity empathy ethos generosity hospitality humour humor hands homework inclusion learning
listening logistics mindset mutual ownership pragmatic puzzle rigour rigor roadmap teaching thoughtful transition
transparency trust understanding warmth whichever
am are cheers colleagues fortunate further glad greetings hey hiring hoping kindly kind many morning regards sincerely
sir madam sirs thankful warmly yours fond fondly faithfully respectfully cordially best
art august april june autumn chad chip chuck clay cliff colt crispin cruz daisy dale dan dash dawn dean destiny dick dirk
don drew duke earl earnest elle eve faith finn fern forrest gale gene ginger glen grant guy hank happy harmony hazel
herb honor hope hunter iris ivy jack jade jasmine jay jewel josh joy june lance laurel lily melody mercy mike miles nick
norm olive opal page pat patience pearl penny peg pepper poppy ray reed rich rick rob robin rod rose royal ruby rusty
sage sandy scott sky skip stone sterling sunny tad ted trinity trip trinity tucker ty van victor viola violet wade ward
will willow wren
"""

COMMON = frozenset(_WORDS.split())

_TITLES = """
ms mr mrs miss mx dr prof professor sir madam dame herr frau fräulein mme mlle monsieur madame signor signora señor
señora bay bayan
"""
HONORIFICS = frozenset(_TITLES.split())
PARTICLES = frozenset(
    "van von der den de del della di da dos du la le el al bin ibn ben ter ten zu zum af av st".split()
)

_ENDINGS = (
    ("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"), ("ing", ""), ("ing", "e"),
    ("er", ""), ("er", "e"), ("est", ""), ("ly", ""), ("ily", "y"), ("d", ""), ("r", ""), ("n", ""),
    ("ers", ""), ("ers", "e"), ("ion", "e"), ("ions", "e"), ("ful", ""), ("less", ""), ("ness", ""),
    ("ment", ""), ("able", ""), ("ability", "able"),
)  # fmt: skip


@lru_cache(maxsize=8192)
def is_common(folded: str) -> bool:
    """Whether a folded word is an everyday English word or a regular form of one."""
    if folded in COMMON:
        return True
    for ending, base in _ENDINGS:
        if folded.endswith(ending):
            stem = folded[: -len(ending)]
            if len(stem) > 2 and (stem + base in COMMON or (stem[-1] == stem[-2] and stem[:-1] in COMMON)):
                return True
    return False
