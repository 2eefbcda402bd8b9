"""Writes good.xlsx and refused.xlsx into a folder, as people's workbooks look: books.py openpyxl|xlsxwriter FOLDER

good.xlsx is the table of ProducerTests with a title, headings of two rows, a total, a note, hidden things and texts in
several forms; refused.xlsx has in each of its rows one thing that no reader should guess.
"""
import datetime
import sys

PLACES = ["东风社区", "西苑社区", "南湖社区"]
DAY = datetime.date(2020, 2, 14)
# Due, done: by place, as ProducerTests has them.
COUNTS = [(1200, 1144), (980, 970), (1500, 1300)]


def openpyxl_good(path):
    import openpyxl
    from openpyxl.comments import Comment
    from openpyxl.styles import Alignment, Font

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "入户排查"
    sheet.merge_cells("A1:G1")
    sheet["A1"] = "示例街道入户排查日报表"
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=18), Alignment(horizontal="center")
    sheet["A2"], sheet["F2"] = "填报单位：示例街道", "单位：户"
    for cell, text in zip(["A3", "B3", "C3", "D3", "F3", "G3"], ["序号", "社 区", "日期", "户数", "完成率", "备注"]):
        sheet[cell] = text
    sheet["D4"], sheet["E4"] = "应排查户数", "已排查\n户数"
    for cells in ["A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4"]:
        sheet.merge_cells(cells)
    dates = [(DAY, 'yyyy"年"m"月"d"日"'), (datetime.datetime(2020, 2, 14), "yyyy/m/d h:mm"), ("2020．2．14", "@")]
    for row, (place, date, (due, done)) in enumerate(zip(PLACES, dates, COUNTS), 5):
        sheet.append([row - 4, place + "　", date[0], due, done, done / due, "第一行\n第二行"])
        sheet.cell(row, 3).number_format = date[1]
        sheet.cell(row, 6).number_format = "0.0%"
    sheet["D6"] = "９８０ "
    sheet["G5"].comment = Comment("核对过", "某人")
    sheet.append(["合　计", None, None, 3680, 3414])
    sheet.merge_cells("A8:C8")
    sheet["A9"] = "注：截至当日18时。"
    sheet.merge_cells("A9:G9")
    sheet["I6"] = "电话已打"
    sheet.freeze_panes, sheet.auto_filter.ref = "A5", "A4:G8"
    sheet.row_dimensions[6].hidden = True
    sheet.column_dimensions["E"].hidden = True
    hidden = book.create_sheet("参数")
    hidden["A1"], hidden.sheet_state = "是,否", "hidden"
    book.create_sheet("Sheet3")
    book.save(path)


def openpyxl_refused(path):
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "入户排查"
    sheet.append(["社区", "日期", "应排查户数", "已排查户数", "户主编号"])
    days = [DAY + datetime.timedelta(days=days) for days in range(10)]
    for day, cells in zip(
        days,
        [
            ["=SUM(1,2)", 3, "1"],  # row 2: a formula that nobody computed
            ["#N/A", 3, "1"],
            [5, 3, 110105194912310021],  # row 4: digits are gone
            [5, 3, "1"],  # rows 5 and 6: one place for two rows
            [5, 3, "1"],
            ["30多", 3, "1"],
            ["无", 3, "1"],
            ["/", 3, "1"],
            [4.5, 3, "1"],
        ],
    ):
        sheet.append([PLACES[0], day] + cells)
    sheet["C3"].data_type = "e"
    sheet["A6"] = None
    sheet.merge_cells("A5:A6")
    for date in ["02/03/20", "2月30日", "2020年2月30日"]:
        sheet.append([PLACES[1], date, 5, 3, "1"])
    book.save(path)


def xlsxwriter_good(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path)
    bold, merged = book.add_format({"bold": True}), book.add_format({"align": "center"})
    dates = [book.add_format({"num_format": format}) for format in (31, 58, "yyyy-mm-dd hh:mm:ss")]
    percent = book.add_format({"num_format": 10})
    sheet = book.add_worksheet("入户排查")
    sheet.merge_range("A1:F1", "示例街道入户排查日报表", merged)
    sheet.merge_range("A2:A3", "序号", merged)
    sheet.merge_range("B2:B3", "社区名称", merged)
    sheet.merge_range("C2:C3", "日期", merged)
    sheet.merge_range("D2:E2", "户数", merged)
    sheet.write_row("D3", ["应排查户数", "已排查户数"])
    sheet.merge_range("F2:F3", "完成率", merged)
    for row, (place, date, (due, done)) in enumerate(zip(PLACES, dates, COUNTS), 3):
        sheet.write(row, 0, row - 2)
        if row == 3:
            sheet.write_rich_string(row, 1, bold, place[:2], place[2:])
        else:
            sheet.write(row, 1, place)
        sheet.write_datetime(row, 2, datetime.datetime(2020, 2, 14), date)
        sheet.write(row, 3, due)
        sheet.write_formula(row, 4, f"=D{row + 1}-{due - done}", None, done)
        sheet.write(row, 5, done / due, percent)
    sheet.merge_range("A7:C7", "合计", merged)
    sheet.write_row("D7", [3680, 3414])
    sheet.set_row(4, None, None, {"hidden": True})
    sheet.set_column("E:E", None, None, {"hidden": True})
    book.add_worksheet("参数").hide()
    pictures = book.add_worksheet("图")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=入户排查!$D$4:$D$6"})
    pictures.insert_chart("A1", chart)
    lines = book.add_chart({"type": "line"})
    lines.add_series({"values": "=入户排查!$D$4:$D$6"})
    book.add_chartsheet("图表").set_chart(lines)
    book.close()


def xlsxwriter_refused(path):
    import xlsxwriter

    book = xlsxwriter.Workbook(path, {"nan_inf_to_errors": True})
    date = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet = book.add_worksheet("入户排查")
    sheet.write_row(0, 0, ["社区", "日期", "应排查户数", "已排查户数", "户主编号"])
    for row in range(1, 6):
        sheet.write(row, 0, PLACES[0])
        sheet.write_datetime(row, 1, datetime.datetime(2020, 2, 13 + row), date)
        sheet.write_row(row, 2, [5, 3, "1"])
    sheet.write_formula(1, 2, "=SUM(1,2)")  # XlsxWriter computes nothing and stores 0
    sheet.write_number(2, 2, float("nan"))
    sheet.write_number(3, 4, 110105194912310021)
    sheet.merge_range("D5:D6", 3)
    book.close()


if __name__ == "__main__":
    producer, folder = sys.argv[1:]
    for kind in ("good", "refused"):
        globals()[f"{producer}_{kind}"](f"{folder}/{kind}.xlsx")
