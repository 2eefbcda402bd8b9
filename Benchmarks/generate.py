#!/usr/bin/env python3
"""Makes a content folder of any size for measuring: one city, streets of 100 communities, a daily screening table.

usage: generate.py FOLDER --communities 10000 --days 30 [--stories 0]

Always the same bytes for the same arguments: a linear congruential generator, no clock.
"""
import argparse
import datetime
import pathlib
import shutil

HERE = pathlib.Path(__file__).resolve().parent
STARTER = HERE.parent / "Sources" / "Commands" / "Scaffold" / "starter"

parser = argparse.ArgumentParser()
parser.add_argument("folder")
parser.add_argument("--communities", type=int, default=10_000)
parser.add_argument("--days", type=int, default=30)
parser.add_argument("--stories", type=int, default=0)
options = parser.parse_args()
content = pathlib.Path(options.folder) / "content"
state = 20200214


def draw(limit):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
    return (state >> 33) % limit


def put(path, text):
    file = content / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


site = (STARTER / "site.yaml").read_text(encoding="utf-8")
site = site.replace('root: "990101001"', 'root: "9901"').replace(
    "  - {id: street, title: 街道}", "  - {id: city, title: 市}\n  - {id: street, title: 街道}")
put("site.yaml", site)
for name, path in [
    ("screening-dataset.yaml", "datasets/screening.yaml"), ("screening-indicators.yaml", "indicators/screening.yaml"),
    ("index.md", "dashboards/index.md"), ("region.md", "dashboards/region.md"),
    ("indicator.md", "dashboards/indicator.md"), ("daily.md", "bulletins/daily.md"), ("about.md", "pages/about.md"),
]:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(STARTER / name, content / path)

rows = ["code,name,parent,level,aliases,valid_from,valid_to,households", "9901,示例市,,city,,,,"]
communities = []
for number in range(options.communities):
    street, place = divmod(number, 100)
    code = f"9901{street:05d}"
    if place == 0:
        rows.append(f"{code},第{street + 1}街道,9901,street,,,,")
    communities.append((f"{code}{place:03d}", f"第{street + 1}街道{place + 1}社区", 500 + draw(3000)))
    rows.append(f"{communities[-1][0]},{communities[-1][1]},{code},community,,,,{communities[-1][2]}")
put("regions.csv", "\n".join(rows) + "\n")

first = datetime.date(2020, 2, 1)
done = [0] * len(communities)
for day in range(options.days):
    lines = ["社区,日期,应排查户数,已排查户数"]
    date = first + datetime.timedelta(days=day)
    for index, (code, _, due) in enumerate(communities):
        done[index] = min(due, done[index] + draw(max(2, due * 2 // options.days)))
        if draw(50):
            lines.append(f"{code},{date},{due},{done[index]}")
    put(f"data/screening/{date}.csv", "\n".join(lines) + "\n")

paragraph = "东风里的灯亮到很晚。" * 110
for number in range(options.stories):
    place = communities[number % len(communities)][1]
    put(f"stories/story-{number:05d}.md",
        f"---\ntitle: 第{number + 1}个故事\ndate: 2020-02-14\nplace: {place}\n---\n\n"
        f"{place}排查覆盖率{{{{排查覆盖率}}}}。\n\n## 夜里\n\n{paragraph}\n\n{paragraph}\n")
