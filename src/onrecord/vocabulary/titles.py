"""Nouns that say what someone is: offices and ranks, and the kinds of writing that can be a source."""

from __future__ import annotations

# Heads of titles that are worth telling beside a name: "Defense Secretary", "the governor".
OFFICES = frozenset(
    """
    admiral adviser advisor aide ambassador analyst anchor archbishop archdeacon attorney author bishop candidate
    captain cardinal ceo cfo chair chairman chairwoman chancellor chief coach colonel columnist commander
    commissioner congressman congresswoman coo coordinator correspondent councillor councilman councilwoman counsel
    cto delegate deputy detective director economist editor emir engineer envoy executive expert founder general
    governor head historian imam inspector journalist judge justice king lawmaker lawyer leader legislator
    lieutenant major manager mayor mediator minister moderator monitor mp negotiator nominee officer official
    ombudsman owner pastor patriarch pollster pope premier president presidential prime prince princess principal
    professor prosecutor queen rabbi reporter representative researcher scientist secretary senator sergeant sheikh
    sheriff speaker specialist spokesman spokesperson spokeswoman strategist sultan superintendent treasurer
    undersecretary vp whip
    """.split()
)
# Of these, those that as the head of a description are a person whatever stands around them: "the prime minister".
HOLDERS = (OFFICES | {"announcer", "source", "candidate"}) - frozenset(
    "chair executive general head justice king major monitor presidential prime speaker whip".split()
)
# Short forms in front of a name that are titles too, but say too little to be told as an office.
ABBREVIATED = frozenset(
    """
    mr mrs ms mx dr sir dame lord lady sen rep gov gen col lt maj capt sgt adm rev prof st del atty amb supt insp
    messrs sens reps govs gens profs drs dels
    """.split()
)

# Offices that a person has one of at a time, with the words that stand for it.
EXCLUSIVE = tuple(
    frozenset(words.split())
    for words in (
        *("president", "senator sen", "representative rep congressman congresswoman", "governor gov", "mayor"),
        *("minister premier", "chancellor", "secretary", "pope pontiff", "king monarch", "queen monarch"),
        *("judge justice", "ambassador envoy", "bishop archbishop cardinal", "nominee candidate", "director"),
    )
)

# Of EXCLUSIVE, those that whoever holds one is called by where an article names him: nobody else is "the governor".
TOLD = frozenset().union(*EXCLUSIVE) - {"nominee", "candidate"}
# Posts that each of several bodies has: "its chairman" is the one of the body that "its" means.
POSTS = tuple(
    frozenset(words.split())
    for words in (
        *("ceo executive", "chairman chairwoman chair chairperson", "president", "director", "manager", "coach"),
        *("spokesman spokeswoman spokesperson", "founder", "leader", "owner", "minister premier", "treasurer"),
        "lawyer attorney counsel",
    )
)
# Who tells of those in office or speaks for them, and holds none himself.
TELLERS = frozenset(
    """
    analyst anchor columnist correspondent economist historian journalist moderator pollster reporter researcher
    spokesman spokesperson spokeswoman strategist
    """.split()
)
# Words for a party: "the Democratic nominee" is no Republican.
PARTIES = tuple(
    frozenset(words.split())
    for words in (
        *("republican republicans gop", "democrat democratic democrats", "conservative conservatives tory tories"),
        *("labour", "green greens", "libertarian libertarians", "liberal liberals", "socialist socialists"),
    )
)

# Names that end in these are bodies' names, whatever else they look like.
BODIES = frozenset(
    """
    academy administration agency airlines airways alliance army assembly association authority bank bloc board
    brigade bureau cabinet caucus center centre chamber church club coalition college commission committee
    company conference confederation congress corp corporation council court daily department directorate
    federation force forces foundation front fund gazette government group guard guards herald holdings hospital inc
    institute institution journal limited llc llp ltd magazine ministry mission movement navy network news
    newspaper office organisation organization parliament party patrol plc police post press secretariat senate
    service services society station television times tribunal tribune union university
    """.split()
)

