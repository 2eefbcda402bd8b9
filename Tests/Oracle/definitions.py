#!/usr/bin/env python3
"""Whether every figure that a built site prints leads to its indicator's page.

    python3 Tests/Oracle/definitions.py public

Figures stand in cards, in tables, in rankings, in charts, in sentences written from them, in the steps of a procedure
and in prose; each must be a link to `indicators/…`, or stand in an element that has one: a card's title, the heading
of its row or column, the foot of its chart. What a source's own rows say, who has reported, corrections and the
calendar are no figures of an indicator. Exit status: 0 all do, 1 some do not.
"""

import pathlib
import re
import sys
from html.parser import HTMLParser

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "use", "path", "rect", "line", "circle"}


class Node:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children, self.own = tag, dict(attributes), parent, [], ""

    @property
    def classes(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find(self, tag=None, cls=None):
        return [n for n in self.walk() if (not tag or n.tag == tag) and (not cls or cls in n.classes)]

    @property
    def text(self):
        return self.own + "".join(child.text for child in self.children)

    def leads(self):
        """Whether a link to an indicator's page stands in it."""
        return any(re.search(r"(^|/)indicators/[^/]+\.html", n.attributes.get("href") or "") for n in self.find("a"))


class Tree(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.at = Node("", {}, None)

    def handle_starttag(self, tag, attributes):
        node = Node(tag, attributes, self.at)
        self.at.children.append(node)
        if tag not in VOID:
            self.at = node

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Node(tag, attributes, self.at))

    def handle_endtag(self, tag):
        node = self.at
        while node.parent and node.tag != tag:
            node = node.parent
        if node.parent:
            self.at = node.parent

    def handle_data(self, data):
        self.at.own += data


def digits(node):
    return re.search(r"\d", node.text)


def table_faults(table, section, counts):
    """A cell's figure leads on by the head of its row or of its column, in a ranking by that of what is ranked; what an
    indicator is computed from says in its row where it was read."""
    rows = table.find("tr")
    heads = rows[0].children if rows else []
    is_ranking = "sec-rank" in section.classes and any(head.leads() for head in heads)
    for row in rows[1:]:
        for index, cell in enumerate(row.children):
            if cell.tag != "td" or "n" not in cell.classes or not digits(cell):
                continue
            counts["cells"] += 1
            head = heads[index] if index < len(heads) else None
            is_input = "sec-inputs" in section.classes and row.children[-1].text.strip()
            # On how many days a week or a month stands is no figure.
            if head and head.text.strip() in ("已报天数", "Days reported"):
                continue
            if row.leads() or (head and head.leads()) or is_ranking or is_input:
                continue
            yield f"cell {cell.text.strip()!r} of row {row.text.strip()[:20]!r}"


def page_faults(tree, counts):
    mains = tree.find("main")
    for main in mains:
        for card in main.find("article", "fig"):
            counts["cards"] += 1
            if not any(head.leads() for head in card.find("h3")):
                yield f"card {card.text.strip()[:30]!r}"
        for live in main.find("a", "live"):
            counts["inline"] += 1
            if not live.leads():
                yield f"figure in prose {live.text!r}"
        for sentence in (span for says in main.find("p", "says") for span in says.children):
            if digits(sentence):
                counts["sentences"] += 1
                # The first may tell who has reported, of no indicator.
                if not sentence.leads() and sentence is not sentence.parent.children[0]:
                    yield f"sentence {sentence.text[:30]!r}"
        for step in (item for steps in main.find("ol", "steps") for item in steps.find("li")):
            if step.find("p", "val"):
                counts["steps"] += 1
                if not step.leads():
                    yield f"step {step.text.strip()[:30]!r}"
        for figure in main.find("figure"):
            if figure.find("svg"):
                counts["charts"] += 1
                heads = [n for n in figure.children if n.tag in ("figcaption", "p")]
                if not any(n.leads() for n in heads):
                    yield f"chart {figure.text.strip()[:30]!r}"
        for table in main.find("table"):
            section = table
            while section.parent and section.tag != "section":
                section = section.parent
            skipped = {"sec-due", "sec-notes", "records", "sec-calendar"} & set(section.classes)
            if skipped or "cal" in table.classes:
                continue
            yield from table_faults(table, section, counts)


def main(public):
    counts = dict.fromkeys(["pages", "cards", "inline", "sentences", "steps", "charts", "cells"], 0)
    wrong = 0
    for path in sorted(public.rglob("*.html")):
        parser = Tree()
        parser.feed(path.read_text(encoding="utf-8"))
        counts["pages"] += 1
        faults = list(page_faults(parser.root, counts))
        for fault in faults[:3]:
            if wrong < 40:
                print(f"{path.relative_to(public)}: {fault} leads to no indicator's page")
            wrong += 1
        wrong += max(0, len(faults) - 3)
    print(", ".join(f"{count} {name}" for name, count in counts.items()) + f"; {wrong} lead nowhere")
    return 1 if wrong or not counts["cells"] else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(sys.argv[1])))
