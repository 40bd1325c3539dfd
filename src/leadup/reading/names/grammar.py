"""Small words and word parts that decide where a name begins and ends."""

from __future__ import annotations

from leadup.reading.names.vocabulary import vocabulary

LINKS = vocabulary(
    """
    of for and the & de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben
    al el ul ur y e i af ad ud as an till to in on
    """
)
PARTICLES = vocabulary(
    """
    de da do dos das del della di du des la le las los van von der den ter ten bin bint ibn ben al el ul ur y e
    i af ad ud
    """
)
FUNCTION = vocabulary(
    """
    The A An In On At By For Of To From With As But And Or If When While After Before Since Until During Despite
    Under Over Into Between Among He She It They We You I I'm I’m His Her Its Their Our My Your This That These
    Those There Here What Who Which Why How Where Not No Yes So Then Also Even Just Only Still Yet Now Most Many
    Some All Both Each Every Any Other Another Such More Less Few Several First Last Next Although Though
    Because However Meanwhile Moreover Nevertheless Nonetheless Furthermore Therefore Thus Hence Once Upon
    Through Throughout Without Within Against Along Across Behind Beyond Per Via Like Unlike Let It's It’s Is
    Are Was Were Be Been Has Have Had Do Does Did Can Could Would Should Shall Must Whether Either Neither Nor
    One Two Three Four Five Six Seven Eight Nine Ten According Asked Speaking Following Amid Amidst Earlier
    Later Recently Previously Currently Today Instead Besides Additionally Similarly Finally Eventually
    Initially Perhaps Maybe Indeed Overall Photo Photos Image Video File Read WATCH Watch Click Source Copyright
    Editor Dear Former Ex Late Around About Above Below Near Off Out Up Down Too Very Much Almost Nearly Again
    Ever Never Always Often Sometimes Soon Already Mr Mrs Hi Hello Thanks Oh Well Him Them Us Me Myself
    Ourselves Whose Whom Whatever Whoever Whenever Wherever That's That’s There's There’s What's What’s Let's
    Let’s We're We’re They're They’re You're You’re He's He’s She's She’s Don't Don’t I've I’ve I'll I’ll I'd
    I’d Can't Can’t NGO NGOs THE OF AND TO IN FOR ON WITH AT BY FROM AS IS ARE WAS WERE BE HAS HAVE AN IT ITS THIS THAT
    NOT BUT OR HE SHE THEY WE YOU
    """
)


NAME_HEADS = vocabulary(
    """
    Park Hill Hills Woods Wood Lane Hall Church Castle Banks Rivers Ford Field Fields Lake Lakes Brooks Marsh
    Forest Abbey Temple Gates Bush Ball Day Law Laws Young Bridges Fort Garden Plant Pope Bell House Power
    Powers Fair Farm Mills Mill Barr Bay Beach Creek Falls Glass Grant Love Price Prince Rice Rose Stone Street
    Waters West North Wells Wolf Page Post Bond Case Code March Spring Winter Summer Storm
    """
)
NAME_WORDS = vocabulary(
    """
    He So An Do You No My Yet Are Will
    """
)
DIRECTIONS = vocabulary(
    """
    North South East West Northern Southern Eastern Western Central Upper Lower Greater Inner Outer Northeast
    Northwest Southeast Southwest Northeastern Northwestern Southeastern Southwestern British French Dutch
    Portuguese Spanish Mainland Old New
    """
)
SUFFIXES = vocabulary(
    """
    based led backed born controlled run owned occupied held made style wide funded sponsored linked affiliated
    trained era friendly speaking bound ruled aligned produced listed allied dominated inspired registered
    educated supported designated raised brokered imposed administered related like only to built manufactured
    operated headquartered oriented flagged enforced area centric origin wing type driven
    """
)

PREFIXES = vocabulary(
    """
    Inter Afro Sino Anglo Franco Non Anti Pro Pan Trans Sub Neo Ex Al El Euro Indo Post Pre Russo Greco Austro
    Hispano Ibero Luso Mid Co Vice Ben Bin
    """
)

NAMESAKES = vocabulary(
    """
    King Queen Prince Princess Sultan Emperor Empress Emir Sheikh Imam Pope Saint Sir Lord Lady Shah Sister Father
    Sri Shri Captain
    """
)
"""Titles that stand in the names of hospitals, schools and airports."""
