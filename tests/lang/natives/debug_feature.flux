// Feature switches have the reference's defaults; one that does not exist is null.
import "internal/debug"
import "array"

array.from(
    rows: [
        {
            a: debug.feature(key: "groupTransformationGroup"),
            b: debug.feature(key: "labelPolymorphism"),
            c: debug.feature(key: "queryConcurrencyIncrease"),
            d: not exists debug.feature(key: "x"),
        },
    ],
)
// expect: _result · table 0
// expect: ┌──────┬───────┬─────┬──────┐
// expect: │ a    │ b     │   c │ d    │
// expect: │ bool │ bool  │ int │ bool │
// expect: ├──────┼───────┼─────┼──────┤
// expect: │ true │ false │   0 │ true │
// expect: └──────┴───────┴─────┴──────┘
// expect: 1 row
