"""The sentences with which a site speaks for itself, as patterns; none of them tells news.

WALLS and NOTICE are common wording of sites. ADDRESSED and FURNITURE are broader: who speaks to whom, and of what; the
site speaks to its reader of pages, accounts and settings, and news of the world rarely does, so the two together mark
the site's sentence where its wording is new. Wording that only one page had is left out.
"""

from __future__ import annotations

import re


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


# What bars the way to an article, by what it is called.
WALLS = {
    "a cookie notice": _any_of(
        r"\b(?:we|us|(?:web)?sites?|partners|services|page)\b.{0,80}\b(?:uses?|using|stores?|sets?)\b.{0,80}\bcookies\b",
        r"\b(?:accept|reject|allow|manage|decline|enable|disable|deny)(?:ing)?\b.{0,40}\bcookies\b",
        r"\bcookies? (?:policy|settings|preferences|notice|consent|choices|declaration)\b",
        r"\byour (?:cookie|consent|privacy|data) (?:settings|choices|preferences|options|rights)\b",
        r"\bwe (?:and|&) (?:our|selected|\d+) (?:\d+ )?(?:trusted )?(?:partners|third)",
        r"\bpersonali[sz]ed (?:ads?|advertis|content)|\bpersonali[sz]e (?:your|content|ads)",
        r"\b(?:store|access|information|data|identifiers)\b.{0,60}\bon (?:your|a) device\b|\bmanage preferences\b",
        r"\b(?:withdraw|give|change|manage) your consent\b|\blegitimate interest|\bsimilar technologies\b",
        r"\bprivacy policy\b|\byour (?:privacy|consent)\b|\bwe (?:value|care about|respect) your\b",
    ),
    "a browser check": _any_of(
        r"\b(?:enable|turn on|activate|allow|requires?|need) java ?script\b",
        r"\bjava ?script (?:is|has|seems|must|to be|appears|in your|and cookies)\b",
        r"\byour (?:web )?browser\b|\b(?:supported|modern|outdated|different|newer) (?:web )?browsers?\b",
        r"\bbrowser version\b|\byour ad.?blocker\b|\busing an ad.?blocker\b|\bray id\b|^\W*complete the captcha\b",
        r"\b(?:you(?:['’]re| are)?|i['’]?m) (?:not )?a (?:robot|human|bot|person)\b|\bverify(?:ing)? (?:that )?you\b",
        r"\b(?:unusual|automated) (?:traffic|access)\b",
    ),
    "an error page": _any_of(
        r"\b(?:40[0134]|410|429|451|50[0234])\b.{0,25}\b"
        r"(?:not found|error|forbidden|unavailable|gateway|denied|gone)\b",
        r"\b(?:error|http|status)\W{1,3}(?:code )?(?:40[0134]|410|429|451|50[0234])\b",
        r"\bpages? (?:that )?you(?:['’]re| are| were|['’]ve| have| requested)\b",
        r"\b(?:file|page|url) (?:was )?not found\b|\binternal server error\b|\bcomplete your request\b|^index of /",
        r"\bpage (?:can ?not|can['’]t|could not|does not|doesn['’]t|no longer)\b",
        r"\bpage has (?:been )?(?:moved|removed|expired)\b|\bpermission to (?:access|view)\b",
        r"\baccess (?:to this \w+ )?(?:is |has been |was )?(?:denied|blocked|restricted)\b",
        r"\b(?:article|page|content|file) (?:that )?you(?:['’]ve| have)? requested\b",
        r"\b(?:domain|account|site) (?:is for sale|has been suspended|is parked)\b|\bbroken link\b",
        r"\b(?:site|page|server) (?:can ?not|can['’]t|could not) be (?:reached|found|displayed)\b",
        r"\btoo many requests\b",
        r"\brequested (?:url|page|resource)\b|\bsomething went wrong\b|\btry again (?:later|in a)\b",
        r"\b(?:article|content|story|page|video|site) (?:is|has been|was) (?:no longer|temporarily|currently) ",
    ),
    "a notice that the text is not available there": _any_of(
        r"\b(?:not|un)(?: currently| yet)? ?(?:available|accessible|be shown) (?:in|to|for|from) "
        r"(?:your|users|visitors|readers)\b",
        r"\b(?:in|from|outside) your (?:current )?(?:country|region|location|area|territory|jurisdiction)\b",
        r"\bunavailable (?:due to|for) legal\b|\baccess(?:ing)? (?:to )?this (?:web)?site from\b",
        r"\b(?:your|this|zip|postal|enter) ?(?:zip|postal|post)? ?code\b",
        r"\b(?:web)?sites? (?:is|are) (?:currently )?(?:not available|unavailable|inaccessible)\b",
        r"\baccess can ?not be granted\b",
    ),
    "a paywall's notice": _any_of(
        r"\b(?:subscribe|sign ?up|register|log ?in|sign ?in|join|pay)\b.{0,40}\b(?:to|and|for|or) "
        r"(?:continue|read|access|unlock|keep|view|digital|unlimited|full|log|sign|register|subscribe|create)\b",
        r"\balready (?:a |an )?(?:\w+ )?(?:subscriber|member|registered|subscribed)\b|\balready have an account\b",
        r"\b(?:reached|exceeded|used|hit)\b.{0,40}\b(?:free|article|monthly) .{0,20}(?:limit|articles|stories)\b",
        r"\bfree (?:articles?|stories|trial)\b.{0,20}\b(?:left|remaining|this month|today|now)\b|\bcancel any ?time\b",
        r"\bsubscription service\b|\bdigital (?:access|subscription)\b|\bunlimited (?:digital )?access\b",
        r"\bsubscribers?[- ]only\b|\bonly (?:available )?(?:for|to) (?:our )?(?:paying )?(?:subscribers|members)\b",
        r"\b(?:exclusive(?:ly)?|available|reserved) (?:for|to) (?:our )?(?:subscribers|members)\b",
        r"\bto (?:continue|keep) reading\b|\bcontinue reading\b.{0,30}\b(?:subscri|account|free)",
        r"\b(?:start|begin|try) (?:your|a) (?:free )?(?:trial|subscription)\b|\byour subscription\b",
        r"\bupgrade to (?:a )?(?:paid|premium|pro)\b|\b(?:post|article|story|content) is (?:locked|for)\b",
        r"\bcreate (?:a|an|your) (?:free )?account\b|\bsupport (?:our|quality|independent) journalism\b",
        r"\bsubscribe (?:now|today|here|for)\b",
    ),
}

