// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDirIterator>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

/// One AccessKey pair through every error path: afterwards nothing holds it, in any encoding of pitfalls S5.
class CanaryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theOutputHoldsNoSecret();
    void noFileHoldsIt();
    void noChangeTicketHoldsIt_data();
    void noChangeTicketHoldsIt();
    void theLogTellsOfEveryCallAndHoldsNoSecret();
    void noArgumentOrEnvironmentHoldsIt();
    void theNetWouldCatchIt();

private:
    [[nodiscard]] QByteArray leakIn(const QByteArray &text) const;

    QTemporaryDir m_home;
    QByteArray m_id;
    QByteArray m_secret;
    QByteArray m_output;
    QByteArray m_surroundings; ///< command line and environment of the child while it ran
};

namespace {

QByteArray randomLetters(int count)
{
    static const QByteArray letters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789";
    QByteArray text;
    for (int i = 0; i < count; ++i)
        text += letters.at(QRandomGenerator::system()->bounded(int(letters.size())));
    return text;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The middle of the Base64 text, whatever stood before the secret: three alignments.
QList<QByteArray> base64Cores(const QByteArray &secret)
{
    QList<QByteArray> cores;
    for (int shift = 0; shift < 3; ++shift)
        cores.append((QByteArray(shift, 'x') + secret).toBase64().mid(4, secret.size()));
    return cores;
}

} // namespace

QByteArray CanaryTest::leakIn(const QByteArray &text) const
{
    QList<std::pair<QByteArray, QByteArray>> forms{
        {"plain secret", m_secret},
        {"hex", m_secret.toHex()},
        {"upper-case hex", m_secret.toHex().toUpper()},
        {"every byte percent-encoded", m_secret.toPercentEncoding({}, m_secret)},
        {"UTF-16",
         QByteArray(reinterpret_cast<const char *>(QString::fromLatin1(m_secret).utf16()),
                    2 * m_secret.size())},
        {"key id", m_id},
    };
    for (const QByteArray &core : base64Cores(m_secret))
        forms.append({"Base64", core});
    for (const auto &[name, form] : forms) {
        if (text.contains(form))
            return name;
    }
    return {};
}

void CanaryTest::initTestCase()
{
    m_id = "LTAI" + randomLetters(20);
    m_secret = randomLetters(30);
    QProcess child;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("HOME"), m_home.path());
    environment.insert(QStringLiteral("XDG_DATA_HOME"), m_home.filePath(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), m_home.filePath(QStringLiteral("config")));
    environment.insert(QStringLiteral("QT_LOGGING_RULES"), QStringLiteral("*.debug=true"));
    child.setProcessEnvironment(environment);
    child.setWorkingDirectory(m_home.path());
    child.setProcessChannelMode(QProcess::MergedChannels);
    child.start(QStringLiteral(UPLIFT_CANARY_CHILD), {m_home.filePath(QStringLiteral("state"))});
    QVERIFY(child.waitForStarted());
    child.write(m_id + '\n' + m_secret + '\n');
    child.closeWriteChannel();
    // Its first words come when it is on its way.
    QVERIFY(child.waitForReadyRead(60000));
    const QString process = QStringLiteral("/proc/%1/").arg(child.processId());
    m_surroundings =
        contentOf(process + QStringLiteral("cmdline")) + contentOf(process + QStringLiteral("environ"));
    QVERIFY(child.waitForFinished(300000));
    m_output = child.readAll();
    QVERIFY2(child.exitCode() == 0 && m_output.contains("journey done"), m_output.right(4000).constData());
}

void CanaryTest::theOutputHoldsNoSecret()
{
    // It must have gone through the paths that could leak.
    for (const char *path :
         {"SignatureDoesNotMatch", "Forbidden.RAM", "Throttling", "Undecided", "Verified", "authorization"})
        QVERIFY2(m_output.contains(path), path);
    const QByteArray leak = leakIn(m_output);
    QVERIFY2(leak.isEmpty(), leak.constData());
}

void CanaryTest::noFileHoldsIt()
{
    int files = 0;
    for (QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
         it.hasNext();) {
        const QString path = it.next();
        const QByteArray leak = leakIn(contentOf(path));
        QVERIFY2(leak.isEmpty(), qPrintable(path + QStringLiteral(": ") + QString::fromLatin1(leak)));
        ++files;
    }
    QVERIFY2(files >= 2, "the journal and the workspace file were written");
}

void CanaryTest::noChangeTicketHoldsIt_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("Markdown") << "ticket.md";
    QTest::newRow("HTML") << "ticket.html";
    QTest::newRow("PDF") << "ticket.pdf";
}

void CanaryTest::noChangeTicketHoldsIt()
{
    QFETCH(QString, file);
    const QString path = m_home.filePath(QStringLiteral("state/") + file);
    QByteArray text = contentOf(path);
    if (file.endsWith(u".pdf")) { // its text is packed
        QProcess reader;
        reader.start(QStringLiteral("pdftotext"), {path, QStringLiteral("-")});
        QVERIFY(reader.waitForFinished(60000));
        QCOMPARE(reader.exitCode(), 0);
        text = reader.readAllStandardOutput();
    }
    // Narrow columns break a word into lines.
    for (const char blank : {' ', '\n', '\r', '\f'})
        text.replace(QByteArray(1, blank), QByteArray());
    // It tells what was refused, by which key, and how the others ended.
    for (const QByteArray &told :
         {QByteArray("SignatureDoesNotMatch"), QByteArray("Verified"), m_id.right(4)})
        QVERIFY2(text.contains(told), told.constData());
    const QByteArray leak = leakIn(text);
    QVERIFY2(leak.isEmpty(), leak.constData());
}

void CanaryTest::theLogTellsOfEveryCallAndHoldsNoSecret()
{
    QByteArray log;
    for (const char *name : {"state/uplift.2.log", "state/uplift.1.log", "state/uplift.log"})
        log += contentOf(m_home.filePath(QString::fromLatin1(name)));
    for (const char *words : {"call: ModifyInstanceMinorVersion", "call: GetCallerIdentity", "host=127.0.0.1",
                              "code=SignatureDoesNotMatch", "end=closed by peer", "qt: default: preview"})
        QVERIFY2(log.contains(words), words);
    const QByteArray leak = leakIn(log);
    QVERIFY2(leak.isEmpty(), leak.constData());
}

void CanaryTest::noArgumentOrEnvironmentHoldsIt()
{
    QVERIFY(m_surroundings.contains("canary_child"));
    const QByteArray leak = leakIn(m_surroundings);
    QVERIFY2(leak.isEmpty(), leak.constData());
}

void CanaryTest::theNetWouldCatchIt()
{
    QVERIFY(!leakIn("x" + m_secret + "y").isEmpty());
    QVERIFY(!leakIn(m_secret.toHex()).isEmpty());
    QVERIFY(!leakIn(("{\"k\":\"" + m_secret + "\"}").toBase64()).isEmpty());
    QVERIFY(!leakIn("id=" + m_id).isEmpty());
    QVERIFY(leakIn("nothing here").isEmpty());
}

QTEST_GUILESS_MAIN(CanaryTest)
#include "tst_canary.moc"
