#pragma once

#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace tracuu::tests {

/// The seed of this run: TRACUU_SEED, else a fixed one; printed so that a failure can be repeated.
inline unsigned seed() {
    static const unsigned value = [] {
        const char* const text = std::getenv("TRACUU_SEED");
        const unsigned chosen =
            text == nullptr ? 20180315U : static_cast<unsigned>(std::strtoul(text, nullptr, 10));
        std::cout << "TRACUU_SEED=" << chosen << "\n";
        return chosen;
    }();
    return value;
}

/// Writes documents of a small invented administration: plans, decisions and reports of five
/// provinces that cite each other by number, give bodies tasks, and share a small vocabulary, so
/// that random queries find something.
class CorpusGenerator {
  public:
    explicit CorpusGenerator(unsigned seed) : random_(seed) {}

    std::string word() { return pick(words()); }

    std::string document() {
        const std::string place = pick(places());
        const std::string number = this->number();
        std::string text = "ỦY BAN NHÂN DÂN\nTỈNH " + place + "\n-------\nSố: " + number +
                           "\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
                           "---------------\n" +
                           place + ", ngày " + std::to_string(1 + next(28)) + " tháng " +
                           std::to_string(1 + next(12)) + " năm " + std::to_string(2016 + next(5)) +
                           "\n\nKẾ HOẠCH\nVề " + words(4) + "\n\nCăn cứ Quyết định số " +
                           this->number() + " ngày 02/3/2015;\n\n";
        const unsigned parts = 1 + next(6);
        for (unsigned i = 0; i < parts; ++i) text += part(i);
        return decorate(text);
    }

    std::string words(unsigned count) {
        std::string text;
        for (unsigned i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + word();
        return text;
    }

    /// A query of the search language over the same vocabulary.
    std::string query(unsigned depth = 2) {
        switch (next(depth == 0 ? 6U : 11U)) {
            case 0:
                return word();
            case 1:
                return words(2);
            case 2:
                return "\"" + words(2 + next(3)) + "\"";
            case 3:
                return number();
            case 4:
                return field();
            case 5:
                return odd();
            case 6:
                return query(depth - 1) + " OR " + query(depth - 1);
            case 7:
                return "(" + query(depth - 1) + ") (" + query(depth - 1) + ")";
            case 8:
                return word() + " -" + word();
            case 9:
                return "năm:" + std::to_string(2016 + next(5)) + " " + query(depth - 1);
            default:
                return query(depth - 1) + " -\"" + words(3) + "\"";
        }
    }

    std::mt19937& random() { return random_; }

  private:
    std::string field() {
        static const std::vector<std::string> list{"cơquan:\"Sở Nội vụ\"",
                                                   "body:\"sở tài chính\"",
                                                   "body:so-noi-vu.kon-tum",
                                                   "cơquan:\"ủy ban nhân dân\"",
                                                   "issuer:\"kon tum\"",
                                                   "loại:KH",
                                                   "nơi:\"an giang\"",
                                                   "số:12",
                                                   "cơquan:\"Sở Nội vụ Kon Tum\"",
                                                   "-body:\"sở nội vụ\""};
        return next(4) == 0 ? "số:" + number() : pick(list);
    }

    // What is no value, no word or no syntax.
    std::string odd() {
        static const std::vector<std::string> list{
            "\"\"",   "-",  "*", "số:",       "loại:\"\"", "năm:abc",
            "số:xyz", "OR", "(", "tổ chức -", "x:\"y\"",   "\"tổ"};
        return pick(list);
    }

    static const std::vector<std::string>& words_list() {
        static const std::vector<std::string> list{
            "tinh",  "giản", "biên", "chế",  "tổ",  "chức", "bộ",     "máy",  "đất",  "đai", "quản",
            "lý",    "hòa",  "hoà",  "thủy", "lợi", "xã",   "phường", "đảng", "ủy",   "uỷ",  "kỹ",
            "thuật", "đổi",  "mới",  "y",    "tế",  "UBND", "HĐND",   "2018", "giáo", "dục"};
        return list;
    }
    static const std::vector<std::string>& words() { return words_list(); }
    static const std::vector<std::string>& places() {
        static const std::vector<std::string> list{"KON TUM", "AN GIANG", "BÌNH ĐỊNH", "HÀ GIANG",
                                                   "CÀ MAU"};
        return list;
    }

    // A number below `limit`.
    unsigned next(unsigned limit) { return static_cast<unsigned>(random_() % limit); }

    const std::string& pick(const std::vector<std::string>& list) {
        return list[random_() % list.size()];
    }

    std::string number() {
        static const std::vector<std::string> ends{"/KH-UBND", "/QĐ-UBND", "/QĐ-TTg", "-NQ/TW"};
        return std::to_string(1 + next(12)) + pick(ends);
    }

    std::string part(unsigned index) {
        std::string text = std::to_string(index + 1) + ". " + words(5) + "\n\n";
        const unsigned sentences = 1 + next(8);
        for (unsigned i = 0; i < sentences; ++i) {
            text += words(6 + next(12)) + (next(3) == 0 ? ", " : ". ");
            if (next(4) == 0) text += "Thực hiện Kế hoạch số " + number() + ". ";
            if (next(5) == 0) text += "\n";
        }
        return text + "\n\nGiao Sở Nội vụ chủ trì, phối hợp với Sở Tài chính " + words(5) +
               " trước ngày 30/6/2018.\n\n";
    }

    // Some documents come in other line ends or decomposed letters.
    std::string decorate(std::string text) {
        if (next(4) == 0) replace(text, "ế", "e\xCC\x82\xCC\x81");
        if (next(4) == 0) replace(text, "\n", "\r\n");
        return text;
    }

    static void replace(std::string& text, const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos;
             at = text.find(from, at + to.size())) {
            text.replace(at, from.size(), to);
        }
    }

    std::mt19937 random_;
};

}  // namespace tracuu::tests
