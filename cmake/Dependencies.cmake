# Every third-party library as an imported target; each is used by one folder only.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
find_package(ICU 66 REQUIRED COMPONENTS uc i18n)            # analyzers
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core>=1.4.18)  # indexer
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)    # indexer
find_package(LibXml2 REQUIRED)                              # corpus
pkg_check_modules(HTTPLIB REQUIRED IMPORTED_TARGET cpp-httplib)  # server
find_package(nlohmann_json 3.9 REQUIRED)                    # corpus/readers and server
find_package(CLI11 REQUIRED)                                # cli
# Indexing takes a seventh less time with it; without it the program is only slower.
find_library(TRACUU_JEMALLOC jemalloc)                      # cli
