// Package influxql has the times that queries of InfluxQL begin and end with.
package influxql

// epoch is the time from which InfluxQL counts.
epoch = 1970-01-01T00:00:00Z

// minTime is the earliest time of InfluxQL.
minTime = 1677-09-21T00:12:43.145224194Z

// maxTime is the latest time of InfluxQL.
maxTime = 2262-04-11T23:47:16.854775806Z
