import pytest

from onrecord.errors import Refused
from onrecord.reading.screening import check_article, count_words

WALLS = {
    "a cookie notice": [
        "We use cookies to improve your experience. By clicking Accept, you agree to our use of cookies. Preferences.",
        "Your privacy matters. We and our 842 partners store information on a device for personalised ads and content.",
    ],
    "a browser check": [
        "Please enable JavaScript to view the page content. Your support number is 1234567890.",
        "Just a moment...\nChecking your browser before you go on. This takes up to five seconds. Please stay here.",
        "Are you a robot? Please click the box below to let us know you're not a robot. Please check your browser.",
        "Your ad blocker is on. We rely on advertising. Please disable your ad blocker and refresh this page now.",
    ],
    "an error page": [
        "404\nPage not found\nThe page you are looking for might have been removed or had its name changed.",
        "Access Denied\nYou don't have permission to access this document. Reference #18.5c7b1402.1700000000",
        "500 Internal Server Error\nThe server met an error and was unable to complete your request.",
        "Something went wrong. Please try again later.",
        "The article you requested is no longer available. Please use the search box or return to the front page.",
    ],
    "a notice that the text is not available there": [
        "Sorry, this content is not available in your region.",
        "451: Unavailable due to legal reasons\nYou are abroad, and therefore access cannot be granted at this time.",
    ],
    "a paywall's notice": [
        "You have reached your limit of free articles. Subscribe now for unlimited digital access. Cancel anytime.",
        "To continue reading this article, subscribe or sign in.",
        "The mayor quit. This story is for subscribers only. To keep reading, register. Already a member? Log in.",
    ],
    "a notice of the site": [
        "Copyright 2031. All rights reserved. Without written permission nothing may be reproduced in any form.",
        "Follow us on every network. Find out what is going on around the world. Share this with your friends.",
    ],
}
NEWS = [
    "“If it brings peace, I will resign,” President Ana Duarte told parliament on Monday.",
    "Police said three men died on Monday.",
    "Browsers must ask before they store cookies, a court ruled. Websites that set cookies without consent face fines.",
    "The Gazette will put up a paywall. Readers will pay $5 for unlimited digital access, its editor Jane Roe said.",
    "A fire broke out at the port. No one was hurt. Copyright 2031 The Press. All rights reserved by the company.",
    "The test asks visitors to prove they are not a robot. It offers no sound. A charity for blind people objects.",
    "A company bought the ad blocker that 40 million people use. Some advertisers will pay to appear.",
    "The bank's website failed. Customers could not log in to their accounts. She lost access for a week.",
    "“You cannot do this to your people,” Duarte wrote. “Your time is up.”",
    "Van drivers in Ardale went on strike. Sign up for our newsletter. They want higher pay.",
]


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in WALLS.items() for text in texts])
def test_what_bars_the_way_to_an_article_is_refused_by_name(name, text):
    with pytest.raises(Refused, match=name) as refused:
        check_article(text)
    assert refused.value.reason == "not-an-article"


@pytest.mark.parametrize(
    "text",
    [
        "Your seat is being held. We open the page when your turn comes. Keep this window and do not reload it.",
        "Choose a plan. Our members read every article on all devices. Enter your e-mail and pick a password.",
        'Press "Agree" to use the app with advertising. Change the settings whenever you want.',
    ],
)
def test_a_short_text_that_only_speaks_to_the_reader_of_the_site_is_refused_whatever_its_wording(text):
    with pytest.raises(Refused, match="not an article"):
        check_article(text)


@pytest.mark.parametrize(
    "told",
    [
        "Mayor Jane Roe said so.",
        "She paid 40 dollars.",
        "The firm lost $12 million.",
        "“Never again will anyone pay for it.”",
    ],
)
def test_one_sentence_that_tells_of_someone_keeps_a_text_that_speaks_to_its_readers(told):
    check_article(f"Your accounts may be at risk from an app. {told} Here is how they watch your e-mail.")


@pytest.mark.parametrize("text", NEWS)
def test_short_news_is_read_even_where_it_tells_of_cookies_or_paywalls(text):
    check_article(text)


@pytest.mark.parametrize(
    ("text", "words"), [("one two three", "3 words"), ("Lorem", "1 word"), ("1 2 3 4 5 6", "0 words")]
)
def test_a_few_words_are_no_article(text, words):
    with pytest.raises(Refused) as refused:
        check_article(text)
    assert refused.value.message == f"the text holds no more than {words}"


def test_a_menu_is_no_article():
    menu = "\n".join(["Home", "Politics", "World News", "Arts Culture", "Archives January", "Select Month"] * 20)
    with pytest.raises(Refused, match="a list of words"):
        check_article(menu)


def test_a_long_article_may_carry_many_notices(article_text):
    notices = "Advertisement\nSign up for our newsletter.\nPlease verify you're not a robot.\nAll rights reserved.\n"
    check_article((article_text + notices) * 3)


def test_a_long_privacy_policy_is_refused():
    policy = (
        "We use cookies on our site. Our partners set cookies. You can manage cookies. We value your privacy. " * 40
    )
    with pytest.raises(Refused, match="a cookie notice"):
        check_article(policy)


def test_a_text_without_sentence_ends_takes_no_time():
    check_article("we told our people of the plan and we " * 24_000)


def test_scripts_without_spaces_are_counted_in_words_all_the_same():
    assert count_words("总统周一表示，如果能带来和平，他将辞职") > 3
