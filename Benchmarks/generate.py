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

# Sentences of a few hundred words, so that no two stories are alike and their words come as often as words do.
people = ["".join(pair) for pair in zip("何赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许吕张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方",
                                        "晓琴建国淑芬志强秀英桂兰德明玉梅文海春生永福丽华少军红霞立新国庆小燕长江振华美玲")]
roles = "网格员 志愿者 楼门长 下沉干部 快递员 社区民警 退休教师 保洁员 物业经理 居委会主任 医生 护士 业主 租户".split()
times = ["天刚亮", "早上六点", "上午", "中午", "午后", "傍晚", "夜里十一点", "凌晨", "雨停以后", "换岗的时候", "第二天", "一周以来"]
places_said = "小区门口 桥头 三号楼 活动室 菜市场 公交站 卡口 地下车库 电梯间 老旧平房 长江大桥南 卫生服务站 学校操场 河边步道".split()
deeds = ("登记来访车辆 核对返京名单 敲开每一扇门 送去蔬菜和药 测量体温 张贴通知 打电话问候独居老人 发放出入证 消毒楼道 接送孩子 "
         "搬运物资 劝散聚集的人 填写排查表 联系房东 陪老人看病 整理口罩 教邻居用健康码 看护花坛 修好路灯 安排值班").split()
things = "口罩 酒精 蔬菜 大米 体温计 登记簿 帐篷 热水 棉衣 对讲机 二维码 QR码 App 通行证 药品 春联 饺子 手套 防护服 CT片子".split()
feelings = "心里踏实 嗓子哑了 鞋湿透了 没有抱怨 笑着摆手 眼圈红了 松了一口气 又跑了一趟 记在本子上 一夜没睡 说不累 想起母亲".split()
numbers = "三 五 七 十二 二十 三十六 四十八 一百多 两百 16 25 37.2 100".split()
units = "户 人 趟 箱 次 袋 分钟 公里 层楼 个电话".split()


def pick(words):  # the first of a list are said most
    return words[min(draw(len(words)), draw(len(words)))]


def sentence():
    who = pick(people) if draw(3) else pick(roles)
    said = [
        lambda: f"{pick(times)}，{who}在{pick(places_said)}{pick(deeds)}，{pick(feelings)}。",
        lambda: f"{who}说，{pick(things)}还差{pick(numbers)}{pick(units)}，先{pick(deeds)}。",
        lambda: f"{pick(places_said)}的{pick(roles)}{pick(people)}{pick(deeds)}，一共{pick(numbers)}{pick(units)}。",
        lambda: f"有人从{pick(places_said)}走过来，问有没有{pick(things)}；{who}{pick(feelings)}，转身去{pick(deeds)}。",
        lambda: f"“{pick(things)}放在{pick(places_said)}，”{who}写道，“{pick(times)}来{pick(deeds)}。”",
        lambda: f"{who}和{pick(people)}{pick(times)}{pick(deeds)}，走了{pick(numbers)}{pick(units)}，{pick(feelings)}。",
    ]
    return said[draw(len(said))]()


def paragraph():
    return "".join(sentence() for _ in range(4 + draw(6)))


for number in range(options.stories):
    place = communities[number % len(communities)][1]
    day = first + datetime.timedelta(days=options.days - 1 - number % 300)
    title = f"{pick(people)}在{pick(places_said)}{pick(deeds)}"
    text = "\n\n".join(paragraph() for _ in range(4 + draw(6)))
    put(f"stories/story-{number:05d}.md",
        f"---\ntitle: {title}\ndate: {day}\nplace: {place}\n---\n\n"
        f"{place}排查覆盖率{{{{排查覆盖率}}}}。\n\n{text}\n\n## 夜里\n\n{paragraph()}\n")
