// Names in blocks of test cases stay there.
a = 1

testcase one {
    a = "s"
    b = a
}
testcase two {
    a = 1.0
    c = a + 1.0
}

testcase three extends "folder/other_test.case" {
    super()
    e = a + 1
}

d = a + 1
