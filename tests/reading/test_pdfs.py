import sys

import pytest

from onrecord.errors import Refused
from onrecord.reading.pdfs import read_pdf

BODY = [
    "The mayor of Ardale, Ana Duarte, said on Monday that she would re-",
    "sign if the council passed the budget. She has led the town for ten",
    "years, as long as anyone.",
    "Her deputy denied that there had been a quarrel over the well-known",
    "plan. The vote is to be held on Friday at the town hall.",
]


def make_pdf(*pages, title=None, extra=""):
    """A PDF whose pages hold these lines, one below the other."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    kids = []
    for lines in pages:
        shown = "\n".join(f"({line.replace('(', '').replace(')', '')}) Tj T*" for line in lines)
        stream = f"BT /F1 10 Tf 14 TL 50 750 Td\n{shown}\nET"
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {len(objects)} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    info = ""
    if title is not None:
        objects.append(f"<< /Title ({title}) >>")
        info = f"/Info {len(objects)} 0 R"
    data, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{offset:010} 00000 n \n" for offset in offsets)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer\n"
    end += f"<< /Size {len(objects) + 1} /Root 1 0 R {info} {extra} >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + end.encode()


@pytest.fixture(autouse=True)
def _reads_pdf(request):
    if "without" not in request.node.name:
        pytest.importorskip("pypdf")


def test_lines_become_paragraphs_and_cut_words_are_joined():
    assert read_pdf(make_pdf(BODY)).text == (
        "The mayor of Ardale, Ana Duarte, said on Monday that she would resign if the council passed the budget. "
        "She has led the town for ten years, as long as anyone.\n"
        "Her deputy denied that there had been a quarrel over the well-known plan. "
        "The vote is to be held on Friday at the town hall."
    )


def test_a_hyphen_that_the_word_has_elsewhere_stays():
    lines = [
        "A well-known plan was dropped on Monday, the mayor said in a well-",
        "known speech to the council of the town.",
    ]
    assert "in a well-known speech" in read_pdf(make_pdf(lines)).text


def test_page_heads_and_numbers_are_left_out():
    speakers = ("Duarte", "Reed", "Okafor", "Lund")
    pages = [
        [f"The Gazette {number}", f"{speaker} said so on Monday to us.", f"{speaker} denied it.", f"Page {number} of 4"]
        for number, speaker in enumerate(speakers, start=1)
    ]
    text = read_pdf(make_pdf(*pages)).text
    assert ("Gazette" in text, any(character.isdigit() for character in text)) == (False, False)


def test_a_line_that_repeats_on_two_pages_only_stays():
    assert read_pdf(make_pdf(BODY, BODY)).text.count("The mayor of Ardale") == 2


@pytest.mark.parametrize(
    ("title", "taken"),
    [("Mayor may resign", "Mayor may resign"), ("Microsoft Word - x", None), ("a.indd", None), ("", None)],
)
def test_the_title_is_taken_unless_a_program_made_it(title, taken):
    assert read_pdf(make_pdf(BODY, title=title)).title == taken


def test_the_day_the_file_was_made_is_no_date_of_publication():
    assert read_pdf(make_pdf(BODY)).published is None


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (make_pdf([]), "empty"),
        (make_pdf(), "empty"),
        (make_pdf(BODY)[:300], "unreadable"),
        (b"%PDF-1.4\n%%EOF", "unreadable"),
        (b"%PDF-" + b"\xff\0" * 500, "unreadable"),
        (make_pdf(["a few words"]), "not-an-article"),
    ],
)
def test_a_file_without_an_article_is_refused_with_its_reason(data, reason):
    with pytest.raises(Refused) as refused:
        read_pdf(data)
    assert (refused.value.reason, bool(refused.value.message)) == (reason, True)


def test_a_locked_file_is_refused():
    from io import BytesIO

    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(make_pdf(BODY))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = BytesIO()
    writer.write(locked)
    with pytest.raises(Refused, match="locked with a password"):
        read_pdf(locked.getvalue())


def test_damage_is_not_talked_about_on_standard_error(capfd):
    with pytest.raises(Refused):
        read_pdf(make_pdf(BODY)[:300])
    assert capfd.readouterr().err == ""


def test_without_the_extra_its_name_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(Refused) as refused:
        read_pdf(make_pdf(BODY))
    assert (refused.value.reason, refused.value.remedy) == ("missing-extra", "run pip install 'onrecord[pdf]'")
