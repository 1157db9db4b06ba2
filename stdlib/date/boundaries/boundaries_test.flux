package boundaries_test

import "date/boundaries"
import "testing"

testcase yesterday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.yesterday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase monday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.monday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase tuesday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.tuesday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase wednesday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.wednesday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase thursday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.thursday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase friday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.friday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase saturday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.saturday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase sunday_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.sunday(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase month_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.month(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}

testcase week_says_where_it_is_now {
    testing.shouldError(
        fn: () => boundaries.week(),
        want: /has been moved to 'experimental\/date\/boundaries'/,
    )
}
