"""Error browser (``python -m training.errors FILE… -o errors.html``): what the bundled reader gets wrong, on one page.

Missed, spurious and mistyped claims, wrong status and background, missed and spurious fillers, each with its context;
choose a kind, a type or role, or search the text. One file, no scripts from elsewhere; the annotated texts end up in
it, so keep it out of the repository where they are not ours.
"""

from __future__ import annotations

import argparse
from collections import Counter
from html import escape
from pathlib import Path

from frontwire.evaluation.annotated import read
from frontwire.evaluation.errors import KINDS, Error
from frontwire.evaluation.evaluate import evaluate
from frontwire.extraction.extractor import BundledExtractor

PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Errors</title><style>
:root{{color-scheme:light dark;--line:#8884}} body{{font:15px/1.5 system-ui,sans-serif;margin:1.5rem auto;max-width:70rem;padding:0 1rem}}
h1{{font-size:1.3rem;margin:0}} form{{display:flex;flex-wrap:wrap;gap:.6rem;margin:1rem 0;position:sticky;top:0;padding:.5rem 0;background:Canvas}}
select,input{{font:inherit;padding:.25rem .4rem}} article{{border-top:1px solid var(--line);padding:.6rem 0}}
small{{opacity:.75}} mark{{background:#f5c84299;color:inherit;padding:0 .15em;border-radius:.2em}} b{{font-weight:600}} [hidden]{{display:none}}
</style><h1>{title}</h1><small>{summary}</small>
<form onsubmit="return false"><select id="kind"><option value="">every kind</option>{kinds}</select>
<select id="label"><option value="">every type and role</option>{labels}</select>
<input id="text" type="search" placeholder="words in the text"> <output id="n"></output></form>
<main>{articles}</main><script>
const rows=[...document.querySelectorAll('article')],pick=id=>document.getElementById(id).value;
function show(){{let n=0;for(const r of rows){{const on=(!pick('kind')||r.dataset.kind===pick('kind'))&&(!pick('label')||r.dataset.label===pick('label'))
&&r.textContent.toLowerCase().includes(pick('text').toLowerCase());r.hidden=!on;n+=on}}document.getElementById('n').textContent=n+' of '+rows.length}}
document.querySelector('form').addEventListener('input',show);show()</script></html>
"""


def article(error: Error) -> str:
    change = " → ".join(f"<b>{escape(x)}</b>" for x in (error.wanted, error.got) if x)
    return (
        f'<article data-kind="{error.kind}" data-label="{error.label}"><small>{error.kind} · {error.label} · '
        f"{escape(error.report_id)}</small> {change}<br>{escape(error.before)}<mark>{escape(error.words)}</mark>"
        f"{escape(error.after)}</article>"
    )


def options(counts: Counter[str], order: list[str]) -> str:
    return "".join(f'<option value="{n}">{n} ({counts[n]})</option>' for n in order if counts[n])


def page(errors: list[Error], title: str, summary: str) -> str:
    """The whole browser as one HTML page; wanted comes before got in every line."""
    kinds, labels = Counter(e.kind for e in errors), Counter(e.label for e in errors)
    return PAGE.format(
        title=escape(title), summary=escape(summary), kinds=options(kinds, list(KINDS)),
        labels=options(labels, [n for n, _ in labels.most_common()]), articles="".join(map(article, errors)),
    )  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, help="annotated reports, JSON Lines")
    parser.add_argument("-o", "--output", type=Path, default=Path("out") / "errors.html")
    args = parser.parse_args()
    scores, found = evaluate(BundledExtractor(), [r for file in args.files for r in read(file)])
    args.output.parent.mkdir(parents=True, exist_ok=True)
    summary = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in scores.headline().items())
    args.output.write_text(page(found, f"{len(found)} errors", summary), "utf-8")
    print(args.output)


if __name__ == "__main__":
    main()
