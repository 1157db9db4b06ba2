testcase a extends "b"

c = 1
