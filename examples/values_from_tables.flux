// Values can be taken out of a table and used in the rest of the script.
import "array"

stock =
    array.from(
        rows: [
            {item: "bolts", pieces: 1200, minimum: 500},
            {item: "nuts", pieces: 310, minimum: 500},
            {item: "washers", pieces: 0, minimum: 100},
        ],
    )

everything = (key) => true
pieces = stock |> findColumn(fn: everything, column: "pieces")
scarcest = stock |> sort(columns: ["pieces"]) |> findRecord(fn: everything, idx: 0)

array.from(
    rows: [
        {
            items: length(arr: pieces),
            report: "${scarcest.item}: ${scarcest.pieces} of at least ${scarcest.minimum}",
        },
    ],
)
