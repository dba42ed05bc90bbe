"""Makes version-1.db.gz: a store as the first version of the schema left it.

    python tests/recording/make_version_1.py

Run once, when version 2 came; the file stays as it is.
"""

from __future__ import annotations

import gzip
import sqlite3
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from recording_samples import road, talks, threat

import onrecord

NEWER = ("near_duplicates", "bands", "signatures", "removals")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "old.db"
        with onrecord.Store(path) as store:
            for record in (road(), talks(), threat()):
                store.put(record)
            store.judge("https://post.example/road", "s1", "reject", person="ana")
        connection = sqlite3.connect(path)
        for name in NEWER:
            connection.execute(f"DROP TABLE {name}")
        connection.execute("DELETE FROM migrations WHERE version > 1")
        connection.commit()
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute("VACUUM")
        connection.close()
        packed = gzip.compress(path.read_bytes(), 9, mtime=0)
    Path(__file__).with_name("version-1.db.gz").write_bytes(packed)


if __name__ == "__main__":
    main()