# What stands at the foot of a page.
NOTICE = _any_of(
    r"\bcopyright\b|©|\(c\) \d{4}|\ball rights reserved\b|\bterms (?:of|and) (?:use|service|conditions)\b",
    r"\bexternal (?:links|internet|web|sites)\b|\bresponsible for the content\b",
    r"\b(?:re-?published|redistributed|reproduced|retransmitted)\b",
    r"\b(?:written|prior) (?:permission|authori[sz]ation|consent)\b",
    r"\b(?:on|in|by|for|of) this (?:web)?site\b|\bfor (?:the|any) inconvenience\b",
    r"^\W*(?:advertise?ment|loading|share this|related (?:articles|stories)|most (?:read|popular)|skip to)\b",
)

# What asks the reader to do something.
CALL = _any_of(
    r"^\W*(?:please |sorry,? |just )*(?:click|tap|swipe|sign (?:up|in)|subscribe|register|log ?in|re-?enter|enter your|"
    r"get (?:the|our|your|digital|access|started|more|updates|alerts)|"
    r"(?:follow|like|join|contact|tell|support) us|"
    r"(?:find|look|learn|check|sign|catch|keep) (?:out|back|up|in|at|how|what|why|more)|"
    r"read (?:more|on|our|the full)|watch (?:more|live|the video)|listen (?:to|live)|download|"
    r"share (?:this|on|your)|visit (?:our|us)|check (?:out|back|the|your)|go (?:back|to)|return to|refresh|reload|"
    r"browse|explore|discover|donate|thank you|stay (?:up|tuned|informed)|see (?:more|all))\b",
    r"^\W*(?:please|sorry|oops|whoops|uh[- ]oh|welcome to|hello there)\b|\bclick (?:here|to|on)\b",
    r"\bwe(?:['’]re| are) sorry\b|\bcontact (?:us|support|customer)\b|\byour (?:account|password)\b",
    r"\b(?:we|our)\b.*\byour\b|\byour\b.*\b(?:we|our)\b",
)

# What someone is reported to have said about cookies, or what happened to a site on Monday, is news all the same.
REPORTED = _any_of(
    r"\b(?:said|says|told|according to|announced|ruled|reported|wrote|warned|testified)\b",
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
)

# Someone is spoken to, or bidden: half of what marks a sentence of the site.
ADDRESSED = _any_of(
    r"\b(?:you|your|yours|we|our|ours|please|sorry)\b",
    r"^\W*(?:accept|activate|agree|allow|cancel|change|check|choose|complete|confirm|contact|continue|copy|create|"
    r"customi[sz]e|deny|disable|do not|don['’]t|double-check|download|enable|enter|follow|forgot|get|give|go|join|keep|"
    r"learn|leave|log|manage|maybe|never|press|read|refresh|register|reject|reload|remember me|remove|reset|resend|"
    r"save|search|see|select|send|share|show|sign|skip|start|subscribe|switch|tap|try|turn|unlock|unsubscribe|update|"
    r"upgrade|use|verify|view|visit|wait|want|watch)\b",
)

# What a site is made of and deals in: the other half.
FURNITURE = _any_of(
    r"\b(?:(?:web|home)?pages?|(?:web)?sites?|browsers?|servers?|apps?|devices?|connections?|firewall|proxy|vpn|captcha|"
    r"java ?script|cookies?|consent|privacy|preferences|settings|tracking|ad.?blockers?|advertising|third.party)\b",
    r"\b(?:accounts?|passwords?|usernames?|e-?mails?|inbox|spam|logged (?:in|out)|log.?in|sign(?:ed)? (?:in|up|out)|"
    r"notifications?|newsletters?|links?|urls?|click\w*|requests?|error|offline|online|maintenance)\b",
    r"\b(?:subscri(?:be|bers?|ptions?)|unsubscribe|register|members?|membership|premium|paid|unlimited|full.text|digital|"
    r"content|articles?|stor(?:y|ies)|posts?|comments|archives?|search|access|available|unavailable|reload|refresh)\b",
)

# The writer's or a third person's doings, a past date, a sum, a full name: a site's notice has none of them.
TOLD = re.compile(
    r"\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|my|me)\b"
    r"|\b(?:[Ll]ast (?:week|month|year|night)|[Ii]n (?:19|20)\d\d|per ?cent)\b"
    r"|\d (?:million|billion)\b|\d%|\b\d{1,3},\d{3}\b|\b[a-z]+,? (?:[A-Z][a-z]+ ){2}"
    r"|\b[a-z]+,? [A-Z][a-z]+ [A-Z][a-z]+[.,]"
)
