// SPDX-License-Identifier: GPL-3.0-or-later
// What any Qt Widgets + Network program costs: the measure bench_start holds uplift against.
#include <QApplication>
#include <QMainWindow>
#include <QNetworkAccessManager>
#include <QTableView>

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QNetworkAccessManager network;
    QMainWindow window;
    window.setCentralWidget(new QTableView(&window));
    window.resize(1366, 768);
    window.show();
    return QApplication::exec();
}
