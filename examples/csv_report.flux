// Plain CSV, in which every column is text: convert what is a number, then sum and count per group.
import "csv"

orders =
    csv.from(
        csv: "day,customer,item,pieces,price
2024-03-01,Ada,paper,10,0.15
2024-03-01,Grace,ink,2,7.50
2024-03-02,Ada,ink,1,7.50
2024-03-04,Edsger,paper,200,0.12
2024-03-04,Grace,paper,50,0.15
",
        mode: "raw",
    )
        |> map(
            fn: (r) =>
                ({
                    customer: r.customer,
                    item: r.item,
                    total: float(v: r.pieces) * float(v: r.price),
                }),
        )

orders
    |> group(columns: ["customer"])
    |> sum(column: "total")
    |> group()
    |> sort(columns: ["total"], desc: true)
    |> yield(name: "by customer")

orders
    |> group(columns: ["item"])
    |> count(column: "total")
    |> rename(columns: {total: "orders"})
    |> yield(name: "orders per item")
