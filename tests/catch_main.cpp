// The main of every test executable under Catch2 v2 (v3 brings a library with one).
#define CATCH_CONFIG_MAIN
#include <catch2/catch.hpp>
