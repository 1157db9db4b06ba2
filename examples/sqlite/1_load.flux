// Puts the customers into a table of a SQLite file, which is made if it is not there.
import "array"
import "sql"

array.from(
    rows: [
        {id: 1, name: "Ada", city: "London"},
        {id: 2, name: "Grace", city: "New York"},
        {id: 3, name: "Edsger", city: "Rotterdam"},
    ],
)
    |> sql.to(driverName: "sqlite3", dataSourceName: "customers.db", table: "customers")
