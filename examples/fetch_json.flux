// Fetches a document and shows what came back. With --http=dry-run nothing leaves the machine and the
// answer is empty.
import "array"
import "http/requests"

response =
    requests.get(
        url: "http://example.com/status",
        params: ["verbose": ["1"], "part": ["disk", "memory"]],
        headers: ["Accept": "application/json"],
    )

array.from(rows: [{status: response.statusCode, body: string(v: response.body)}])
