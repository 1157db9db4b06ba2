package dict_test

import "dict"
import "testing"

codes = ["de": 49, "fr": 33]

testcase get_a_value_or_the_default {
    testing.assertEqualValues(
        got:
            dict.get(dict: codes, key: "fr", default: 0)
                + dict.get(dict: codes, key: "xx", default: 1),
        want: 34,
    )
}

testcase insert_and_remove_make_other_dictionaries {
    more = dict.insert(dict: codes, key: "it", value: 39)
    fewer = dict.remove(dict: more, key: "de")

    testing.assertEqualValues(
        got:
            dict.get(dict: codes, key: "it", default: 0)
                + dict.get(dict: more, key: "it", default: 0)
                + dict.get(dict: fewer, key: "de", default: 0),
        want: 39,
    )
}

testcase fromList_takes_the_last_of_equal_keys {
    testing.assertEqualValues(
        got: dict.get(
            dict: dict.fromList(pairs: [{key: 1, value: "a"}, {key: 1, value: "b"}]),
            key: 1,
            default: "",
        ),
        want: "b",
    )
}
