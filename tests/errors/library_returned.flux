// What a function of the script returned is told by its property, however deep it was used.
import "array"
import "contrib/sranka/teams"
import "internal/debug"

array.from(rows: [{n: 1}])
    |> teams.endpoint(url: "http://127.0.0.1:1/")(
        mapFn: (r) => ({title: "t", text: debug.null(type: "string"), summary: ""}),
    )()
