"""Make river-dam.pdf: a printed news page, set with the standard library alone.

python examples/make_pdf.py
"""

from __future__ import annotations

import textwrap
import zlib
from pathlib import Path

HERE = Path(__file__).parent
TITLE = "Dam on the Ostrel to start filling in July, ministry says"
BYLINE = "By Yusuf Lindgren-Okafor, River Wire, 22 April 2025"
TEXT = """\
TARSEN - Upper Ostrel will begin to fill the reservoir behind its new dam on 1 July whether or not there is an
agreement with the countries downstream, Water Minister Hadiza Kovalenko said on Tuesday.

“We have waited eleven years for an agreement,” Kovalenko told a news conference. “The river will not wait for a
twelfth.”

Downstream Miravel, which draws nine tenths of its water from the Ostrel, called the announcement “a hand on our
throat.” Its president, Stellan Baptiste, warned that his country would treat any drop below 400 cubic metres a second
as a hostile act.

“If the river falls, we will go to the court in The Hague,” Baptiste said. “If the court is slow, we have other
means.”

He did not say what those means were. Asked whether he was speaking of force, he said that he was speaking of
“everything a thirsty nation can do.”

Kovalenko dismissed the remarks as theatre. She promised that the reservoir would be filled over five years instead of
three if Miravel signed a treaty on droughts before the summer, and said that engineers from both countries had
already agreed on most of its articles.

A Miravelian negotiator denied it. “We agreed on the table of contents,” said Folke Amadi, who has sat on the joint
commission since 2016.

The dam, 142 metres high, is expected to double the country’s supply of electricity. According to the Ostrel Basin
Authority, a body of six states, it would also hold back most of the silt on which farmers in the delta depend.

“Nobody has asked the farmers,” said Zeynep Marchetti, the authority’s director. She said that a study of 2021 had
been “put in a drawer, and the drawer has been locked.” The study, seen by River Wire, found that harvests in the
delta could fall by a quarter.

Kovalenko admitted that the study had not been published but claimed that it rested on old figures. A new one would be
ready in June, she said.

The African Development Forum, which lent Upper Ostrel 900 million dollars for the turbines, urged both governments to
keep talking. Its vice-president, Ingrid Mbeki-Holt, said that the loan had been given “on the understanding that the
neighbours would be heard,” and that the forum believed they had not.

Diplomats in Tarsen doubt that it will come to a fight. “They shout in April and sign in September,” one of them said.
“It was the same with the bridge.”

The two presidents have not met since last year. Baptiste said he would travel to Tarsen “tomorrow” provided that the
gates stay open until they have talked. There was no immediate answer from Upper Ostrel.
"""
TOP, BOTTOM, LEFT, LEADING = 780, 80, 72, 15
BLANK = " "  # programs that take text out of a PDF see a blank line only where something stands
COLUMNS = 84  # characters that fit the measure in Times at 11 points


def main() -> None:
    """Write the page beside this file."""
    (HERE / "river-dam.pdf").write_bytes(pdf())


def pdf() -> bytes:
    """The whole file: catalogue, pages, their contents, two fonts and the title."""
    contents = [zlib.compress(page, 9) for page in set_pages()]
    first_page = 6
    kids = " ".join(f"{first_page + 2 * number} 0 R" for number in range(len(contents)))
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Times-Bold /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({TITLE}) /Author (Yusuf Lindgren-Okafor) /CreationDate (D:20250422090000Z) >>".encode(),
    ]
    for number, content in enumerate(contents):
        stream = first_page + 2 * number + 1
        bodies.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> "
            b"/Contents %d 0 R >>" % stream
        )
        bodies.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(content), content))
    return assemble(bodies)


def set_pages() -> list[bytes]:
    """The pages' drawing commands, lines laid from top to bottom."""
    lines = [("F2", 17, TITLE), ("F1", 11, BLANK), ("F1", 10, BYLINE), ("F1", 11, BLANK)]
    for paragraph in TEXT.split("\n\n"):
        lines += [("F1", 11, line) for line in textwrap.wrap(paragraph, COLUMNS, break_on_hyphens=False)]
        lines.append(("F1", 11, BLANK))
    pages, height = [b""], TOP
    for font, size, line in lines:
        if height < BOTTOM:
            pages.append(b"")
            height = TOP
        pages[-1] += b"BT /%s %d Tf %d %d Td (%s) Tj ET\n" % (font.encode(), size, LEFT, height, escape(line))
        height -= LEADING if size < 17 else 24
    return pages


def escape(line: str) -> bytes:
    """The line as a PDF string in the Windows encoding, which has typographic quotation marks."""
    return line.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def assemble(bodies: list[bytes]) -> bytes:
    """The file made of the objects' bodies, with the table of their places."""
    data, places = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    trailer = b"trailer\n<< /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer


if __name__ == "__main__":
    main()
