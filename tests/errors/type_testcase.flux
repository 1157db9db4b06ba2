testcase wrong {
    x = 1 + "a"
}
