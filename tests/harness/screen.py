"""What a terminal shows of the bytes that it is sent: as much of a VT100 as a line editor needs."""
import codecs
import re
import unicodedata

SEQUENCE = re.compile(r"\x1b\[([0-9;?]*)([A-Za-z~])")


def cells(character):
    """How many cells a character takes; a combining one takes none."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


class Screen:
    """Rows of cells and a cursor. A cell is a text; behind a wide character stands an empty one."""

    def __init__(self, columns, rows):
        self.columns = columns
        self.height = rows
        self.grid = [[" "] * columns for _ in range(rows)]
        self.column = 0
        self.row = 0
        self.waiting = ""
        self.decode = codecs.getincrementaldecoder("utf-8")(errors="replace").decode

    def rows(self):
        shown = ["".join(row).rstrip() for row in self.grid]
        while shown and not shown[-1]:
            shown.pop()
        return shown

    def cursor(self):
        return (min(self.column, self.columns - 1), self.row)

    def feed(self, block):
        text = self.waiting + self.decode(block)
        at = 0
        while at < len(text):
            if text[at] == "\x1b":
                found = SEQUENCE.match(text, at)
                if not found and len(text) - at < 16:
                    break
                if found:
                    self.sequence(found[1], found[2])
                at = found.end() if found else at + 1
            else:
                self.character(text[at])
                at += 1
        self.waiting = text[at:]

    def line_feed(self):
        self.row += 1
        if self.row == self.height:
            self.row -= 1
            self.grid = [*self.grid[1:], [" "] * self.columns]

    def character(self, character):
        if character == "\r":
            self.column = 0
        elif character == "\n":
            self.line_feed()
        elif character == "\b":
            self.column = max(self.column - 1, 0)
        elif ord(character) >= 0x20:
            self.put(character, cells(character))

    def put(self, character, width):
        if width == 0:
            before = max(self.column - 1, 0)
            while before > 0 and not self.grid[self.row][before]:
                before -= 1
            self.grid[self.row][before] += character
            return
        if self.column + width > self.columns:
            self.column = 0
            self.line_feed()
        self.grid[self.row][self.column] = character
        for i in range(1, width):
            self.grid[self.row][self.column + i] = ""
        self.column += width

    def sequence(self, numbers, letter):
        count = int(numbers) if numbers.isdigit() else 0
        if letter == "A":
            self.row = max(self.row - max(count, 1), 0)
        elif letter == "B":
            self.row = min(self.row + max(count, 1), self.height - 1)
        elif letter == "C":
            self.column = min(self.column + max(count, 1), self.columns - 1)
        elif letter == "D":
            self.column = max(self.column - max(count, 1), 0)
        elif letter == "H":
            self.row = self.column = 0
        elif letter == "K" or (letter == "J" and count == 0):
            self.grid[self.row][self.column :] = [" "] * (self.columns - self.column)
            if letter == "J":
                for row in range(self.row + 1, self.height):
                    self.grid[row] = [" "] * self.columns
        elif letter == "J":
            self.grid = [[" "] * self.columns for _ in range(self.height)]
