#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "corpus/reader.hpp"
#include "indexer/index.hpp"
#include "tests/temporary_folder.hpp"

namespace tracuu::tests {

/// A folder of documents and an index of it, both thrown away at the end.
class IndexFixture {
  public:
    /// Writes one document below the folder that is indexed.
    void write(const std::string& name, std::string_view text) const {
        folder_.write("docs/" + name, text);
    }
    void remove(const std::string& name) const {
        std::filesystem::remove(folder_.path() / "docs" / name);
    }
    [[nodiscard]] indexer::BuildOptions options() const {
        indexer::BuildOptions options;
        options.directory = directory();
        options.paths = {(folder_.path() / "docs").string()};
        options.jobs = 2;
        return options;
    }
    indexer::BuildReport build() const { return indexer::build_index(options(), {}); }
    [[nodiscard]] std::string directory() const { return (folder_.path() / "index").string(); }
    [[nodiscard]] std::unique_ptr<indexer::Index> open() const {
        return indexer::open_index({directory()});
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};

/// Documents under `path`, read and analysed as build_index does it.
inline std::vector<indexer::AnalyzedDocument> analyze(const std::filesystem::path& path) {
    std::vector<indexer::AnalyzedDocument> documents;
    for (const corpus::SourceFile& file : corpus::walk({path}).files) {
        corpus::ReadSink sink;
        sink.rejection = [](corpus::Rejection&&) {};
        sink.document = [&](corpus::Document&& document) {
            analyzers::Hints hints;
            hints.title = document.title;
            indexer::AnalyzedDocument one;
            one.extraction = analyzers::extract(document.text, hints);
            one.document = std::move(document);
            one.fingerprint = file.fingerprint;
            documents.push_back(std::move(one));
        };
        corpus::reader_for(file.path)->read(file.path, sink);
    }
    return documents;
}

/// A plan of a provincial Party committee in the usual layout. `body` follows the legal bases.
inline std::string plan(const std::string& number, const std::string& province,
                        const std::string& day, const std::string& body) {
    return "TỈNH ỦY " + province + "\n*\nSố " + number + "\n\nĐẢNG CỘNG SẢN VIỆT NAM\n" + province +
           ", " + day + "\n\nKẾ HOẠCH\nthực hiện nghị quyết\n\n" + body + "\n";
}

inline std::vector<std::string> ids(const indexer::SearchResult& result) {
    std::vector<std::string> list;
    for (const indexer::Hit& hit : result.hits) list.push_back(hit.meta.id);
    return list;
}

/// Ids of all documents that `query` finds, sorted.
inline std::vector<std::string> found(const indexer::Index& index, std::string query) {
    indexer::SearchRequest request;
    request.query = std::move(query);
    request.limit = 1000;
    auto list = ids(index.search(request));
    std::sort(list.begin(), list.end());
    return list;
}

}  // namespace tracuu::tests
