from dataclasses import replace
from itertools import islice

import pytest

import onrecord
from onrecord.dossier import Dossier
from onrecord.errors import Refused, StepError
from onrecord.pipeline import Reader
from onrecord.reading import make_article

TEXT = (
    "Talks on the border crossing broke down on Tuesday. “We will not open the gate before the prisoners are home,” "
    "Foreign Minister Mara Lind told reporters in the capital. Her deputy, Jon Ek, denied that a deal had been close.\n"
    "According to two officials, the other side had asked for more time.\n"
)


@pytest.fixture(scope="module")
def reader():
    return Reader()


def sources(record):
    return [s.source.spans[0].surface for s in record.statements if s.source]


def test_a_direct_quotation_has_its_speaker(reader):
    statement = next(s for s in reader.read(TEXT).statements if s.quotation == "direct")
    assert "Mara Lind" in statement.source.spans[0].surface
    assert statement.content.text.startswith("“We will not open the gate")


def test_a_denial_is_a_denial(reader):
    assert [s.cue.act for s in reader.read(TEXT).statements if "Ek" in sources_of(s)] == ["deny"]


def sources_of(statement):
    return statement.source.spans[0].surface if statement.source else ""


class Watched(dict):
    """What was made, with a list of what was asked for."""

    def __init__(self, made):
        super().__init__(made)
        self.asked = set()

    def __getitem__(self, name):
        self.asked.add(name)
        return super().__getitem__(name)

    def get(self, name, default=None):
        self.asked.add(name)
        return super().get(name, default)


def test_steps_read_what_they_declare_and_no_more(reader):
    dossier = Dossier(make_article(TEXT))
    undeclared = {}
    for step in reader._steps:
        watched = Watched(dossier.made)
        new = step(replace(dossier, made=watched))
        undeclared[step.name] = watched.asked - {*step.requires, *getattr(step, "optional", ())}
        dossier = dossier.joined(new)
    assert not any(undeclared.values()), undeclared


def test_officials_speak_through_according_to(reader):
    assert "two officials" in sources(reader.read(TEXT))


def test_statements_come_numbered_in_text_order(reader):
    record = reader.read(TEXT * 3)
    assert [s.id for s in record.statements] == [f"s{n + 1}" for n in range(len(record.statements))]


def test_a_record_names_every_model_that_made_it(reader):
    models = reader.read(TEXT).onrecord.models
    assert {"encoder.onnx", "roles.onnx", "calibration.json"} <= set(models)
    assert all(len(digest) == 64 for digest in models.values())


def test_reading_twice_gives_the_same_record(reader):
    assert reader.read(TEXT).to_json() == reader.read(TEXT).to_json()


def test_many_jobs_give_the_same_records_as_one(reader):
    texts = [TEXT * n for n in range(1, 7)]
    one = [r.to_json() for r in reader.pipe(texts)]
    assert [r.to_json() for r in reader.pipe(texts, jobs=3)] == one


def test_one_bad_article_never_stops_the_stream(reader):
    kinds = [type(item) for item in reader.pipe([TEXT, "", TEXT], jobs=2)]
    assert kinds == [onrecord.Record, Refused, onrecord.Record]


def test_a_refusal_that_comes_in_goes_out_in_its_place(reader):
    refusal = Refused("missing", "there is no such file", source="a.txt")
    assert next(reader.pipe([refusal])) is refusal


def test_pipe_takes_no_more_than_it_needs(reader):
    taken = []

    def endless():
        while True:
            taken.append(1)
            yield TEXT

    assert len(list(islice(reader.pipe(endless(), jobs=2), 3))) == 3
    assert len(taken) < 12


def test_no_jobs_is_a_mistake(reader):
    with pytest.raises(ValueError, match="jobs must be 1 or more"):
        list(reader.pipe([TEXT], jobs=0))


def test_a_step_that_breaks_is_told_with_its_name_and_article():
    class Broken:
        name, version, requires, makes, models = "broken", "1", (), ("statements",), {}

        def __call__(self, dossier):
            raise ZeroDivisionError("oh")

    reader = Reader(steps=[Broken()])
    (error,) = reader.pipe([TEXT])
    assert isinstance(error, StepError)
    assert "step broken failed" in str(error)


def test_the_module_s_read_is_a_reader_s():
    assert onrecord.read(TEXT, published="2031-03-05").article.published_from == "given"


def test_a_date_that_the_text_tells_is_inferred_with_its_reason(reader):
    record = reader.read(f"ARDALE, March 5, 2031 (Gazette) — {TEXT}")
    assert (record.article.published, record.article.published_from) == ("2031-03-05", "inferred")
    assert record.article.published_why.text == "Its dateline is of March 5, 2031."


def test_a_date_that_is_given_is_kept(reader):
    record = reader.read(f"ARDALE, March 5, 2031 (Gazette) — {TEXT}", published="2031-03-06")
    assert (record.article.published, record.article.published_why) == ("2031-03-06", None)


def test_an_inferred_date_does_not_change_who_the_article_is(reader):
    text = f"ARDALE, March 5, 2031 (Gazette) — {TEXT}"
    assert reader.read(text).article.id == reader.read(text, published="2031-03-06").article.id


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("South Korean President Jo Lind", "Jo Lind"),
        ("Norwegian Foreign Minister Jo Lind", "Jo Lind"),
    ],
)
def test_who_is_named_behind_a_country_s_title_is_the_one_source(reader, source, name):
    record = reader.read(f"{source} said on Monday that the truce would hold.")
    assert [[entity.name for entity in s.source.entities] for s in record.statements] == [[name]]


def test_a_country_that_owns_a_medium_is_not_spoken_to(reader):
    record = reader.read("“We will not open the gate,” Jon Ek told Norway's news agency.")
    assert "Norway" not in [entity.name for s in record.statements for entity in s.addressees]
