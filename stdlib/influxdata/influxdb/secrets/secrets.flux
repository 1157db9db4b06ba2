// Package secrets gives scripts access to passwords and tokens that are not written in them.
//
// Where secrets come from is said on the command line: `--secret`, `--secrets-from-env`,
// `--secrets-file`.
package secrets

// get returns a secret. It is an error if there is none of this name.
//
// ## Parameters
//
// - key: Name of the secret.
//
// ## Examples
//
// ```flux --secret token=abc123
// import "influxdata/influxdb/secrets"
//
// "Token " + secrets.get(key: "token")
// ```
//
// ```text
// Token abc123
// ```
builtin get : (key: string) => string
