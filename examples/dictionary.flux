// A dictionary translates codes; what it does not know gets a default. Here it also says who is to be woken.
import "array"
import "dict"

meanings = ["E01": "door open", "E07": "too hot", "E12": "no power"]
onCall = dict.insert(dict: ["too hot": "Ida"], key: "no power", value: "Noor")

array.from(
    rows: [
        {machine: "mill", code: "E07"},
        {machine: "press", code: "E12"},
        {machine: "lathe", code: "E99"},
    ],
)
    |> map(
        fn: (r) => {
            meaning = dict.get(dict: meanings, key: r.code, default: "unknown code ${r.code}")

            return {
                machine: r.machine,
                meaning: meaning,
                wake: dict.get(dict: onCall, key: meaning, default: "nobody"),
            }
        },
    )
