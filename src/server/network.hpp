// The network library's types as this folder uses them. Included by its network files alone: Asio is heavy.
#pragma once

#include <boost/asio.hpp>

namespace ccop::server {

/// Named, not type-erased: erasure costs each request a dozen indirect calls.
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;
using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;
using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                boost::asio::wait_traits<std::chrono::steady_clock>, Executor>;
template <class T>
using Awaitable = boost::asio::awaitable<T, Executor>;
constexpr boost::asio::use_awaitable_t<Executor> use_awaitable;

}  // namespace ccop::server
