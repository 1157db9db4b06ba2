// libmosquitto, the MQTT client library, loaded when a script first publishes. Loaded and started
// once for the process and never unloaded; immutable from then on.
#pragma once

#include <mosquitto.h>

namespace fluxi::net {

// clang-format off
/// The functions of libmosquitto that fluxi calls, each under its own name.
#define FLUXI_MOSQUITTO_FUNCTIONS(F) \
    F(mosquitto_connack_string) \
    F(mosquitto_connect_bind_async) \
    F(mosquitto_connect_callback_set) \
    F(mosquitto_destroy) \
    F(mosquitto_disconnect) \
    F(mosquitto_disconnect_callback_set) \
    F(mosquitto_int_option) \
    F(mosquitto_lib_init) \
    F(mosquitto_log_callback_set) \
    F(mosquitto_loop_start) \
    F(mosquitto_loop_stop) \
    F(mosquitto_new) \
    F(mosquitto_publish) \
    F(mosquitto_publish_callback_set) \
    F(mosquitto_reconnect_delay_set) \
    F(mosquitto_socket) \
    F(mosquitto_strerror) \
    F(mosquitto_username_pw_set)
// clang-format on

struct MosquittoLibrary {
#define FLUXI_MOSQUITTO_MEMBER(name) decltype(&::name) name = nullptr;
    FLUXI_MOSQUITTO_FUNCTIONS(FLUXI_MOSQUITTO_MEMBER)
#undef FLUXI_MOSQUITTO_MEMBER
};

/// Throws base::RuntimeError (Code::network) where the machine has no libmosquitto.
const MosquittoLibrary& mosquitto();

}  // namespace fluxi::net
