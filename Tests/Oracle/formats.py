"""A file's records, whatever it is: (line, heading, cells). Python's own readers and openpyxl, none of ours."""

import csv
import datetime
import io
import json

import quantities


def records(path, wanted):
    """`wanted`: the headings each field may have; a sheet's header is found by them."""
    if path.endswith(".xlsx"):
        yield from sheets(path, wanted)
    elif path.endswith(".json"):
        with open(path, encoding="utf-8-sig") as file:
            for number, item in enumerate(json.load(file), 1):
                yield number, [quantities.tidy(k) for k in item], ["" if v is None else v for v in item.values()]
    else:
        with open(path, "rb") as file:
            text = decoded(file.read())
        reader = csv.reader(io.StringIO(text, newline=""))
        heading = [quantities.tidy(h) for h in next(reader)]
        for cells in reader:
            yield reader.line_num, heading, cells


def decoded(data):
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ValueError("neither UTF-8 nor GB18030")


def sheets(path, wanted):
    """Visible sheets; the header's last row is the first below which every field's heading has been met in its column."""
    import openpyxl  # only here: most sites have no workbook

    for sheet in openpyxl.load_workbook(path, data_only=True).worksheets:
        if sheet.sheet_state != "visible":
            continue
        heading = None
        above = {}
        for line, row in enumerate(sheet.iter_rows(values_only=True), 1):
            if heading is not None:
                if any(cell is not None for cell in row):
                    yield line, heading, [plain(cell) for cell in row]
                continue
            # A column's heading is the lowest text so far: merged cells leave what is below them empty.
            above.update({i: quantities.tidy(str(cell)) for i, cell in enumerate(row) if cell is not None})
            found = [above.get(i, "") for i in range(len(row))]
            if all(any(h in names for h in found) for names in wanted):
                heading = found


def plain(cell):
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime) and cell.time() == datetime.time():
        return cell.date().isoformat()
    return cell.isoformat(" ") if isinstance(cell, datetime.datetime) else cell
