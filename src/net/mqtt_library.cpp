#include "net/mqtt_library.hpp"

#include "base/shared_library.hpp"

namespace fluxi::net {

namespace {

MosquittoLibrary load() {
    const base::SharedLibrary library("libmosquitto.so.1", "MQTT", "libmosquitto1");
    MosquittoLibrary result;
#define FLUXI_MOSQUITTO_FIND(name) library.find(#name, result.name);
    FLUXI_MOSQUITTO_FUNCTIONS(FLUXI_MOSQUITTO_FIND)
#undef FLUXI_MOSQUITTO_FIND
    result.mosquitto_lib_init();
    return result;
}

}  // namespace

const MosquittoLibrary& mosquitto() {
    static const MosquittoLibrary library = load();
    return library;
}

}  // namespace fluxi::net
