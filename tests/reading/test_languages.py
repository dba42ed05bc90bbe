import pytest

from onrecord.reading.languages import detect_language, name_language

ABROAD = {
    "German": "Der Präsident sagte am Montag in Berlin, er werde zurücktreten. Die Minister waren in der Stadt.",
    "Dutch": "De president zei maandag dat hij zou opstappen als dat vrede brengt voor het land. Hij was in de stad.",
    "French": "Le président a déclaré lundi qu'il démissionnerait si cela apportait la paix au pays.",
    "Spanish": "El presidente dijo el lunes que dimitiría si eso traía la paz al país, según el diario.",
    "Danish": "Præsidenten sagde mandag, at han vil træde tilbage, hvis det bringer fred i landet.",
    "Russian": "Президент заявил в понедельник, что уйдёт в отставку, если это принесёт мир.",
    "Ukrainian": "Президент заявив у понеділок, що піде у відставку, якщо це принесе мир його країні.",
    "Chinese": "总统周一表示，如果能带来和平，他将辞职。部长也在城里参加会议。",
    "Arabic": "قال الرئيس يوم الاثنين إنه سيستقيل إذا كان ذلك سيجلب السلام إلى بلاده.",
}


@pytest.mark.parametrize("language", ABROAD)
def test_another_language_is_called_by_its_name(language):
    assert name_language(detect_language(ABROAD[language])) == language


@pytest.mark.parametrize(
    "text",
    [
        "Police said three men died.",
        "Ana Duarte resigned Monday, Ardale officials confirmed",
        "Merkel, Macron meet Putin in Minsk",
        "MAYOR QUITS AFTER COUNCIL VOTE, CLERK CONFIRMS IN LETTER",
        "PARIS - Emmanuel Macron met Angela Merkel in Berlin, Xinhua reported.",
        "Netanyahu, Abbas, Putin, Erdogan, Duarte, Martinez: who said what",
    ],
)
def test_a_short_text_or_headline_with_names_counts_as_english(text):
    assert detect_language(text) == "en"


def test_a_menu_is_left_to_screening():
    menu = "SUBSCRIBE UPDATES Politics Archives January December INSIGHTS MAGAZINE Offline Classroom TEST SERIES " * 9
    assert detect_language(menu) == "en"


def test_a_foreign_quotation_leaves_the_article_english(article_text):
    assert detect_language(article_text + "„Das war nicht so“, sagte er auf Deutsch.") == "en"


def test_english_is_told_without_loading_the_model(article_text, monkeypatch):
    monkeypatch.setattr("onrecord.reading.languages._load_identifier", lambda: pytest.fail("the model was loaded"))
    assert detect_language(article_text) == "en"
