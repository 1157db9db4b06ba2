#include <doctest/doctest.h>

#include "types/generalise.hpp"
#include "types/print.hpp"
#include "types/unify.hpp"

using namespace fluxi::types;

namespace {

struct World {
    TypeStore store{};
    Substitution substitution{store};

    std::vector<Mismatch> unify(TypeRef a, TypeRef b) { return Unifier(substitution).unify(a, b); }
    std::string text(TypeRef type) {
        return TypePrinter(PrintStyle::checker, &substitution).text(type);
    }
};

}  // namespace

TEST_CASE("types without variables are one object") {
    World w;
    CHECK(w.store.array(&kInt) == w.store.array(&kInt));
    CHECK(w.store.record({{"a", &kInt}, {"b", &kBool}}) ==
          w.store.record({{"b", &kBool}, {"a", &kInt}}));
    TypeStore above(&w.store);
    CHECK(above.array(&kInt) == w.store.array(&kInt));
    CHECK(w.store.array(&kInt) != w.store.stream(&kInt));
}

TEST_CASE("a variable takes the type it meets, and its kinds are demanded of it") {
    World w;
    const TypeRef v = w.substitution.fresh(KindSet::of(Kind::addable));
    CHECK(w.unify(w.store.array(v), w.store.array(&kInt)).empty());
    CHECK(w.substitution.resolve(v) == &kInt);

    const TypeRef u = w.substitution.fresh(KindSet::of(Kind::addable));
    const auto wrong = w.unify(u, &kBool);
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].what == Mismatch::What::kind);
    CHECK(wrong[0].kind == Kind::addable);
}

TEST_CASE("records unify in any order of labels and pass the rest on to the tails") {
    World w;
    const TypeRef r = w.substitution.fresh();
    const TypeRef s = w.substitution.fresh();
    CHECK(w.unify(w.store.record({{"a", &kInt}}, r), w.store.record({{"b", &kBool}}, s)).empty());
    CHECK(w.text(w.store.record({{"a", &kInt}}, r)) == "{A with a: int, b: bool}");

    CHECK(w.unify(s, w.store.record({{"a", &kInt}, {"c", &kTime}})).empty());
    CHECK(w.text(w.store.record({{"a", &kInt}}, r)) == "{a: int, b: bool, c: time}");
}

TEST_CASE("what a closed record lacks and has too many is named") {
    World w;
    const auto wrong = w.unify(w.store.record({{"a", &kInt}, {"x", &kInt}}),
                               w.store.record({{"b", &kInt}, {"x", &kInt}}));
    REQUIRE(wrong.size() == 2);
    CHECK(wrong[0].what == Mismatch::What::missing_label);
    CHECK(wrong[0].name == "a");
    CHECK(wrong[1].what == Mismatch::What::unexpected_label);
    CHECK(wrong[1].name == "b");
}

TEST_CASE("equal labels keep their order: the first is the visible one") {
    World w;
    const TypeRef twice = w.store.record({{"v", &kInt}}, w.store.record({{"v", &kString}}));
    CHECK(w.text(twice) == "{v: int, v: string}");
    CHECK(twice->field("v")->type == &kInt);
}

TEST_CASE("the innermost difference is reported with the way to it") {
    World w;
    const auto wrong = w.unify(w.store.array(w.store.record({{"a", w.store.array(&kInt)}})),
                               w.store.array(w.store.record({{"a", w.store.array(&kString)}})));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].expected == &kInt);
    CHECK(wrong[0].found == &kString);
    REQUIRE(wrong[0].path.size() == 3);
    CHECK(wrong[0].path[1].name == "a");
}

TEST_CASE("a type cannot contain itself") {
    World w;
    const TypeRef v = w.substitution.fresh();
    const auto wrong = w.unify(v, w.store.array(v));
    REQUIRE(wrong.size() == 1);
    CHECK(wrong[0].what == Mismatch::What::recursive);
}

TEST_CASE("a call is checked as a function: missing, unexpected and piped arguments") {
    World w;
    const TypeRef f = w.store.function(
        {{"tables", &kInt, Mark::pipe}, {"n", &kInt}, {"c", &kBool, Mark::optional}}, &kString);
    const TypeRef result = w.substitution.fresh();
    CHECK(w.unify(f, w.store.function({{"", &kInt, Mark::pipe}, {"n", &kInt}}, result)).empty());
    CHECK(w.substitution.resolve(result) == &kString);

    const auto wrong = w.unify(f, w.store.function({{"m", &kInt}}, w.substitution.fresh()));
    REQUIRE(wrong.size() == 3);
    CHECK(wrong[0].what == Mismatch::What::unexpected_argument);
    CHECK(wrong[0].candidates.size() == 3);
    CHECK(wrong[1].what == Mismatch::What::missing_argument);
    CHECK(wrong[2].name == "tables");

    const TypeRef plain = w.store.function({{"n", &kInt}}, &kString);
    const auto piped =
        w.unify(plain, w.store.function({{"", &kInt, Mark::pipe}}, w.substitution.fresh()));
    REQUIRE(piped.size() == 2);
    CHECK(piped[0].what == Mismatch::What::missing_pipe);
}

TEST_CASE("only variables of a deeper level are generalised, and each use has its own") {
    World w;
    const TypeRef outer = w.substitution.fresh();
    w.substitution.enter();
    const TypeRef inner = w.substitution.fresh(KindSet::of(Kind::addable));
    w.substitution.leave();
    const PolyType poly =
        generalise(w.substitution, w.store.function({{"a", inner}, {"b", outer}}, inner));
    CHECK(poly.kinds.size() == 1);
    const TypeRef one = instantiate(w.substitution, poly);
    const TypeRef two = instantiate(w.substitution, poly);
    CHECK(one->parameter("a")->type != two->parameter("a")->type);
    CHECK(one->parameter("b")->type == two->parameter("b")->type);
    CHECK(one->parameter("a")->type == one->result());
}

TEST_CASE("both printing styles") {
    TypeStore store;
    const TypeRef a = store.generic(0);
    const TypeRef b = store.generic(1);
    const TypeRef f = store.function({{"tables", store.stream(a), Mark::pipe},
                                      {"n", b},
                                      {"by", store.dict(&kString, &kInt), Mark::optional}},
                                     store.record({{"z", b}, {"b c", &kBool}}, a));
    const PolyType poly{
        f, {KindSet::of(Kind::record), KindSet::of(Kind::subtractable, Kind::addable)}};
    CHECK(signature(poly) ==
          "(<-tables: stream[B], n: A, ?by: [string:int]) => {B with \"b c\": bool, z: A} where A: "
          "Addable + Subtractable, B: Record");
    CHECK(run_time_text(f) ==
          "(?by: [string: int], n: A, <-tables: stream[B]) => {B with \"b c\": bool, z: A}");
    CHECK(run_time_text(store.function({{"r", store.record({{"a", a}}, b)}}, a)) ==
          "(r: {B with a: A}) => A");
}

TEST_CASE("a long type is cut off") {
    TypeStore store;
    CHECK(TypePrinter().text(store.array(store.array(&kString)), 4) == "[[st…");
}
