// Package csv reads CSV from the network.
package csv

import "experimental/http"
import readers "csv"

// from reads annotated CSV from an address.
//
// ## Parameters
//
// - url: Address to read from.
from = (url) => {
    response = http.get(url: url)

    return readers.from(csv: string(v: response.body))
}