# What a firm's or a school's name has behind the one it is called after: "Robert Lind [Asset Management]".
INSTITUTIONS = BODIES | frozenset(
    """
    academy act album amendment associates award awards brothers capital championship choir clinic cup electrical
    electronics energy enterprises entertainment estates festival industries insurance investments laboratories
    laboratory league management motors orchestra order partners partnership petroleum pharmaceuticals prize
    productions publishing records school securities series software steel studios systems technologies trophy trust
    """.split()
)
# And what is a place: "the Haydn [Estate]".
BUILDINGS = frozenset(
    """
    airport arena avenue boulevard bridge crescent drive estate gardens highway lane museum park plaza reservoir road
    square stadium street theatre theater
    """.split()
)
LEGAL_FORMS = frozenset("gmbh inc incorporated llc llp lp ltd plc".split())
# Letters behind a name, and no names.
DEGREES = frozenset("bsc cbe dphil esq hons kbe llb llm mba mbe msc obe phd qc".split())
# Adjectives of peoples and faiths that are of no country.
PEOPLES = frozenset(
    """
    african aboriginal arab arabic asian baptist buddhist caribbean catholic christian evangelical hindu hispanic
    indigenous islamic islamist jewish kurdish latino lutheran methodist mormon muslim orthodox palestinian protestant
    roma shia shiite sikh sunni western zionist
    """.split()
)

# Names that end in these are of what happens, and nobody speaks for it: "the World Series".
HAPPENINGS = frozenset(
    "awards championship championships cup derby festival games grammys olympics oscars playoffs series war".split()
)

# As the head of a description they are a body, whatever stands around them: "the union", "the campaign".
COLLECTIVES = frozenset(
    """
    administration agency airline army association authority automaker bank board bureau cabinet campaign carmaker
    caucus charity chipmaker club coalition college commission committee company corporation council court department
    drugmaker federation firm franchise government group institute nonprofit organisation organization parliament party
    planemaker retailer senate squad startup team tribunal union university
    """.split()
)

# And a place: "the city".
SETTLEMENTS = frozenset("capital city country county island nation province region state town village".split())

# What offices are for: "Defense Secretary", "Minister of Finance".
PORTFOLIOS = frozenset(
    """
    agriculture commerce defence defense economy education energy environment finance foreign health homeland housing
    information interior intelligence justice labor labour oil press security state trade transport transportation
    treasury
    """.split()
)

DOCUMENTS = frozenset(
    """
    account ad affidavit agreement analysis article assessment audit bill book brief broadcast bulletin census charter
    commentary communique complaint constitution contract data declaration dispatch document dossier draft editorial
    email essay estimate figure figures filing finding findings indictment investigation law lawsuit leaflet letter list
    manifesto
    manual measure memo memoir memorandum message note notice opinion order paper petition piece plan poll post
    posting proposal questionnaire record records report research resolution review ruling statement statistics story
    study subpoena summary survey text transcript treaty tweet verdict video website
    """.split()
)

# What pictures and recordings are headed with: "Photos: the harbour".
PICTURES = frozenset(
    "caption captions footage gallery graphic image images photo photos picture pictures video videos".split()
)

# Several people in the singular: "a crowd", "a couple".
GROUPS = frozenset(
    """
    band bunch class couple crew crowd delegation dozen family few gang generation group handful hundred jury majority
    minority mob number pair panel people quarter team third thousand trio
    """.split()
)

# Streets and buildings, behind whose names they stand: "Lind Road".
SITES = frozenset(
    """
    airport avenue beach boulevard bridge hall hill hotel house junction lane park plaza road square stadium station
    street tower
    """.split()
)

# Agencies whose pictures a page shows, as their credits have them.
AGENCIES = frozenset("afp ap bbc epa getty pa reuters rex swns".split())
