// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/secretbytes.h"

#include <QByteArray>

#include <tl/expected.hpp>

#include <optional>
#include <utility>
#include <vector>

namespace uplift::accounts {

/// Where a text stops being JSON. Holds nothing of the text.
struct JsonMistake {
    int line = 1; ///< 1 …
    int column = 1; ///< 1 …, bytes
};

/// One JSON value whose strings lie in wipeable bytes; QJsonDocument would leave copies nobody wipes. Strict
/// (RFC 8259), at most 32 deep, and for small files: members are looked up one by one.
class SecretJson {
public:
    enum class Kind { Null, Bool, Number, String, Array, Object };

    [[nodiscard]] static tl::expected<SecretJson, JsonMistake> parse(QByteArrayView text);

    [[nodiscard]] Kind kind() const { return m_kind; }
    /// The string, decoded to UTF-8; empty for any other kind.
    [[nodiscard]] const SecretBytes &bytes() const { return m_text; }
    [[nodiscard]] const std::vector<SecretJson> &items() const { return m_items; } ///< of an array
    /// The last member of that name, as every parser takes it; nullptr: none.
    [[nodiscard]] const SecretJson *member(QByteArrayView name) const;
    /// A string member's bytes; an empty view for a missing one or any other kind.
    [[nodiscard]] QByteArrayView text(QByteArrayView name) const;
    /// A whole number, also one written as a string; nothing for anything else.
    [[nodiscard]] std::optional<qint64> number(QByteArrayView name) const;
    [[nodiscard]] bool isTrue(QByteArrayView name) const;

private:
    friend class SecretJsonReader;
    Kind m_kind = Kind::Null;
    bool m_true = false;
    SecretBytes m_text; ///< of a string; digits of a number
    std::vector<SecretJson> m_items;
    std::vector<std::pair<SecretBytes, SecretJson>> m_members;
};

} // namespace uplift::accounts
