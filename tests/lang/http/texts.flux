// args: --format plain-csv
// Escaping a part of a path, and the header of a name with its password.
import "array"
import "http"

array.from(
    rows: [
        {got: http.pathEscape(inputString: "a b/c?d%e")},
        {got: http.pathEscape(inputString: "Az09-_.~$&+=:@")},
        {got: http.pathEscape(inputString: "!'é")},
        {got: http.basicAuth(u: "user", p: "pä:ss")},
    ],
)
// expect: got
// expect: a%20b%2Fc%3Fd%25e
// expect: Az09-_.~$&+=:@
// expect: %21%27%C3%A9
// expect: Basic dXNlcjpww6Q6c3M=
