from onrecord.annotating.times import FindTimes
from onrecord.dossier import Dossier
from onrecord.records import Article, Why


def found(article, **made):
    return [time.value for time in FindTimes()(Dossier(article, made))["times"]]


def test_an_article_that_came_with_a_date_is_counted_from_it():
    assert found(Article(id="x", text="It fell on Sunday.", published="2031-03-05")) == ["2031-03-02"]


def test_an_inferred_date_is_counted_from():
    assert found(Article(id="x", text="It fell on Sunday."), published=("2031-03-05", Why("So.", ()))) == ["2031-03-02"]


def test_without_any_date_the_weekday_is_kept():
    assert found(Article(id="x", text="It fell on Sunday."), published=None) == ["XXXX-WXX-7"]


def test_times_are_numbered_in_text_order():
    article = Article(id="x", text="It fell on Sunday and in 2029.")
    assert [time.id for time in FindTimes()(Dossier(article))["times"]] == ["t1", "t2"]
