// A JSON document from an API becomes a table: json.parse gives records and arrays, array.map picks what is wanted.
// The address is a variable, so that another can be given: --param url=…
import "array"
import "experimental/json"
import "http/requests"

url = "http://api.example.com/stations?country=no"
response = requests.get(url: url, headers: ["Accept": "application/json"])
answer = json.parse(data: response.body)

array.from(
    rows:
        answer.stations
            |> array.map(
                fn: (x) => ({
                    station: x.name,
                    height: int(v: x.position.height),
                    wind: x.wind.speed,
                }),
            ),
)
    |> filter(fn: (r) => r.wind >= 10.0)
    |> sort(columns: ["wind"], desc: true)
