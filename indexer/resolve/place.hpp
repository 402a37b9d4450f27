#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace tracuu::indexer {

/// Where an issuer sits.
struct IssuerPlace {
    std::string jurisdiction;  ///< province name, `Trung ương`, or empty when it says none
    std::string district;      ///< slug of the unit below the province: `tuy-phuoc`; may be empty
    friend bool operator==(const IssuerPlace&, const IssuerPlace&) = default;
};

/// Reads places from issuers' names ("Huyện ủy Tuy Phước", "Ủy ban nhân dân tỉnh Kon Tum");
/// remembers what it has read. Not thread-safe.
class IssuerPlaces {
  public:
    [[nodiscard]] const IssuerPlace& of(const std::string& issuer);

  private:
    std::unordered_map<std::string, IssuerPlace> known_;
};

/// The slug of the district or commune in an issuer's name; empty when there is none.
[[nodiscard]] std::string district_of(std::string_view issuer);

/// What a document number says about identity.
struct NumberTraits {
    bool local = false;          ///< many places have documents of this issuer code
    bool district_code = false;  ///< the issuer is below the province (HU, QU, ThU)
    int year = 0;                ///< the year in the number; 0: none
};

/// Reads and remembers the traits of canonical numbers. Not thread-safe.
class NumberTable {
  public:
    [[nodiscard]] const NumberTraits& of(const std::string& number);

  private:
    std::unordered_map<std::string, NumberTraits> known_;
};

}  // namespace tracuu::indexer
