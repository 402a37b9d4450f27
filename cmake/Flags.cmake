# One interface target carries the language level and the warnings of every target of ours.
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CCACHE_PROGRAM}")
endif()
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

add_library(tracuu_flags INTERFACE)
add_library(tracuu::flags ALIAS tracuu_flags)
target_compile_features(tracuu_flags INTERFACE cxx_std_20)
target_compile_options(tracuu_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wformat=2 -Wundef
  -Wmissing-declarations -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(tracuu_flags INTERFACE
    -Wduplicated-cond -Wduplicated-branches -Wlogical-op -Wuseless-cast)
endif()
if(TRACUU_WERROR)
  target_compile_options(tracuu_flags INTERFACE -Werror)
endif()
if(TRACUU_SANITIZE)
  target_compile_options(tracuu_flags INTERFACE
    -fsanitize=${TRACUU_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(tracuu_flags INTERFACE -fsanitize=${TRACUU_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 reports null calls in the destructor of an empty vector of its own element type;
    # the address sanitizer still stops at every real one.
    target_compile_options(tracuu_flags INTERFACE -fno-sanitize=null)
  endif()
endif()
if(NOT CMAKE_BUILD_TYPE STREQUAL "Release")
  target_compile_definitions(tracuu_flags INTERFACE _GLIBCXX_ASSERTIONS)
endif()
