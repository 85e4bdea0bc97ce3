// A server on a loopback address that answers every connection with one text, and counts them.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>

namespace belljar::transport {

class Loopback {
 public:
  // `port` 0: any. An empty answer: keeps every connection open and says nothing.
  explicit Loopback(std::string answer, const char* address = "127.0.0.1", uint16_t port = 0)
      : answer_(std::move(answer)) {
    listening_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    setsockopt(listening_, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in at{};
    at.sin_family = AF_INET;
    at.sin_port = htons(port);
    inet_pton(AF_INET, address, &at.sin_addr);
    EXPECT_EQ(bind(listening_, reinterpret_cast<sockaddr*>(&at), sizeof at), 0);
    EXPECT_EQ(listen(listening_, 64), 0);
    socklen_t size = sizeof at;
    getsockname(listening_, reinterpret_cast<sockaddr*>(&at), &size);
    port_ = ntohs(at.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  ~Loopback() {
    done_ = true;
    thread_.join();
    close(listening_);
  }
  Loopback(const Loopback&) = delete;
  Loopback& operator=(const Loopback&) = delete;

  uint16_t port() const { return port_; }
  int visits() const { return visits_; }

 private:
  void serve() {
    std::vector<int> kept;
    while (!done_) {
      pollfd one{listening_, POLLIN, 0};
      if (poll(&one, 1, 20) != 1) continue;
      const int connection = accept(listening_, nullptr, nullptr);
      if (connection < 0) continue;
      ++visits_;
      if (answer_.empty()) {
        kept.push_back(connection);
        continue;
      }
      std::string head;
      char piece[4096];
      while (head.find("\r\n\r\n") == head.npos) {
        const ssize_t n = recv(connection, piece, sizeof piece, 0);
        if (n <= 0) break;
        head.append(piece, static_cast<size_t>(n));
      }
      send(connection, answer_.data(), answer_.size(), MSG_NOSIGNAL);
      close(connection);
    }
    for (int connection : kept) close(connection);
  }

  std::string answer_;
  int listening_ = -1;
  uint16_t port_ = 0;
  std::atomic<int> visits_{0};
  std::atomic<bool> done_{false};
  std::thread thread_;
};

}  // namespace belljar::transport
