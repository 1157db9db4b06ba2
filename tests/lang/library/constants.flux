// Constants and defaults of packages.
// args: --format plain-csv
import "array"
import "contrib/qxip/clickhouse"
import "contrib/qxip/logql"
import "contrib/rhajek/bigpanda"
import "contrib/sranka/telegram"
import "date"
import "http/requests"
import "internal/boolean"
import "internal/influxql"
import "pagerduty"
import "profiler"
import "pushbullet"
import "sampledata"
import "slack"
import "strings"

months = [
    date.January,
    date.February,
    date.March,
    date.April,
    date.May,
    date.June,
    date.July,
    date.August,
    date.September,
    date.October,
    date.November,
    date.December,
]
days = [
    date.Sunday,
    date.Monday,
    date.Tuesday,
    date.Wednesday,
    date.Thursday,
    date.Friday,
    date.Saturday,
]

joined = (arr) => strings.joinStr(arr: array.map(arr: arr, fn: (x) => string(v: x)), v: " ")

array.from(
    rows: [
        {text: joined(arr: months)},
        {text: joined(arr: days)},
        {text: joined(arr: [influxql.epoch, influxql.minTime, influxql.maxTime])},
        {text: joined(arr: [boolean.true, boolean.false])},
        {text: joined(arr: [sampledata.start, sampledata.stop])},
        {text: display(v: requests.defaultConfig)},
        {text: clickhouse.defaultURL},
        {text: logql.defaultURL + logql.defaultAPI},
        {text: bigpanda.defaultTokenPrefix + " " + bigpanda.defaultUrl},
        {text: telegram.defaultParseMode + " " + telegram.defaultURL},
        {text: joined(arr: [telegram.defaultSilent, telegram.defaultDisableWebPagePreview])},
        {text: pagerduty.defaultURL},
        {text: pushbullet.defaultURL},
        {text: slack.defaultURL},
        {text: display(v: profiler.enabledProfilers)},
    ],
)
// expect: text
// expect: 1 2 3 4 5 6 7 8 9 10 11 12
// expect: 0 1 2 3 4 5 6
// expect: 1970-01-01T00:00:00.000000000Z 1677-09-21T00:12:43.145224194Z 2262-04-11T23:47:16.854775806Z
// expect: true false
// expect: 2021-01-01T00:00:00.000000000Z 2021-01-01T00:01:00.000000000Z
// expect: "{insecureSkipVerify: false, timeout: 0ns}"
// expect: http://127.0.0.1:8123
// expect: http://127.0.0.1:3100/loki/api/v1/query_range
// expect: Bearer https://api.bigpanda.io/data/v2/alerts
// expect: MarkdownV2 https://api.telegram.org/bot
// expect: true false
// expect: https://events.pagerduty.com/v2/enqueue
// expect: https://api.pushbullet.com/v2/pushes
// expect: https://slack.com/api/chat.postMessage
// expect: []
