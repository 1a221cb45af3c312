"""First names of many countries, by which it is told which part of a name is one. Pure.

No list has everybody: what is not in it is not known, and never taken for a surname because of that.
"""

from __future__ import annotations

from functools import cache

from store.people.letters import fold, folded_set

_ALSO_SURNAMES = """
adam alan albert alexander andre anthony arnold arthur benjamin bernard brandon brian bruce bruno bryan carl
carol charles claude dale daniel dean dennis douglas drew duncan dylan edward ernst frank franz fred gary
george gerard gilbert glenn gordon gregory guy henry herbert hermann howard hugo isaac ivan jack jacob
jacques james jan jay jean jesus joel john jordan joseph juan kai karl kent kurt kyle laurent lawrence leo
leon leslie louis lucas luis marc marcus mario mark matthew maurice max may michael miles nicholas nick noel
norman oliver oscar otto patrick paul peter philip philippe ralph ramon raphael ray raymond reuben rex
richard robert robin roger roland roman rose roy ryan salvador sebastian sidney solomon stanley stephen
steven sydney terry theo tony ulrich van vernon victor vincent walter werner wilhelm will william yves
"""
_RATHER_SURNAMES = """
allen austin barry blair blake cameron carter clark craig curtis elliott ellis emerson evans francis franco
graham grant gray harper harvey hayden hudson hunter kelley kelly kennedy kim kirk lane lee lewis lincoln
lloyd logan marshall martin mason maxwell mitchell morgan murray nelson owen pierce quinn reid riley ross
russell scott shelby simon spencer stewart stuart taylor thomas todd travis tyler wallace warren wayne
wesley willis
"""
_OTHERS = """
aaron abdul abdullah abigail abraham ada adaeze adele adelina aditi aditya adrian adriana agata agnes
agnieszka ahmad ahmed aiko aisha akash akiko akira alba alberto alec alejandra alejandro aleksander
aleksandra alessandra alessandro alessia alex alexandra alexandre alexei alexis alfonso alfred ali alice
alicia alina alisha alison allison alma alvaro alyssa amal amanda amara amber amelia amelie amina amir amit
amy ana anastasia anders andrea andreas andrei andres andrew andrey andrzej andy anetta anette angela
angelica angelo angus anika anil anita anja anjali ann anna annabel anne annelies annette annie annika anouk
ansel anselm antoine anton antonella antonia antonio anu anya aparna april ariana ariel arjun armando arne
arno aron arturo arun arya asha ashley ashok asma astrid asuka athena atsushi attila audrey august aurelie
aurora ava axel ayaan ayesha aylin ayse aysegul azra balazs barbara bart bartosz basil bastian bea beata
beatrice beatriz becky bela belen ben bence benedikt benita benoit bernadette bernardo bernd bert bertha
beth bethany betty beverly bianca bill billie birgit bjork bjorn bo bob bobby bogdan boris brad bradley
brenda brent brett bridget brigitte britta brooke burak camila camille can carla carlo carlos carlotta
carmen carolina caroline carsten caspar cat catalina catarina catherine cathy cecile cecilia cedric celia
celine cem charlotte chelsea cheryl chiara chidi chinedu chloe chloé chris christa christian christiane
christina christine christoph christophe christopher chuck ciara cindy claire clara clarissa claudia claudio
claus clemens cleo colette colin connie connor conrad constance cora corinna cornelia cosmin courtney
cristian cristiana cristina csaba cynthia cyril dagmar daisy damian damien dan dana daniela daniele danielle
danny daria dario darius darren dave david davide dawn debbie deborah debra deepa deepak delphine denise
deniz derek despina devon diana diane didier diego dieter dilip dimitri dimitris dirk divya dmitri dmitry
dolores dominic dominik dominique don donald donna dora doreen dorian doris dorota dorothea dorothy doug
dusan ebru eddie edgar edith edmund eduardo edwin efe ege eileen einar ekaterina elaine eleanor elena eleni
eleonora elias elif elijah elina elisa elisabeth elise eliza elizabeth ella ellen elliot elmar eloise elon
elsa elsie elvira emanuele emil emilia emiliano emilie emily emma emmanuel emre enrico enrique enzo eric
erica erik erika erin ernest ernesto erzsebet esra esteban estelle esther eszter ethan etienne eugene
eugenia eun eva evan eve evelyn ewa ewan fabian fabio fabrice farah fatih fatima fatma felicia felicity
felipe felix ferdinand ferenc fernanda fernando filip filippo fiona flavia flora florence florian frances
francesca francesco francisca francisco franciszek francois francoise frederic frederick frederik fredrik
freya frida frieda friedrich fumiko gabor gabriel gabriela gabriele gabriella gail gareth gautam gavin geert
gemma genevieve geoff geoffrey georg georgia georgina gerald geraldine gergely gerhard gert gertrud giacomo
gianluca gina giorgio giorgos giovanna giovanni gisela giulia giuseppe gizem gloria gonzalo grace grazia
greg greta grzegorz guido guillaume guillermo gunter gunther gustav gustavo gwen gyorgy gyula hakan hakim
halima hamza han hana hannah hannes hans harry harshita haruka haruki hassan hatice hayley heather hector
hedwig heidi heike heinrich heinz helen helena helene helga helmut hendrik henri henrietta henrik henrike
hilary hilda hiroko hiroshi holger holly hope horst hussein ian ibrahim ida ignacio igor ikram ilaria ildiko
ilia ilona ilse imani imre ines inga inge ingo ingrid inka irene irina iris irma isabel isabela isabella
isabelle isla ismail istvan itai ivana ivo iwona izabela jacek jackie jaime jakob jakub jamal jamie jana
jane janet janice janina janine janos jasmin jasmine jason jasper javier jeff jeffrey jelena jenna jennifer
jenny jens jeremy jerome jerry jess jesse jessica jill jim jimena jimmy jo joachim joan joana joanna joanne
joao joaquin jochen jody joe johan johanna johannes johnny jon jonas jonathan jorg jorge jose josef josefina
josephine josh joshua josie joy joyce jozef jozsef juana judit judith judy jules julia julian juliana julie
julien juliet juliette julio julius june jurgen justin justine justyna kaito kareem karen karim karin karina
karolina karoline kasper kat katalin katarina katarzyna kate katerina katharina katherine kathleen kathryn
kathy katie katja katrin katsumi kaya kazuki keiko keith kelvin ken kenji kenneth kerry kerstin kevin
khadija khai khaled khalid kieran kimberly kinga kiran kirsten kirsty klaus koji konrad konstantin kostas
kris krishna kristen kristian kristin kristina kristof krisztina krystyna krzysztof kumiko kwame lajos lara
larissa larry lars lasse laszlo latifa laura laure lauren lavinia layla lea leah leandro leila lena lenka
lennart leonard leonardo leonie leonor leticia lidia lili liliana lily lina linda lindsay linus lionel lisa
lise liv livia liz lizzie lola lorena lorenz lorenzo loretta lorraine lothar lotte lou louise luc luca luce
lucia lucian luciana lucie lucy ludwig luigi luisa luka lukas lukasz luna lydia lynn madeleine madison magda
magdalena maggie magnus mahmoud maja makoto malik malin malte manfred manon manuel manuela mara marcel
marcela marcella marcelo marcin marco marcos marek margaret margarita margherita margit margot marguerite
maria mariam mariana marianne marie marija marijke marina marion marisa marissa marit marius marjan marjorie
markus marla marlene marta martha marti martijn martina mary maryam massimo mateo mateusz mathias mathieu
mathilde matilda matt matteo matthias maud maureen mauricio mauro maya mayumi meera megan mehmet mei melanie
melina melissa mercedes meredith merve mervyn meryem mia micaela michaela michal michalis michel michele
michelle miguel mihai mika mikael mike mikhail miklos mila milan milena milica milos mina minh mira miranda
miriam mirjam mirko misha mitsuko miyuki mohamed mohammad mohammed moira molly mona monica monika monique
moritz muhammad murat mustafa myriam nadia nadine nadja nancy naoki naoko naomi natalia natalie natasha
nathalie nathan nathaniel neha neil nia niamh niccolo nicola nicolas nicole nicoletta niels nigel nikhil
nikita niklas nikolai nikolaos nikos nils nina noa noah noelle noemi noor nora norbert nour nuno nuray nuria
octavia odile oksana olaf ole oleg olena olga olive olivia olivier omar omer ophelia orla orlando orsolya
osman oya oyku ozge pablo pal pamela paola paolo pascal pat patricia patrizia patty paula paulina pauline
paulo pavel pawel pedro peggy penelope penny per pernille petar petr petra petros phil philipp phoebe pia
pierre pieter pilar piotr polly prakash pranav priscilla priya przemyslaw rachel radha radoslaw rafael rafal
rahul rainer raj rajesh ramesh ramona rana raquel rashid rasmus ravi rebecca rebekka regina reinhard reka
remi renata renate rene renee reto rhys ria ricarda ricardo riccardo rick rita rob roberta roberto rocio
rodrigo rolf romain romana romy ronald ronan rosa rosalie rosalind rosario rosemary rosie ruben rudolf rui
rupert ruth sabina sabine sabrina sadia saeed sally salma salvatore sam samantha samir samira samuel sandeep
sandor sandra sandro sangita sanjay santiago sara sarah sasha saskia satoshi saul savannah sean selena selin
selina serena serge sergei sergey sergio serkan seth severin shane shannon sharon shauna sheila shirley
sibel sibylle siegfried sien silke silvia silvio simona simone sinem siobhan sita sofia sofie soledad
solveig sonia sonja sophia sophie soren stacey stan stanislav stefan stefania stefanie stefano steffen
stella steph stephane stephanie steve sue sumit sunil suresh susan susana susanna susanne suzanne suzuki
svein sven svenja svetlana swati sylvia sylvie szymon tabea takashi tamar tamara tamas tania tanja tanya
tara tariq tatiana tatjana ted terence teresa tess tessa thea theodor theodore theresa therese thi thiago
thierry tiago tibor tiffany tilda till tim timo timothy tina tobias tom tomas tomasz tommaso tommy tomoko
tor tove tracy trevor trinh tristan trudy tuan tuncay tunde tyrone uli ulrike umberto umut ursula usha ute
uwe valentin valentina valeria valerie vanessa vasilis vasily vera verena veronica veronika veronique vicky
victoria vidya vijay vikram viktor viktoria vincenzo viola violet violeta virginia virginie vit vito
vittoria viv vivian viviane vlad vladimir volker waltraud wanda wendy wenzel wiebke wilfried willem willy
winnie wojciech wolfgang xavier ximena yael yamina yannick yannis yara yasemin yasmin yasuko yoko yolanda
yosef youssef yuki yukiko yuko yulia yumi yuri yusuf yvette yvonne zachary zahra zainab zara zdenek zeynep
zita zoe zofia zoltan zsofia zsolt zsuzsanna zuzana
"""


@cache
def _known() -> frozenset[str]:
    return folded_set(_OTHERS) | _also_surnames()


@cache
def _also_surnames() -> frozenset[str]:
    return folded_set(_ALSO_SURNAMES) | _rather_surnames()


@cache
def _rather_surnames() -> frozenset[str]:
    return folded_set(_RATHER_SURNAMES)


def is_first_name(word: str) -> bool:
    """Whether a word is known as a first name; of `Jean-Luc`, the first part."""
    return fold(word).strip(".'").partition("-")[0] in _known()


def is_hardly_a_surname(word: str) -> bool:
    """Whether a word is known as a first name and not common as a surname: `Péter`, but not `Thomas`."""
    return is_first_name(word) and fold(word) not in _also_surnames()


def is_rather_a_surname(word: str) -> bool:
    """Whether a word that may be a first name is more often a surname: `Martin`, but not `John`."""
    return fold(word) in _rather_surnames()
