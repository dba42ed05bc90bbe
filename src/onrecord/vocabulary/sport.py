"""Words of sport: where several stand, a country or a city that wins is a team, and no government."""

from __future__ import annotations

# Nouns that hardly stand outside the sports pages; "team", "match" and "coach" alone do, and so two are asked for.
NOUNS = frozenset(
    """
    amateur athlete athletes batsman batsmen batter batting bowler bowlers captain captains champions championship
    championships club clubs coach coaches cricket cup cyclist defender derby dugout fixture fixtures football
    footballer forward goal goalkeeper goalless goals inning innings kickoff league leagues locker marathon match
    matches medal medals midfielder olympics penalties pitcher playoff playoffs quarterback quarterfinal
    quarterfinals referee relegation rugby scoreless season seasons semifinal semifinals sprinter squad stadium
    standings striker team teammates tennis touchdown touchdowns touchline tournament tries umpire umpires wicket
    wickets winger
    """.split()
)
# What a team does, and a government in other pages only.
VERBS = frozenset(
    """
    beat beaten beats clinched defeated drew face faced faces finished hammered hosted hosts lead leads loses lost
    meet meets play played plays qualified scored scores thrashed tied trailed trounced visit visits win wins won
    """.split()
)
# In their names bodies of sport have one of these.
SPORTS = frozenset(
    """
    athletics basketball cricket cycling football hockey olympic racing rugby skating ski skiing soccer sport sports
    swimming tennis volleyball
    """.split()
)
