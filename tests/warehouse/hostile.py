"""Texts that spreadsheets, CSV readers and file names stumble over."""

AGENCY = "=cmd|' /C calc'!A0"
# What has begun formulas in spreadsheets, or come out of them otherwise than it went in, or broken files.
HOSTILE = (
    *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u3000=1", "\u200b=1", "＝1", "－1"),
    *(
        "'",
        "''",
        "'=1",
        "00",
        "0/0",
        "3-1",
        "1e5",
        "12345678901234567",
        "1,113",
        "2020年3月",
        "5%",
        "12:30",
        "1.50",
    ),
    *(
        '"',
        '""',
        'a"b,c',
        "a,b",
        "a\nb",
        "a\r\nb",
        "a\rb",
        "甲\n=乙",
        "../../etc/passwd",
        "[]:*?/\\",
        "",
        " ",
        "#NAME?",
    ),
)
