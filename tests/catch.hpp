#pragma once

// Catch2 v3 (Debian 13) and v2 (Debian 12) name their header differently.
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
#else
#include <catch2/catch.hpp>
#endif
