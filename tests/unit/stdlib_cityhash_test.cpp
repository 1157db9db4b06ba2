#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <utility>

#include "contrib/qxip/hash/cityhash.hpp"

using fluxi::stdlib::contrib_qxip_hash::cityhash64;

TEST_CASE("cityhash64 of texts of every length class") {
    CHECK(cityhash64("Hello") == 6596376470467341850U);
    std::string text;
    for (int i = 0; i < 300; ++i) text.push_back(static_cast<char>('a' + (i * 7) % 26));
    const std::pair<std::size_t, std::uint64_t> known[] = {
        {0, 11160318154034397263U},   {1, 2603192927274642682U},    {3, 9326811929869430901U},
        {4, 14271945767400165103U},   {8, 16218213257056838089U},   {9, 4918638456089231642U},
        {16, 12283835963537903118U},  {17, 8099677216467987132U},   {32, 8743296266067237776U},
        {33, 479772079190785112U},    {64, 1854395591480767239U},   {65, 16764174874202791190U},
        {128, 13853765893861349808U}, {129, 12559867421193648767U}, {300, 694881161954880650U},
    };
    for (const auto& [size, hash] : known) {
        CAPTURE(size);
        CHECK(cityhash64(std::string_view(text).substr(0, size)) == hash);
    }
}
