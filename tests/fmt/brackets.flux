// A comment in the brackets behind a value stands on a line of its own, and what is before it does not care.
a=rows[// why
0]
b=r[
// which
"a key"].c["plain"][// one
"x"]
c=rows[0
// after
].d
data =
    {
        every:
            if b[if b then extends else if 5us then a else 9223372036854775807]["a b"] then
                -a()
            else
                exists +(not exists -(n) =>
                    with or größer_als)[--""][not not extends["a b"]().x1][

                    // why
                "a b"],
        column: +b,
    }
x = aFunctionWithALongName(argument: anotherName, fn: (row) => [{first: row.first}, {s: row[

// why
"a key"]}])
