{
  "targets": [{
    "target_name": "belljar",
    "sources": ["src/addon.cc"],
    "include_dirs": ["<!@(node -p \"require('node-addon-api').include\")"],
    "defines": ["NAPI_VERSION=8", "NAPI_DISABLE_CPP_EXCEPTIONS"],
    "cflags_cc": ["-std=c++17", "-Wall", "-Wextra", "<!@(pkg-config --cflags belljar)"],
    "libraries": ["<!@(pkg-config --libs belljar)"]
  }]
}
