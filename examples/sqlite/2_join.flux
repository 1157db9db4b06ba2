// Orders from a CSV file, customers from a SQLite file: joined by the number of the customer and summed up by city.
import "csv"
import "join"
import "sql"

orders =
    csv.from(file: "orders.csv", mode: "raw")
        |> map(fn: (r) => ({customer: int(v: r.customer), total: float(v: r.total)}))

customers = sql.from(
    driverName: "sqlite3",
    dataSourceName: "file:customers.db?mode=ro",
    query: "SELECT id, city FROM customers",
)

join.inner(
    left: orders |> group(),
    right: customers,
    on: (l, r) => l.customer == r.id,
    as: (l, r) => ({city: r.city, total: l.total}),
)
    |> group(columns: ["city"])
    |> sum(column: "total")
    |> group()
    |> sort(columns: ["total"], desc: true)
