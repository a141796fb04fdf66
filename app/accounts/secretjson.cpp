// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/secretjson.h"

#include <algorithm>

namespace uplift::accounts {

namespace {

constexpr int maxDepth = 32;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

int hexValue(char c)
{
    if (isDigit(c))
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool equal(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin());
}

void appendUtf8(QByteArray &out, char32_t code)
{
    const auto put = [&out](char32_t byte) { out.append(static_cast<char>(byte)); };
    if (code < 0x80) {
        put(code);
    } else if (code < 0x800) {
        put(0xc0U | (code >> 6U));
        put(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        put(0xe0U | (code >> 12U));
        put(0x80U | ((code >> 6U) & 0x3fU));
        put(0x80U | (code & 0x3fU));
    } else {
        put(0xf0U | (code >> 18U));
        put(0x80U | ((code >> 12U) & 0x3fU));
        put(0x80U | ((code >> 6U) & 0x3fU));
        put(0x80U | (code & 0x3fU));
    }
}

} // namespace

class SecretJsonReader {
public:
    explicit SecretJsonReader(QByteArrayView text) : m_text(text) { }

    bool whole(SecretJson &value)
    {
        if (!read(value, 0))
            return false;
        skipBlanks();
        return m_at == m_text.size();
    }
    [[nodiscard]] JsonMistake mistake() const
    {
        const QByteArrayView before = m_text.first(std::min(m_at, m_text.size()));
        const qsizetype lineStart = before.lastIndexOf('\n') + 1;
        return {static_cast<int>(std::count(before.begin(), before.end(), '\n')) + 1,
                static_cast<int>(before.size() - lineStart) + 1};
    }

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] char peek() const { return atEnd() ? '\0' : m_text.at(m_at); }
    void skipBlanks()
    {
        while (!atEnd() && (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n'))
            ++m_at;
    }
    bool take(char c)
    {
        skipBlanks();
        if (peek() != c)
            return false;
        ++m_at;
        return true;
    }

    bool read(SecretJson &value, int depth)
    {
        if (depth > maxDepth)
            return false;
        skipBlanks();
        switch (peek()) {
        case '{':
            return readObject(value, depth);
        case '[':
            return readArray(value, depth);
        case '"':
            value.m_kind = SecretJson::Kind::String;
            return readString(value.m_text);
        case 't':
            value.m_true = true;
            return readWord("true", value, SecretJson::Kind::Bool);
        case 'f':
            return readWord("false", value, SecretJson::Kind::Bool);
        case 'n':
            return readWord("null", value, SecretJson::Kind::Null);
        default:
            return readNumber(value);
        }
    }

    bool readObject(SecretJson &value, int depth)
    {
        value.m_kind = SecretJson::Kind::Object;
        ++m_at;
        if (take('}'))
            return true;
        do {
            std::pair<SecretBytes, SecretJson> member;
            skipBlanks();
            if (peek() != '"' || !readString(member.first) || !take(':') || !read(member.second, depth + 1))
                return false;
            value.m_members.push_back(std::move(member));
        } while (take(','));
        return take('}');
    }

    bool readArray(SecretJson &value, int depth)
    {
        value.m_kind = SecretJson::Kind::Array;
        ++m_at;
        if (take(']'))
            return true;
        do {
            SecretJson item;
            if (!read(item, depth + 1))
                return false;
            value.m_items.push_back(std::move(item));
        } while (take(','));
        return take(']');
    }

    bool readWord(QByteArrayView word, SecretJson &value, SecretJson::Kind kind)
    {
        if (!m_text.sliced(m_at).startsWith(word))
            return false;
        m_at += word.size();
        value.m_kind = kind;
        return true;
    }

    bool readDigits()
    {
        const qsizetype start = m_at;
        while (isDigit(peek()))
            ++m_at;
        return m_at > start;
    }

    bool readNumber(SecretJson &value)
    {
        const qsizetype start = m_at;
        if (peek() == '-')
            ++m_at;
        const bool zero = peek() == '0';
        const qsizetype digits = m_at;
        if (!readDigits() || (zero && m_at - digits > 1))
            return false;
        if (peek() == '.' && (++m_at, !readDigits()))
            return false;
        if (peek() == 'e' || peek() == 'E') {
            ++m_at;
            if (peek() == '+' || peek() == '-')
                ++m_at;
            if (!readDigits())
                return false;
        }
        value.m_kind = SecretJson::Kind::Number;
        value.m_text = SecretBytes(m_text.sliced(start, m_at - start));
        return true;
    }

    /// m_at stands on the quote. The buffer is large enough from the start, so that growing leaves no copy.
    bool readString(SecretBytes &out)
    {
        qsizetype end = m_at + 1;
        while (end < m_text.size() && m_text.at(end) != '"')
            end += m_text.at(end) == '\\' ? 2 : 1;
        if (end >= m_text.size()) {
            m_at = m_text.size();
            return false;
        }
        QByteArray decoded;
        decoded.reserve(end - m_at);
        ++m_at;
        const bool good = decode(end, decoded);
        if (good)
            out = SecretBytes(decoded);
        wipe(decoded);
        if (good)
            ++m_at;
        return good;
    }

    bool decode(qsizetype end, QByteArray &out)
    {
        while (m_at < end) {
            const char c = m_text.at(m_at);
            if (static_cast<unsigned char>(c) < 0x20)
                return false;
            ++m_at;
            if (c != '\\') {
                out.append(c);
                continue;
            }
            const char escape = m_text.at(m_at++);
            static constexpr QByteArrayView names("\"\\/bfnrt");
            static constexpr QByteArrayView values("\"\\/\b\f\n\r\t");
            if (const qsizetype known = names.indexOf(escape); known >= 0)
                out.append(values.at(known));
            else if (escape != 'u' || !decodeUnicode(end, out))
                return false;
        }
        return true;
    }

    bool decodeUnicode(qsizetype end, QByteArray &out)
    {
        const std::optional<char32_t> first = readHex(end);
        if (!first)
            return false;
        if (*first < 0xd800 || *first > 0xdfff) {
            appendUtf8(out, *first);
            return true;
        }
        if (*first > 0xdbff || end - m_at < 6 || m_text.at(m_at) != '\\' || m_text.at(m_at + 1) != 'u')
            return false;
        m_at += 2;
        const std::optional<char32_t> second = readHex(end);
        if (!second || *second < 0xdc00 || *second > 0xdfff)
            return false;
        appendUtf8(out, 0x10000U + ((*first - 0xd800U) << 10U) + (*second - 0xdc00U));
        return true;
    }

    std::optional<char32_t> readHex(qsizetype end)
    {
        if (end - m_at < 4)
            return std::nullopt;
        char32_t code = 0;
        for (int digit = 0; digit < 4; ++digit) {
            const int value = hexValue(m_text.at(m_at));
            if (value < 0)
                return std::nullopt;
            code = code * 16 + static_cast<char32_t>(value);
            ++m_at;
        }
        return code;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

tl::expected<SecretJson, JsonMistake> SecretJson::parse(QByteArrayView text)
{
    SecretJson value;
    SecretJsonReader reader(text);
    if (!reader.whole(value))
        return tl::unexpected<JsonMistake>(reader.mistake());
    return value;
}

const SecretJson *SecretJson::member(QByteArrayView name) const
{
    const auto found = std::find_if(m_members.rbegin(), m_members.rend(),
                                    [name](const auto &member) { return equal(member.first.view(), name); });
    return found == m_members.rend() ? nullptr : &found->second;
}

QByteArrayView SecretJson::text(QByteArrayView name) const
{
    const SecretJson *found = member(name);
    return found && found->kind() == Kind::String ? found->bytes().view() : QByteArrayView();
}

std::optional<qint64> SecretJson::number(QByteArrayView name) const
{
    const SecretJson *found = member(name);
    if (!found || (found->kind() != Kind::Number && found->kind() != Kind::String))
        return std::nullopt;
    bool isNumber = false;
    const qint64 number = found->m_text.view().trimmed().toByteArray().toLongLong(&isNumber);
    return isNumber ? std::optional<qint64>(number) : std::nullopt;
}

bool SecretJson::isTrue(QByteArrayView name) const
{
    const SecretJson *found = member(name);
    return found && found->kind() == Kind::Bool && found->m_true;
}

} // namespace uplift::accounts
