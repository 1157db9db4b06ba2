// Natives of package influxdata/influxdb: from, to, wideTo, buckets, cardinality.
#include <string>
#include <utility>

#include "base/error.hpp"
#include "native/adapter.hpp"
#include "native/stream.hpp"
#include "native/timeable.hpp"
#include "source/bucket_from.hpp"
#include "source/listing.hpp"
#include "source/split.hpp"
#include "source/write.hpp"

namespace fluxi::stdlib::influxdata_influxdb {

namespace {

using eval::Evaluator;
using native::Arguments;
using value::Value;

/// Where the arguments that name a place stand.
struct Places {
    std::size_t bucket;
    std::size_t bucket_id;
    std::size_t host;
    std::size_t org;
    std::size_t org_id;
    std::size_t token;
};

source::BucketName bucket_of(const Arguments& arguments, const Places& at) {
    if (arguments.has(at.bucket) == arguments.has(at.bucket_id)) {
        base::fail("{}: must specify {}bucket or bucketID", arguments.function(),
                   arguments.has(at.bucket) ? "only one of " : "");
    }
    if (arguments.has(at.bucket_id)) {
        std::string id = native::text(arguments, at.bucket_id);
        if (!store::parse_id(id)) {
            base::fail(
                "{}: invalid bucket id \"{}\": id must have a length of 16 bytes, each a "
                "hexadecimal digit",
                arguments.function(), id);
        }
        return {{}, std::move(id)};
    }
    std::string name = native::text(arguments, at.bucket);
    if (name.empty())
        base::fail("{}: no bucket name or id have been specified", arguments.function());
    return {std::move(name), {}};
}

/// Buckets lie on this machine and belong to one organization.
void refuse_remote(const Arguments& arguments, const Places& at) {
    for (const std::size_t i : {at.host, at.token}) {
        if (!arguments.has(i)) continue;
        base::fail(
            "{}: {} asks for a bucket on a server, which fluxi cannot reach yet; buckets are "
            "local: "
            "fill one with `fluxi import` and leave host, org and token out",
            arguments.function(), i == at.host ? "host" : "token");
    }
    for (const std::size_t i : {at.org, at.org_id}) {
        if (!arguments.has(i)) continue;
        base::fail(
            "{}: {} asks for another organization, but local buckets belong to one; fill a bucket "
            "with `fluxi import` and leave {} out",
            arguments.function(), i == at.org ? "org" : "orgID", i == at.org ? "org" : "orgID");
    }
}

Value from(Evaluator& evaluator, const Arguments& arguments) {
    constexpr Places kAt{0, 1, 2, 3, 4, 5};
    refuse_remote(arguments, kAt);
    return native::apply(evaluator, std::make_shared<source::BucketFrom>(bucket_of(arguments, kAt)),
                         {});
}

/// A write may name the organization: there is one only, so nothing else can be meant.
void refuse_remote_write(const Arguments& arguments, const Places& at) {
    if (arguments.has(at.org) && arguments.has(at.org_id)) {
        base::fail("{}: cannot provide both `org` and `orgID`", arguments.function());
    }
    if (arguments.has(at.host) && !arguments.has(at.token))
        base::fail("{}: missing required keyword argument \"token\"", arguments.function());
    for (const std::size_t i : {at.host, at.token}) {
        if (!arguments.has(i)) continue;
        base::fail(
            "{}: {} asks for a bucket on a server, which fluxi cannot reach yet; without host and "
            "token the bucket of this machine is written",
            arguments.function(), i == at.host ? "host" : "token");
    }
}

Value to(Evaluator& evaluator, const Arguments& arguments) {
    constexpr Places kAt{1, 2, 4, 6, 7, 10};
    refuse_remote_write(arguments, kAt);
    source::WriteSpec spec;
    spec.bucket = bucket_of(arguments, kAt);
    if (arguments.has(3)) spec.field_fn = native::function(arguments, 3);
    spec.measurement_column = native::text_or(arguments, 5, spec.measurement_column);
    if (arguments.has(8)) spec.tag_columns = arguments.strings(8);
    spec.time_column = native::text_or(arguments, 9, spec.time_column);
    return native::apply_to<source::Write>(evaluator, arguments, 0, std::move(spec));
}

Value wide_to(Evaluator& evaluator, const Arguments& arguments) {
    constexpr Places kAt{1, 2, 3, 4, 5, 6};
    refuse_remote_write(arguments, kAt);
    return native::apply_to<source::WideWrite>(evaluator, arguments, 0, bucket_of(arguments, kAt));
}

Value buckets(Evaluator& evaluator, const Arguments& arguments) {
    refuse_remote(arguments, {0, 0, 0, 1, 2, 3});
    return native::apply(evaluator, source::list_buckets(), {});
}

Value cardinality(Evaluator& evaluator, const Arguments& arguments) {
    constexpr Places kAt{1, 2, 3, 4, 5, 8};
    refuse_remote(arguments, kAt);
    source::ReadSpec spec;
    spec.bucket = bucket_of(arguments, kAt);
    spec.bounds.start = native::time_of(evaluator, arguments, 0);
    spec.bounds.stop =
        arguments.has(7) ? native::time_of(evaluator, arguments, 7) : native::now_of(evaluator);
    if (arguments.has(6)) {
        source::Split split = source::split(native::function(arguments, 6), evaluator);
        if (split.rest) {
            base::fail(
                "cardinality: the predicate must compare tags, _measurement and _field with "
                "literals, joined by `and` and `or`");
        }
        if (split.taken.tests_values()) {
            base::fail(
                "cardinality: filtering on field values is not supported in cardinality "
                "predicates");
        }
        spec.predicate = std::move(split.taken);
    }
    return native::apply(evaluator, source::count_series(std::move(spec)), {});
}

}  // namespace

void register_natives(native::Registry& registry);

void register_natives(native::Registry& registry) {
    native::PackageNatives package = registry.package("influxdata/influxdb");
    package.raw("from", {"?bucket", "?bucketID", "?host", "?org", "?orgID", "?token"}, from);
    package.effect("to",
                   {"<-tables", "?bucket", "?bucketID", "?fieldFn", "?host", "?measurementColumn",
                    "?org", "?orgID", "?tagColumns", "?timeColumn", "?token"},
                   to);
    package.effect("wideTo",
                   {"<-tables", "?bucket", "?bucketID", "?host", "?org", "?orgID", "?token"},
                   wide_to);
    package.raw("buckets", {"?host", "?org", "?orgID", "?token"}, buckets);
    package.raw("cardinality",
                {"start", "?bucket", "?bucketID", "?host", "?org", "?orgID", "?predicate", "?stop",
                 "?token"},
                cardinality);
}

}  // namespace fluxi::stdlib::influxdata_influxdb
