# tracuu_library(<folder> SOURCES ... PUBLIC ... PRIVATE ...): the static library of one folder.
function(tracuu_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
  add_library(tracuu_${name} STATIC ${ARG_SOURCES})
  add_library(tracuu::${name} ALIAS tracuu_${name})
  target_include_directories(tracuu_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_link_libraries(tracuu_${name} PUBLIC ${ARG_PUBLIC} PRIVATE tracuu::flags ${ARG_PRIVATE})
  target_compile_features(tracuu_${name} PUBLIC cxx_std_20)
endfunction()

# tracuu_test(<name> SOURCES ... LINK ... LABELS ...): one Catch2 executable, one CTest entry.
function(tracuu_test name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINK;LABELS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE tracuu_test_main tracuu::flags ${ARG_LINK})
  add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}")
  set_tests_properties(${name} PROPERTIES LABELS "${ARG_LABELS}" SKIP_RETURN_CODE 77)
endfunction()

# tracuu_embed(<target> <file>...): compiles data files into the target; see support/embedded_file.hpp.
function(tracuu_embed target)
  set(output "${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cpp")
  set(inputs "")
  foreach(file ${ARGN})
    list(APPEND inputs "${CMAKE_CURRENT_SOURCE_DIR}/${file}")
  endforeach()
  add_custom_command(OUTPUT "${output}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${output}" "-DNAMESPACE=${target}" "-DINPUTS=${inputs}"
            -P "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake"
    DEPENDS ${inputs} "${PROJECT_SOURCE_DIR}/cmake/EmbedFiles.cmake" VERBATIM)
  target_sources(${target} PRIVATE "${output}")
endfunction()
