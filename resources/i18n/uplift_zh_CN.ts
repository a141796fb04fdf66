<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>uplift</name>
    <message>
        <source> (RequestId %1)</source>
        <translation>（RequestId %1）</translation>
    </message>
    <message>
        <source> h</source>
        <extracomment>hours, after a number: 24 h</extracomment>
        <translation> 小时</translation>
    </message>
    <message>
        <source># Parameters, decoded</source>
        <translation># 参数（已解码）</translation>
    </message>
    <message>
        <source>%1   %2 → %3</source>
        <translation>%1   %2 → %3</translation>
    </message>
    <message>
        <source>%1  %2: %3</source>
        <extracomment>%1 a number, %2 the name of the wave, %3 "3 instances, 2 at once"</extracomment>
        <translation>%1  %2：%3</translation>
    </message>
    <message>
        <source>%1  (AccessKey %2)</source>
        <translation>%1（AccessKey %2）</translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation>%1  →  %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>a day and a time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>day and year</comment>
        <extracomment>%1 is a day such as "Fri 20 Nov", %2 a year a day and its year, "Fri 20 Nov" and 2026</extracomment>
        <translation>%2 年 %1</translation>
    </message>
    <message>
        <source>%1 %2 (%3)</source>
        <extracomment>A window, %1 in local time, %2 "UTC+8", %3 the same with "UTC" at its end</extracomment>
        <translation>%1 %2（%3）</translation>
    </message>
    <message>
        <source>%1 %2 – %3</source>
        <extracomment>A span on one day: %1 is the day, %2 and %3 are times</extracomment>
        <translation>%1 %2 – %3</translation>
    </message>
    <message>
        <source>%1 %2, your time (%3), %4.  %5 UTC%6</source>
        <extracomment>%1 "Thu 19 Nov", %2 "18:00", %3 "UTC+8", %4 "in 3 h 28 min", %5 "10:00", %6 another day, or empty</extracomment>
        <translation>%1 %2，本地（%3），%4。UTC %5%6</translation>
    </message>
    <message>
        <source>%1 %2, your time (%3); %4 UTC, %5</source>
        <extracomment>%1 "Fri 20 Nov", %2 "02:00", %3 "UTC+8", %4 the time in UTC, %5 its day</extracomment>
        <translation>%1 %2，本地（%3）；UTC %5 %4</translation>
    </message>
    <message>
        <source>%1 (%2 UTC)</source>
        <translation>%1（UTC %2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>For screen readers: what a button does, and to what</extracomment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>an instance and its environment</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 (%2), %3 UTC</source>
        <extracomment>%1 "today 22:00", %2 "UTC+8", %3 "14:00"</extracomment>
        <translation>%1（%2），UTC %3</translation>
    </message>
    <message>
        <source>%1 (%2), %3 UTC, %4</source>
        <extracomment>%1 "tonight 02:00", %2 "UTC+8", %3 "18:00", %4 "Thu 19 Nov"</extracomment>
        <translation>%1（%2），UTC %4 %3</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1（%2）：%3</translation>
    </message>
    <message>
        <source>%1 (first %2)…</source>
        <extracomment>%1: "Start 8 upgrades in 3 waves", %2: "today 18:00", the first one's start</extracomment>
        <translation>%1（%2起）…</translation>
    </message>
    <message>
        <source>%1 (kind not told)</source>
        <extracomment>A task of the provider's task centre. %1: its id, %2: its type in the provider's word</extracomment>
        <translation>%1（未说明类型）</translation>
    </message>
    <message>
        <source>%1 (latest)</source>
        <translation>%1（最新）</translation>
    </message>
    <message>
        <source>%1 And %2 more.</source>
        <extracomment>%1: a whole sentence. %2: a number of further ones of the same kind</extracomment>
        <translation>%1另有 %2 项。</translation>
    </message>
    <message numerus="yes">
        <source>%1 Its %n instance(s) are shown as of %2.</source>
        <translation>
            <numerusform>%1其 %n 个实例显示的是 %2 的状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 MB/s</source>
        <translation>%1 MB/s</translation>
    </message>
    <message>
        <source>%1 The plan makes a new one first.</source>
        <extracomment>%1: a whole sentence that says what is wrong with the backups</extracomment>
        <translation>%1计划会先创建新备份。</translation>
    </message>
    <message>
        <source>%1 The service says: “%2”</source>
        <extracomment>%1 is a whole sentence of ours, %2 the service's own words</extracomment>
        <translation>%1服务端称：“%2”</translation>
    </message>
    <message numerus="yes">
        <source>%1 Their %n instance(s) are shown as of %2.</source>
        <translation>
            <numerusform>%1其中 %n 个实例显示的是 %2的状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 Trusts the certificates in %2 as well.</source>
        <extracomment>%1 is a sentence on the proxy, %2 a path</extracomment>
        <translation>%1 另外信任 %2 中的证书。</translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation>%1 UTC</translation>
    </message>
    <message>
        <source>%1 Uplift goes on asking.</source>
        <translation>%1Uplift 会继续询问。</translation>
    </message>
    <message>
        <source>%1 You can remove the account here all the same, with its saved profiles; the entry %2 of Uplift may then remain in the keychain.</source>
        <extracomment>%1 are two whole sentences, %2 is the name of an entry in the keychain</extracomment>
        <translation>%1您仍可在此移除该账号及其已存配置；此时 Uplift 的条目 %2 可能仍留在密钥环中。</translation>
    </message>
    <message>
        <source>%1 Your limit is %2 h.</source>
        <extracomment>%1: a whole sentence with the backup's age. %2: hours</extracomment>
        <translation>%1您设定的上限为 %2 小时。</translation>
    </message>
    <message>
        <source>%1 after the wave before has ended</source>
        <translation>上一批结束 %1 后</translation>
    </message>
    <message>
        <source>%1 and %2 more</source>
        <extracomment>%1 names, %2 a number of further ones</extracomment>
        <translation>%1，另有 %2 个</translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 等 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered in %2 ms. It is this machine, so no proxy was used.</source>
        <extracomment>%1 is a host name, %2 a number of milliseconds</extracomment>
        <translation>%1 在 %2 毫秒内应答。它就是本机，因此未使用代理服务器。</translation>
    </message>
    <message>
        <source>%1 answered through the proxy %2 in %3 ms.</source>
        <extracomment>%1 is a host name, %2 host:port of a proxy, %3 a number of milliseconds</extracomment>
        <translation>%1 经代理服务器 %2 在 %3 毫秒内应答。</translation>
    </message>
    <message>
        <source>%1 answered with HTTP status %2 and a page that is not from the API.</source>
        <translation>%1 返回了 HTTP 状态 %2 和一个并非来自 API 的页面。</translation>
    </message>
    <message>
        <source>%1 answered with a redirect (HTTP status %2), which was not followed.</source>
        <extracomment>%1 is a host name, %2 an HTTP status</extracomment>
        <translation>%1 返回了重定向（HTTP 状态 %2），Uplift 没有跟随。</translation>
    </message>
    <message>
        <source>%1 answered with a web page instead of an API reply.</source>
        <translation>%1 返回的是网页，而不是 API 应答。</translation>
    </message>
    <message>
        <source>%1 answered without a proxy in %2 ms.</source>
        <extracomment>%1 is a host name, %2 a number of milliseconds</extracomment>
        <translation>%1 在 %2 毫秒内应答，未使用代理服务器。</translation>
    </message>
    <message>
        <source>%1 answers are still awaited</source>
        <translation>仍有 %1 个应答未收到</translation>
    </message>
    <message>
        <source>%1 at once</source>
        <extracomment>of the instances of a wave, %1 a number</extracomment>
        <translation>同时 %1 个</translation>
    </message>
    <message>
        <source>%1 at once; wait %2 after the canary</source>
        <extracomment>%1 a number, %2 a wait such as "2 h"</extracomment>
        <translation>同时 %1 个；金丝雀后等待 %2</translation>
    </message>
    <message>
        <source>%1 at once; wait %2 after the canary, %3 between waves</source>
        <extracomment>%1 a number, %2 and %3 waits such as "2 h"</extracomment>
        <translation>同时 %1 个；金丝雀后等待 %2，批间等待 %3</translation>
    </message>
    <message>
        <source>%1 at once; wait %2 between waves</source>
        <extracomment>%1 a number, %2 a wait such as "2 h"</extracomment>
        <translation>同时 %1 个；批间等待 %2</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 次尝试</translation>
    </message>
    <message>
        <source>%1 attempts wait for your decision</source>
        <translation>%1 次尝试等待您判定</translation>
    </message>
    <message>
        <source>%1 attempts were written to %2.</source>
        <translation>已将 %1 次尝试写入 %2。</translation>
    </message>
    <message>
        <source>%1 attempts, newest first</source>
        <extracomment>%1 is a number of attempts</extracomment>
        <translation>%1 次尝试，最新在前</translation>
    </message>
    <message>
        <source>%1 batches</source>
        <translation>%1 个批次</translation>
    </message>
    <message>
        <source>%1 batches finished</source>
        <translation>%1 个批次已完成</translation>
    </message>
    <message>
        <source>%1 batches held</source>
        <translation>%1 个批次因规则暂停</translation>
    </message>
    <message>
        <source>%1 belongs to the batch “%2”, which has not ended.</source>
        <translation>%1 属于批次“%2”，该批次尚未结束。</translation>
    </message>
    <message>
        <source>%1 belongs to the batch “%2”, which was handed over to the cloud and has not ended.</source>
        <translation>%1 属于批次“%2”，该批次已移交云端，尚未结束。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2), so nothing is saved over it. Let your user read and write it, then start Uplift again.</source>
        <translation>无法打开 %1（%2），因此不会向其中保存任何内容。请允许您的用户读写该文件，然后重新启动 Uplift。</translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2).</source>
        <translation>无法打开 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2).</source>
        <translation>无法读取 %1（%2）。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2). Let your user read it, then look again.</source>
        <extracomment>%1 path, %2 the system's own words</extracomment>
        <translation>无法读取 %1（%2）。请让当前用户有权读取它，然后再查找一次。</translation>
    </message>
    <message>
        <source>%1 cannot be read, and it cannot be set aside since its folder is read-only, so nothing is saved over it. %2 Make the folder writable for your user and start Uplift again.</source>
        <translation>无法读取 %1，且其文件夹为只读，无法移开，因此不会向其中保存任何内容。%2请将该文件夹设为您的用户可写，然后重新启动 Uplift。</translation>
    </message>
    <message>
        <source>%1 cannot be written: the file or its folder is read-only. Changes last until you close Uplift. Make both writable for your user, or start Uplift with --data-dir and another folder.</source>
        <translation>无法写入 %1：该文件或其文件夹为只读。更改只保留到您关闭 Uplift 为止。请将两者都设为您的用户可写，或使用 --data-dir 指定其他文件夹启动 Uplift。</translation>
    </message>
    <message>
        <source>%1 changes go on in the cloud by themselves</source>
        <translation>%1 项变更在云端继续执行</translation>
    </message>
    <message>
        <source>%1 could not be read and was set aside as %2. %3</source>
        <translation>无法读取 %1，已移开并另存为 %2。%3</translation>
    </message>
    <message>
        <source>%1 could not be read. %2</source>
        <translation>无法读取 %1。%2</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>%1 days %2 h</source>
        <translation>%1 天 %2 小时</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation>%1 天前</translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation>%1 在 %2 秒内没有应答。</translation>
    </message>
    <message>
        <source>%1 did not end verified.</source>
        <translation>%1 结束时未通过验证。</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 无应答</translation>
    </message>
    <message>
        <source>%1 ended</source>
        <extracomment>%1 a number</extracomment>
        <translation>%1 个已结束</translation>
    </message>
    <message>
        <source>%1 executions. %2</source>
        <translation>%1 个执行。%2</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 个失败</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>%1 小时前</translation>
    </message>
    <message>
        <source>%1 has more than %2 entries; the rest was passed over.</source>
        <translation>%1 的条目超过 %2 个，其余的已略过。</translation>
    </message>
    <message>
        <source>%1 instances</source>
        <translation>%1 个实例</translation>
    </message>
    <message>
        <source>%1 instances to their latest versions</source>
        <translation>%1 个实例升级到各自的最新版本</translation>
    </message>
    <message>
        <source>%1 instances, %2 at once</source>
        <translation>%1 个实例，同时 %2 个</translation>
    </message>
    <message>
        <source>%1 is JSON, but holds no list of profiles. Mend the file, then look again.</source>
        <translation>%1 是 JSON，但其中没有配置列表。请修正该文件，然后再查找一次。</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MiB, which no such file is, so it was not read.</source>
        <translation>%1 大于 1 MiB，这类文件不会这么大，因此没有读取。</translation>
    </message>
    <message>
        <source>%1 is not a regular file, so it was not read.</source>
        <translation>%1 不是普通文件，因此没有读取。</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 不是普通文件。</translation>
    </message>
    <message>
        <source>%1 is not valid JSON: reading stopped at line %2, column %3. Mend the file, then look again.</source>
        <extracomment>%1 path, %2 and %3 numbers</extracomment>
        <translation>%1 不是有效的 JSON：读取停在第 %2 行第 %3 列。请修正该文件，然后再查找一次。</translation>
    </message>
    <message>
        <source>%1 is older than the version in use, %2. A minor version cannot be downgraded: choose a newer one.</source>
        <translation>%1 早于当前使用的版本 %2。小版本不能降级，请选择更新的版本。</translation>
    </message>
    <message>
        <source>%1 is to get version %2. The cloud's orchestration can wait for the latest version alone.</source>
        <translation>%1 指定了版本 %2。云端编排只能等待最新版本。</translation>
    </message>
    <message>
        <source>%1 left out</source>
        <translation>%1 个已排除</translation>
    </message>
    <message>
        <source>%1 members have not begun and begin only while Uplift runs.</source>
        <translation>%1 个实例尚未开始，仅在 Uplift 运行时才会开始。</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>%1 分钟前</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 需要一个值。</translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation>%1 节点</translation>
    </message>
    <message>
        <source>%1 not ended</source>
        <translation>%1 个未结束</translation>
    </message>
    <message>
        <source>%1 not verified</source>
        <translation>%1 个未通过验证</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>how many of how many instances: 2 of 9</extracomment>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>%1 of %2 asked.</source>
        <extracomment>%1 and %2 are numbers of read actions</extracomment>
        <translation>已查询 %1/%2。</translation>
    </message>
    <message>
        <source>%1 of %2 attempts are read…</source>
        <translation>已读取 %1/%2 次尝试…</translation>
    </message>
    <message>
        <source>%1 of %2 backup jobs succeeded</source>
        <translation>%2 个备份任务中有 %1 个成功</translation>
    </message>
    <message>
        <source>%1 of %2 ended</source>
        <translation>%1/%2 已结束</translation>
    </message>
    <message>
        <source>%1 of %2 instances</source>
        <extracomment>%1 is less than %2, which is two or more</extracomment>
        <translation>%1/%2 个实例</translation>
    </message>
    <message>
        <source>%1 of %2 instances are still being looked at. Press again in a moment.</source>
        <translation>%2 个实例中还有 %1 个正在检查，请稍后再按一次。</translation>
    </message>
    <message>
        <source>%1 of %2 instances ended verified.</source>
        <translation>%2 个实例中有 %1 个结束时已通过验证。</translation>
    </message>
    <message>
        <source>%1 of %2 nodes on %3</source>
        <translation>%1/%2 节点为 %3</translation>
    </message>
    <message>
        <source>%1 of %2 nodes report %3</source>
        <translation>%1/%2 节点为 %3</translation>
    </message>
    <message>
        <source>%1 of %2 regions did not answer fully: %3.</source>
        <translation>%2 个地域中有 %1 个未完整应答：%3。</translation>
    </message>
    <message>
        <source>%1 of %2 verified</source>
        <extracomment>%1 and %2 numbers</extracomment>
        <translation>%1/%2 已验证</translation>
    </message>
    <message>
        <source>%1 open or saved, %2</source>
        <extracomment>%1 a number of plans, %2 "1 ended"</extracomment>
        <translation>未结束或已保存 %1，%2</translation>
    </message>
    <message>
        <source>%1 or /</source>
        <translation>%1 或 /</translation>
    </message>
    <message>
        <source>%1 outside the window</source>
        <translation>%1 个在可维护时间段外</translation>
    </message>
    <message>
        <source>%1 pass</source>
        <translation>%1 个通过</translation>
    </message>
    <message>
        <source>%1 production</source>
        <extracomment>%1 is how many instances of a batch are production</extracomment>
        <translation>%1 个生产实例</translation>
    </message>
    <message>
        <source>%1 questions got no answer</source>
        <translation>%1 次询问未收到应答</translation>
    </message>
    <message>
        <source>%1 refused the connection. Nothing was sent.</source>
        <translation>%1 拒绝了连接。没有发送任何内容。</translation>
    </message>
    <message>
        <source>%1 refused the list (%2).</source>
        <extracomment>%1 a region, %2 the service's code</extracomment>
        <translation>%1 拒绝列出实例（%2）。</translation>
    </message>
    <message>
        <source>%1 refuses access</source>
        <translation>%1 拒绝访问</translation>
    </message>
    <message>
        <source>%1 rows</source>
        <translation>%1 行</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 said that it was not started.</source>
        <translation>%1 判定为未开始。</translation>
    </message>
    <message>
        <source>%1 said that it was started.</source>
        <translation>%1 判定为已开始。</translation>
    </message>
    <message>
        <source>%1 said to go on asking.</source>
        <translation>%1 选择继续询问。</translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation>%1 分片</translation>
    </message>
    <message>
        <source>%1 so far</source>
        <extracomment>how long a state has lasted that has not ended</extracomment>
        <translation>目前 %1</translation>
    </message>
    <message>
        <source>%1 switched outside its maintenance window, at %2.</source>
        <translation>%1 在可维护时间段之外切换，时间为 %2。</translation>
    </message>
    <message>
        <source>%1 switched outside its maintenance window.</source>
        <translation>%1 的切换发生在可维护时间段之外。</translation>
    </message>
    <message>
        <source>%1 templates and their parameters were written to %2.</source>
        <translation>已将 %1 个模板及其参数写入 %2。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>从 %1 到 %2</translation>
    </message>
    <message>
        <source>%1 to decide</source>
        <translation>%1 个待判定</translation>
    </message>
    <message>
        <source>%1 to read</source>
        <translation>%1 个需查看</translation>
    </message>
    <message>
        <source>%1 to the latest versions</source>
        <translation>%1 升级到最新版本</translation>
    </message>
    <message>
        <source>%1 undecided</source>
        <translation>%1 个待判定</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 个未知</translation>
    </message>
    <message>
        <source>%1 upgrades did not end verified, the last one %2.</source>
        <translation>%1 个升级结束时未通过验证，最近一个是 %2。</translation>
    </message>
    <message>
        <source>%1 upgrades fai&amp;l or end unchanged</source>
        <translation>%1 个升级失败或版本未变(&amp;L)</translation>
    </message>
    <message>
        <source>%1 upgrades fail or end unchanged</source>
        <translation>%1 个升级失败或版本未变</translation>
    </message>
    <message>
        <source>%1 verified</source>
        <translation>%1 个已验证</translation>
    </message>
    <message>
        <source>%1 was added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>%1 was left as it is: %2</source>
        <translation>%1 保持原样：%2</translation>
    </message>
    <message>
        <source>%1 was missing.</source>
        <translation>%1 缺失。</translation>
    </message>
    <message>
        <source>%1 was not added</source>
        <translation>未添加 %1</translation>
    </message>
    <message>
        <source>%1 was not read, since %2 switches it off.</source>
        <extracomment>%1 path, %2 name of an environment variable</extracomment>
        <translation>没有读取 %1，因为 %2 将其关闭。</translation>
    </message>
    <message>
        <source>%1 was released</source>
        <translation>%1 已释放</translation>
    </message>
    <message>
        <source>%1 was written by a newer Uplift (file version %2, this one reads up to %3). It stays untouched and nothing is saved here. Start the newer Uplift, or this one with --data-dir and another folder.</source>
        <translation>%1 由更新版本的 Uplift 写入（文件版本 %2，当前程序最高可读 %3）。该文件保持原样，不会向其中保存任何内容。请启动更新版本的 Uplift，或使用 --data-dir 指定其他文件夹启动当前版本。</translation>
    </message>
    <message>
        <source>%1 waves</source>
        <translation>%1 批</translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>%1 – %2, your time (%3)</source>
        <extracomment>%1 "02:00", %2 "06:00", %3 "UTC+8"</extracomment>
        <translation>%1 – %2，本地（%3）</translation>
    </message>
    <message>
        <source>%1 – %2, your time (%3), %4</source>
        <extracomment>%1 "Tonight 02:00", %2 "06:00", %3 "UTC+8", %4 "in 11 h 28 min"</extracomment>
        <translation>%1 – %2，本地（%3），%4</translation>
    </message>
    <message>
        <source>%1 … %2</source>
        <translation>%1 … %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>day and time</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation>%1，剩余 %2</translation>
    </message>
    <message>
        <source>%1, %2, put away</source>
        <translation>%1，%2，已收起</translation>
    </message>
    <message>
        <source>%1, %2.</source>
        <extracomment>%1 a moment in local time and UTC, %2 "in 48 min"</extracomment>
        <translation>%1，%2。</translation>
    </message>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>%1 an account, %2 a region, %3 "3 instances"</extracomment>
        <translation>%1，%2：%3</translation>
    </message>
    <message>
        <source>%1, %2: since %3</source>
        <translation>%1，%2：自 %3 起</translation>
    </message>
    <message>
        <source>%1, Shift+%1</source>
        <translation>%1、Shift+%1</translation>
    </message>
    <message>
        <source>%1, a canary first</source>
        <translation>%1，金丝雀先行</translation>
    </message>
    <message>
        <source>%1, after a backup where one is due</source>
        <extracomment>%1: "Kernel"</extracomment>
        <translation>%1，需要时先备份</translation>
    </message>
    <message>
        <source>%1, again</source>
        <translation>%1（再次）</translation>
    </message>
    <message>
        <source>%1, ascending</source>
        <translation>%1，升序</translation>
    </message>
    <message>
        <source>%1, asked %2</source>
        <translation>%1，查询于 %2</translation>
    </message>
    <message>
        <source>%1, descending</source>
        <translation>%1，降序</translation>
    </message>
    <message>
        <source>%1, in memory until Uplift ends.</source>
        <extracomment>%1 is the masked end of a key id</extracomment>
        <translation>%1，仅在内存中，Uplift 退出后即清除。</translation>
    </message>
    <message>
        <source>%1, in the keychain (%2).</source>
        <extracomment>%1 is the masked end of a key id, %2 names a keychain: Secret Service</extracomment>
        <translation>%1，保存在密钥环（%2）中。</translation>
    </message>
    <message>
        <source>%1, in the keychain.</source>
        <translation>%1，保存在密钥环中。</translation>
    </message>
    <message>
        <source>%1, kept</source>
        <translation>%1，已保存</translation>
    </message>
    <message>
        <source>%1, key ····%2</source>
        <translation>%1，密钥 ····%2</translation>
    </message>
    <message>
        <source>%1, line %2 is neither a section, nor a name with a value, nor a comment; it was passed over.</source>
        <translation>%1 第 %2 行既不是节，也不是带值的名称，也不是注释；已略过。</translation>
    </message>
    <message>
        <source>%1, locked</source>
        <translation>%1，已锁定</translation>
    </message>
    <message>
        <source>%1, took %2</source>
        <translation>%1，耗时 %2</translation>
    </message>
    <message>
        <source>%1, unlocked</source>
        <extracomment>%1 is the keychain's name</extracomment>
        <translation>%1，已解锁</translation>
    </message>
    <message>
        <source>%1, wave %2</source>
        <extracomment>%1 is a batch's name, %2 the number of a wave</extracomment>
        <translation>%1，第 %2 批</translation>
    </message>
    <message>
        <source>%1, your time (%2)  ·  %3 – %4 UTC, %5</source>
        <translation>%1，本地（%2）  ·  UTC %5 %3 – %4</translation>
    </message>
    <message>
        <source>%1, your time (%2), %3.  %4 UTC, %5.  %6</source>
        <extracomment>%1 "05:54", %2 "UTC+8", %3 "Sun 29 Nov 2026", %4 "21:54", %5 "Sat 28 Nov", %6 "Sent as Immediately"</extracomment>
        <translation>%1，本地（%2），%3。UTC %5 %4。%6。</translation>
    </message>
    <message>
        <source>%1, your time (%2), %3.  %4 UTC.  %5</source>
        <extracomment>%1 "14:32", %2 "UTC+8", %3 "Thu 19 Nov 2026", %4 "06:32", %5 "Sent as Immediately"</extracomment>
        <translation>%1，本地（%2），%3。UTC %4。%5。</translation>
    </message>
    <message>
        <source>%1.  %2 – %3 UTC, %4.  %5</source>
        <extracomment>%1 "Fri 20 Nov 2026", %2 and %3 times in UTC, %4 "Thu 19 Nov", %5 "Sent as MaintainTime"</extracomment>
        <translation>%1。UTC %4 %2 – %3。%5</translation>
    </message>
    <message>
        <source>%1.  %2, StartExecution</source>
        <translation>%1.  %2，StartExecution</translation>
    </message>
    <message>
        <source>%1.  No document says whether it begins in this window or in the next one.</source>
        <extracomment>%1 the line before, whole sentences</extracomment>
        <translation>%1。没有文档说明是在本次时间段内开始，还是在下一个时间段开始。</translation>
    </message>
    <message>
        <source>%1.  Wave %2: %3, %4</source>
        <extracomment>%1 a number, %2 the wave's number, %3 an instance's name, %4 the name of a call</extracomment>
        <translation>%1.  第 %2 批：%3，%4</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <extracomment>%1 "No bound is documented; an interruption is possible", %2 what the documents say, a sentence</extracomment>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1. %2, as Uplift sends it</source>
        <extracomment>One of several requests that follow each other. %1: its place, %2: "Proxy upgrade"</extracomment>
        <translation>%1. Uplift 发送的%2请求</translation>
    </message>
    <message>
        <source>%1. It stays undecided; the next start asks the service again.</source>
        <translation>%1。仍为待判定；下次启动时会再次询问服务端。</translation>
    </message>
    <message>
        <source>%1. The next start asks the service what became of it; nothing is sent again.</source>
        <translation>%1。下次启动时会向服务端询问结果，不会重发任何请求。</translation>
    </message>
    <message>
        <source>%1. The next start shows how that ended.</source>
        <translation>%1。下次启动时会显示其结果。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the kind of change, %2 what was and what shall be: "Proxy upgrade: 6.8.9 → 6.8.12"</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a check's result and its sentence</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1: %2 %</source>
        <extracomment>One figure of the chart for screen readers. %1: a time of day, %2: percent of the day's mean</extracomment>
        <translation>%1：%2%</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>%1: %2, since %3.</source>
        <translation>%1：%2，自 %3 起。</translation>
    </message>
    <message>
        <source>%1: %2. %3</source>
        <extracomment>%1 the instance's name, %2 "Change of the maintenance window: Verified", %3 what became of it</extracomment>
        <translation>%1：%2。%3</translation>
    </message>
    <message>
        <source>%1: back to the default</source>
        <translation>%1：恢复默认值</translation>
    </message>
    <message>
        <source>%1: cannot be imported</source>
        <translation>%1：无法导入</translation>
    </message>
    <message>
        <source>%1: not measured</source>
        <translation>%1：无数据</translation>
    </message>
    <message>
        <source>%1: “%2”</source>
        <extracomment>%1 is a moment, %2 the user's own words</extracomment>
        <translation>%1：“%2”</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <extracomment>%1 "02:00 – 06:00, your time (UTC+8)", %2 "18:00 – 22:00 UTC"</extracomment>
        <translation>%1；%2</translation>
    </message>
    <message>
        <source>%1…</source>
        <extracomment>the button that asks for the confirmation; %1: "Start 8 upgrades in 3 waves"</extracomment>
        <translation>%1…</translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) answer</source>
        <translation>
            <numerusform>%n 个云账号有应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) or region(s) did not answer fully</source>
        <translation>
            <numerusform>%n 个云账号或地域未完整应答</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) or region(s) did not answer fully.</source>
        <translation>
            <numerusform>%n 个云账号或地域未完整应答。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) are denied.</source>
        <translation>
            <numerusform>%n 个操作被拒绝。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n action(s) that change something were not tried: there is no dry run.</source>
        <translation>
            <numerusform>%n 个会改动资源的操作没有试：它们没有试运行。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation>
            <numerusform>%n 项受阻</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation>
            <numerusform>%n 项检查已通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n could not be found out.</source>
        <translation>
            <numerusform>%n 个无法查明。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s)</source>
        <translation>
            <numerusform>%n 个实例</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) of it are shown as they were known.</source>
        <translation>
            <numerusform>其 %n 个实例按已知的状态显示。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n instance(s) were saved as profiles.</source>
        <translation>
            <numerusform>%n 个实例已存为配置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n line(s), times in UTC. The whole log lies in %1 and beside it.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>
            <numerusform>共 %n 行，时间为 UTC。完整的运行日志位于 %1 及其同一目录。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n passed</source>
        <translation>
            <numerusform>%n 项通过</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) in this topic; Enter shows the next one.</source>
        <translation>
            <numerusform>本主题中有 %n 处；按回车显示下一处。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) were imported.</source>
        <translation>
            <numerusform>已导入 %n 个配置。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n profile(s) were written to %1; the file holds no secret.</source>
        <translation>
            <numerusform>%n 个配置已写入 %1；文件中没有密钥。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation>
            <numerusform>%n 项需查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation>
            <numerusform>%n 项未知</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind</source>
        <translation>
            <numerusform>落后 %n 个小版本</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind, oldest from %1</source>
        <translation>
            <numerusform>落后 %n 个小版本，最早发布于 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation>云账号(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation>添加云账号(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Archive the journal…</source>
        <translation>归档操作日志(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;At a time</source>
        <translation>指定时间(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;At once</source>
        <translation>立即执行(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Back</source>
        <translation>返回(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Begins, your time (%1)</source>
        <extracomment>%1 "UTC+8"</extracomment>
        <translation>开始时间，本地（%1）(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Between waves</source>
        <translation>批间等待(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Canary</source>
        <translation>金丝雀(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Cancel in the cloud…</source>
        <translation>在云端取消(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Cancel the upgrade…</source>
        <translation>取消升级(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy as text</source>
        <translation>复制为文本(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy the policy</source>
        <translation>复制策略(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Copy what is shown</source>
        <translation>复制所示内容(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Day and time, your time</source>
        <translation>日期和时间，本地(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Details of the instance…</source>
        <translation>实例详情(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Details…</source>
        <translation>详情(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation>创建副本(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Edit or test the account…</source>
        <translation>编辑或测试云账号(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Edit the profile…</source>
        <translation>编辑配置(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Ends, your time (%1)</source>
        <extracomment>%1 "UTC+8"</extracomment>
        <translation>结束时间，本地（%1）(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Environment</source>
        <translation>按环境(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Export the OOS template…</source>
        <translation>导出 OOS 模板(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Format of the file</source>
        <translation>文件格式(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Group (optional)</source>
        <translation>分组（可选）(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation>高对比度(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Import</source>
        <translation>导入(&amp;I)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n account(s)</source>
        <translation>
            <numerusform>导入 %n 个云账号(&amp;I)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Import %n profile(s)</source>
        <translation>
            <numerusform>导入 %n 个配置(&amp;I)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Include those already on the latest version</source>
        <translation>包括已是最新小版本的实例(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation>实例(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Keep the key for this session only; it is asked for again after the next start</source>
        <translation>仅在本次会话中保存密钥，下次启动后需重新输入(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>语言(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation>可维护时间段(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Move the switch…</source>
        <translation>修改切换时间(&amp;M)…</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>名称(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation>立即(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Now: as soon as the copy is ready</source>
        <translation>立即：复制完成后马上切换(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>按数量(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;One line for each instance</source>
        <translation>每个实例一行(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Open the plan</source>
        <translation>打开计划(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Plan again…</source>
        <translation>重新计划(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Read-only: shown and watched, never upgraded from here</source>
        <translation>只读：仅显示和跟踪，不从这里升级(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation>刷新(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Refresh its instances</source>
        <translation>刷新其实例(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Remote display</source>
        <translation>远程显示(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>重命名(&amp;R)…</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>恢复(&amp;R)</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Save %n instance(s) as profiles</source>
        <translation>
            <numerusform>将 %n 个实例存为配置(&amp;S)</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Save as profile…</source>
        <translation>保存为配置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Save the plan…</source>
        <translation>保存计划(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation>显示为(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Tell me when the window is not in front</source>
        <translation>窗口不在前台时通知我(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Ticket…</source>
        <translation>变更单(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Time, as %1 in %2</source>
        <translation>时间，格式为 %1，%2(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Upgrade to</source>
        <translation>升级到(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Use %1 – %2</source>
        <translation>使用 %1 – %2(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation>版本(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;What is upgraded</source>
        <translation>升级内容(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;What may it do…</source>
        <translation>它可以做什么(&amp;W)…</translation>
    </message>
    <message>
        <source>, </source>
        <translation>，</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>，或</translation>
    </message>
    <message>
        <source>, until about %1</source>
        <translation>，预计到 %1</translation>
    </message>
    <message>
        <source>, waits for %1</source>
        <translation>，等待%1</translation>
    </message>
    <message>
        <source>1 + %1 replicas</source>
        <translation>1 主 %1 只读</translation>
    </message>
    <message>
        <source>1 + 1 replica</source>
        <extracomment>one master and one read replica</extracomment>
        <translation>1 主 1 只读</translation>
    </message>
    <message>
        <source>1 answer is still awaited</source>
        <translation>仍有 1 个应答未收到</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 次尝试</translation>
    </message>
    <message>
        <source>1 attempt waits for your decision</source>
        <translation>1 次尝试等待您判定</translation>
    </message>
    <message>
        <source>1 attempt was written to %1.</source>
        <translation>已将 1 次尝试写入 %1。</translation>
    </message>
    <message>
        <source>1 batch</source>
        <translation>1 个批次</translation>
    </message>
    <message>
        <source>1 change goes on in the cloud by itself</source>
        <translation>1 项变更在云端继续执行</translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation>1 天前</translation>
    </message>
    <message>
        <source>1 execution. %1</source>
        <translation>1 个执行。%1</translation>
    </message>
    <message>
        <source>1 instance</source>
        <translation>1 个实例</translation>
    </message>
    <message>
        <source>1 instance to its latest version</source>
        <translation>1 个实例升级到最新版本</translation>
    </message>
    <message>
        <source>1 member has not begun and begins only while Uplift runs.</source>
        <translation>1 个实例尚未开始，仅在 Uplift 运行时才会开始。</translation>
    </message>
    <message>
        <source>1 node</source>
        <translation>1 节点</translation>
    </message>
    <message>
        <source>1 row</source>
        <extracomment>%1 is a number of rows</extracomment>
        <translation>1 行</translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation>1 分片</translation>
    </message>
    <message>
        <source>1 wave</source>
        <translation>1 批</translation>
    </message>
    <message>
        <source>1 zone</source>
        <translation>1 可用区</translation>
    </message>
    <message>
        <source>1 … 9, or F2</source>
        <translation>1 … 9 或 F2</translation>
    </message>
    <message>
        <source>2 zones</source>
        <translation>2 可用区</translation>
    </message>
    <message>
        <source>365 days ago</source>
        <translation>365 天前</translation>
    </message>
    <message>
        <source>59 min ago</source>
        <translation>59 分钟前</translation>
    </message>
    <message>
        <source>A &amp;backup may be as old as</source>
        <translation>备份的最长时效(&amp;B)</translation>
    </message>
    <message>
        <source>A Deny in a policy (%1) forbids it: allowing it does not help, that Deny must be lifted.</source>
        <extracomment>%1 is the kind of policy, in the service's own words</extracomment>
        <translation>策略中的 Deny（%1）禁止它：再允许也没有用，必须先取消该 Deny。</translation>
    </message>
    <message>
        <source>A backup begun since %1 is listed</source>
        <translation>列表中有 %1 之后开始的备份</translation>
    </message>
    <message>
        <source>A backup is running now.</source>
        <translation>正在备份。</translation>
    </message>
    <message>
        <source>A backup of %1 is part of the plan. The cloud's orchestration is given upgrades alone.</source>
        <translation>计划中包含 %1 的备份。云端编排只接收升级任务。</translation>
    </message>
    <message>
        <source>A backup of %1 is still open.</source>
        <translation>%1 的备份尚未结束。</translation>
    </message>
    <message>
        <source>A backup of this instance that was started here is still under way.</source>
        <translation>在此发起的该实例备份仍在进行。</translation>
    </message>
    <message>
        <source>A batch</source>
        <translation>某个批次</translation>
    </message>
    <message>
        <source>A batch in the journal has a member without a place: %1.</source>
        <translation>操作日志中的批次有一个没有位置的成员：%1。</translation>
    </message>
    <message>
        <source>A batch in the journal has a part “%1”, which is none.</source>
        <translation>操作日志中的批次含有无效的步骤“%1”。</translation>
    </message>
    <message>
        <source>A batch in the journal lacks its id or its members.</source>
        <translation>操作日志中的批次缺少 ID 或成员。</translation>
    </message>
    <message>
        <source>A captive portal may be in the way: open a web page in a browser to log in, then try again.</source>
        <translation>可能有强制登录页面拦截：请用浏览器打开任一网页完成登录，然后再试。</translation>
    </message>
    <message>
        <source>A change order for this instance is still running.</source>
        <translation>该实例有变更订单仍在执行。</translation>
    </message>
    <message>
        <source>A full backup, kept as long as the instance's policy says.</source>
        <translation>一次全量备份，按该实例的备份策略保留。</translation>
    </message>
    <message>
        <source>A host under aliyuncs.com, for every region</source>
        <translation>aliyuncs.com 下的主机，用于所有地域</translation>
    </message>
    <message>
        <source>A jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>A key id that begins with STS. needs its security token. Paste all three parts of the temporary key.</source>
        <translation>以 STS. 开头的 AccessKey ID 需要安全令牌。请粘贴临时密钥的全部三个部分。</translation>
    </message>
    <message>
        <source>A move of its switch was asked for at %1; how that ends is not known yet.</source>
        <translation>已于 %1 请求修改切换时间，结果尚不清楚。</translation>
    </message>
    <message>
        <source>A newer version exists: %1 after %2.</source>
        <translation>有更新的版本：%1，当前为 %2。</translation>
    </message>
    <message>
        <source>A newer version of the proxy exists: %1 after %2.</source>
        <translation>代理节点有新版本：%2 之后为 %1。</translation>
    </message>
    <message>
        <source>A plan in the journal is of a kind “%1” that this version of Uplift does not know.</source>
        <translation>操作日志中有一个计划的类型“%1”是此版本 Uplift 不认识的。</translation>
    </message>
    <message>
        <source>A plan in the journal lacks its field “%1”.</source>
        <translation>操作日志中的一个计划缺少字段“%1”。</translation>
    </message>
    <message>
        <source>A proxy on the way may have failed. Try again in a minute.</source>
        <translation>途中的代理服务器可能出现故障。请一分钟后再试。</translation>
    </message>
    <message>
        <source>A proxy only where an instance has one.</source>
        <translation>仅对有代理节点的实例升级代理。</translation>
    </message>
    <message>
        <source>A proxy or a captive portal may be in the way: open a web page in a browser to log in, or check the endpoint in the account's settings.</source>
        <translation>可能有代理服务器或强制登录页面拦截：请用浏览器打开任一网页完成登录，或检查云账号设置中的接入地址。</translation>
    </message>
    <message>
        <source>A proxy or a login page may have answered in its place: check proxy and endpoint.</source>
        <translation>应答可能来自代理服务器或登录页面：请检查代理服务器和接入地址。</translation>
    </message>
    <message>
        <source>A proxy or firewall may be in the way, or it expects a protocol older than TLS 1.2.</source>
        <translation>可能有代理服务器或防火墙拦截，或对方使用早于 TLS 1.2 的协议。</translation>
    </message>
    <message>
        <source>A proxy upgrade of %1 is still open.</source>
        <translation>%1 的代理节点升级尚未结束。</translation>
    </message>
    <message>
        <source>A proxy's upgrade takes no version: it goes to the latest, not to %1.</source>
        <translation>代理升级不能指定版本：只会升级到最新版本，而不是 %1。</translation>
    </message>
    <message>
        <source>A renewal or change order is pending.</source>
        <translation>有续费或变更订单待处理。</translation>
    </message>
    <message>
        <source>A role's session lasts %1 to %2 seconds. Enter such a number.</source>
        <translation>角色会话的时长为 %1 到 %2 秒。请输入这样的数值。</translation>
    </message>
    <message>
        <source>A security token belongs to a key id that begins with STS. only. Remove the token, or paste the temporary key id.</source>
        <translation>只有以 STS. 开头的 AccessKey ID 才使用安全令牌。请移除令牌，或粘贴临时 AccessKey ID。</translation>
    </message>
    <message>
        <source>A short jitter; no bound is documented</source>
        <translation>短暂抖动；文档未给出上限</translation>
    </message>
    <message>
        <source>A single node: there is no replica to take over while it is upgraded.</source>
        <translation>单节点：升级期间没有备节点可以接管。</translation>
    </message>
    <message>
        <source>A small imitation of the service on this machine, with a state of its own that begins anew each time; nothing in it is real.</source>
        <translation>在本机上模拟服务的小型演练云，状态独立，每次重新开始；其中没有任何真实数据。</translation>
    </message>
    <message>
        <source>A small imitation on this machine: no account, no internet.</source>
        <translation>在本机运行的小型模拟环境：无需云账号，无需联网。</translation>
    </message>
    <message>
        <source>A switch outside its window does not stop the waves to come.</source>
        <translation>在可维护时间段之外的切换不会停止后续批次。</translation>
    </message>
    <message>
        <source>A task is running</source>
        <translation>有任务在执行</translation>
    </message>
    <message>
        <source>A task is scheduled</source>
        <translation>有任务待执行</translation>
    </message>
    <message>
        <source>A temporary key: it stops working when its session ends, and nothing here says when.</source>
        <translation>临时密钥：会话结束后失效，此处没有写明何时结束。</translation>
    </message>
    <message>
        <source>A temporary key: it works until %1 UTC.</source>
        <translation>临时密钥：有效至 UTC %1。</translation>
    </message>
    <message numerus="yes">
        <source>A window lasts one hour at least; this is %n min.</source>
        <translation>
            <numerusform>可维护时间段至少为一小时，当前为 %n 分钟。</numerusform>
        </translation>
    </message>
    <message>
        <source>A&amp;ccounts and profiles</source>
        <translation>云账号与实例配置(&amp;C)</translation>
    </message>
    <message>
        <source>Abo&amp;ut Uplift</source>
        <translation>关于 Uplift(&amp;U)</translation>
    </message>
    <message>
        <source>About %1 left, says the service</source>
        <translation>服务端称剩余约 %1</translation>
    </message>
    <message>
        <source>About - Uplift</source>
        <translation>关于 - Uplift</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>Accepted by the service</source>
        <translation>服务端已受理</translation>
    </message>
    <message>
        <source>Accepted, and yet nothing changed</source>
        <translation>已受理，但没有任何变化</translation>
    </message>
    <message>
        <source>Accepted, nothing changed</source>
        <translation>已受理，无变化</translation>
    </message>
    <message>
        <source>AccessKey</source>
        <translation>AccessKey</translation>
    </message>
    <message>
        <source>AccessKey &amp;ID</source>
        <translation>AccessKey ID(&amp;I)</translation>
    </message>
    <message>
        <source>AccessKey &amp;Secret</source>
        <translation>AccessKey Secret(&amp;S)</translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation>AccessKey ID</translation>
    </message>
    <message>
        <source>AccessKey Secret</source>
        <translation>AccessKey Secret</translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>%1 is the account's name, %2 the key's last characters, "····X7Qd"</extracomment>
        <translation>云账号</translation>
    </message>
    <message>
        <source>Account is gone</source>
        <translation>云账号已不存在</translation>
    </message>
    <message>
        <source>Account, region</source>
        <translation>云账号、地域</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>云账号</translation>
    </message>
    <message>
        <source>Accounts, profiles and journal; no secret. The log is %1.</source>
        <translation>账号、配置和操作日志，不含任何密钥。运行日志位于 %1。</translation>
    </message>
    <message>
        <source>Accounts, profiles, journal, preferences and log; no secret. Start Uplift with --data-dir to use another one.</source>
        <translation>账号、配置、操作日志、偏好设置和运行日志，不含任何密钥。启动时用 --data-dir 可使用其他目录。</translation>
    </message>
    <message>
        <source>Add a ticket number or a note</source>
        <translation>添加变更单号或备注</translation>
    </message>
    <message>
        <source>Add account</source>
        <translation>添加云账号</translation>
    </message>
    <message>
        <source>Add account - Uplift</source>
        <translation>添加云账号 - Uplift</translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation>添加云账号</translation>
    </message>
    <message>
        <source>Add the proxy's upgrade to the plan as a step of its own.</source>
        <translation>请将代理升级作为单独步骤加入计划。</translation>
    </message>
    <message>
        <source>Add “Back up now” to the plan as a step before the upgrade.</source>
        <translation>请在升级之前的步骤中加入“立即备份”。</translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation>地址(&amp;R)</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>After the canary, with commas. The last wave takes the rest.</source>
        <translation>不含金丝雀，以逗号分隔。最后一批包含其余实例。</translation>
    </message>
    <message>
        <source>After: version, role, zone</source>
        <translation>变更后：版本、角色、可用区</translation>
    </message>
    <message>
        <source>After: what happened</source>
        <translation>变更后：执行情况</translation>
    </message>
    <message>
        <source>Age</source>
        <translation>更新于</translation>
    </message>
    <message>
        <source>Age of the last backup in hours</source>
        <translation>最近一次备份距今的小时数</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>All RequestIds</source>
        <translation>全部 RequestId</translation>
    </message>
    <message>
        <source>All accounts</source>
        <translation>全部云账号</translation>
    </message>
    <message>
        <source>All connections drop as the proxies restart; no bound is documented</source>
        <translation>代理节点重启时所有连接断开；文档未给出上限</translation>
    </message>
    <message>
        <source>All drop</source>
        <translation>全部断开</translation>
    </message>
    <message>
        <source>All instances</source>
        <translation>全部实例</translation>
    </message>
    <message>
        <source>All instances are listed, but not all of their versions came.</source>
        <translation>实例已全部列出，但并非所有小版本都已取得。</translation>
    </message>
    <message>
        <source>All its nodes lie in one zone: nothing takes over if that zone fails meanwhile.</source>
        <translation>所有节点在同一可用区：若期间该可用区故障，则无节点接管。</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>All of these are saved as profiles</source>
        <translation>这些实例都已存为配置</translation>
    </message>
    <message>
        <source>All outcomes</source>
        <translation>全部结果</translation>
    </message>
    <message>
        <source>All the words must stand in one line. Small and capital letters count alike.</source>
        <translation>所有词必须出现在同一行中，不区分大小写。</translation>
    </message>
    <message>
        <source>All time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or enter the secret for this session only.</source>
        <translation>请在密钥环的设置中允许 Uplift 访问后再试，或仅为本次会话输入 Secret。</translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or keep the secret for this session only.</source>
        <translation>请在密钥环的设置中允许 Uplift 访问后再试，或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation>请在密钥环的设置中允许 Uplift 访问后再试，或使用“密码和密钥”（seahorse）手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Already latest</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Already on the latest version</source>
        <translation>已是最新版本</translation>
    </message>
    <message>
        <source>Alt and a letter</source>
        <translation>Alt 加字母</translation>
    </message>
    <message>
        <source>Alt+Left</source>
        <translation>Alt+Left</translation>
    </message>
    <message>
        <source>An AccessKey pair of a RAM user. The secret goes to the system keychain.</source>
        <translation>RAM 用户的一对 AccessKey。Secret 保存在系统密钥环中。</translation>
    </message>
    <message>
        <source>An hour has passed and nothing happened</source>
        <translation>已过一小时，没有任何动作</translation>
    </message>
    <message>
        <source>An instance keeps its place until its window has passed: as many as run at once are upgraded in one window, the others in later ones.</source>
        <translation>实例在其可维护时间段过去之前一直占用名额：同时执行的实例在同一时间段内升级，其余的在之后的时间段升级。</translation>
    </message>
    <message>
        <source>An older one is pointed out before an upgrade, alone or in a batch, beside the way to make a new one first; it forbids nothing.</source>
        <translation>单独或批量升级前，若备份更旧，会予以提示，并可先做一次新备份；不会因此禁止升级。</translation>
    </message>
    <message>
        <source>An upgrade is started, but the reply says that the cloud had an internal error.</source>
        <translation>升级已开始，但应答称云端发生内部错误。</translation>
    </message>
    <message>
        <source>An upgrade is started, then the connection breaks before the reply.</source>
        <translation>升级已开始，随后连接在应答返回前断开。</translation>
    </message>
    <message>
        <source>An upgrade of %1 is still open in the journal.</source>
        <translation>操作日志中 %1 仍有未结束的升级。</translation>
    </message>
    <message>
        <source>An upgrade of %1 is still open.</source>
        <translation>%1 仍有未结束的升级。</translation>
    </message>
    <message>
        <source>An upgrade of %1 is still open: it is undecided.</source>
        <translation>%1 的升级尚未结束：待判定。</translation>
    </message>
    <message>
        <source>An upgrade of this instance is still open in the journal.</source>
        <translation>操作日志中该实例仍有未结束的升级。</translation>
    </message>
    <message>
        <source>An upgrade starts from Normal only. Wait, then refresh.</source>
        <translation>仅当状态为 Normal（正常）时才能升级。请稍候，然后刷新。</translation>
    </message>
    <message>
        <source>An upgrade waits for the present window. No document says whether it moves with the window: watch it in In progress.</source>
        <translation>有升级正在等待当前的可维护时间段。没有文档说明它是否会随之移动：请在“进行中”查看。</translation>
    </message>
    <message numerus="yes">
        <source>And %n more; each account's menu in the sidebar leads there.</source>
        <translation>
            <numerusform>另有 %n 个；可从侧边栏中各账号的菜单进入。</numerusform>
        </translation>
    </message>
    <message>
        <source>Another Uplift has the journal open: process %1 on %2.</source>
        <translation>另一个 Uplift 正在使用操作日志：%2 上的进程 %1。</translation>
    </message>
    <message>
        <source>Another account is called “%1”.</source>
        <translation>已有名为“%1”的云账号。</translation>
    </message>
    <message>
        <source>Another change of %1 is still open.</source>
        <translation>%1 的另一项变更尚未结束。</translation>
    </message>
    <message>
        <source>Another plan is called “%1”.</source>
        <translation>已有名为“%1”的计划。</translation>
    </message>
    <message>
        <source>Another profile is called “%1”, so this one keeps its name.</source>
        <translation>另一个配置名为“%1”，因此这一个保留原名。</translation>
    </message>
    <message>
        <source>Another profile is called “%1”.</source>
        <translation>已有名为“%1”的配置。</translation>
    </message>
    <message>
        <source>Another profile is called “%1”. If you take this one, it is added as “%2”.</source>
        <translation>另一个配置名为“%1”。如果导入这一个，将以“%2”为名添加。</translation>
    </message>
    <message>
        <source>Another version…</source>
        <translation>其他版本…</translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2.</source>
        <extracomment>%1 is a number of milliseconds, %2 a host</extracomment>
        <translation>%2 在 %1 毫秒内应答。</translation>
    </message>
    <message>
        <source>Any age will do</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Apache License 2.0. Signatures and HTTPS.</source>
        <translation>Apache License 2.0。用于签名和 HTTPS。</translation>
    </message>
    <message>
        <source>Appearance and language</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>Archive the journal</source>
        <translation>归档操作日志</translation>
    </message>
    <message>
        <source>Archive the journal - Uplift</source>
        <translation>归档操作日志 - Uplift</translation>
    </message>
    <message>
        <source>Archive the journal?</source>
        <translation>归档操作日志？</translation>
    </message>
    <message>
        <source>As &amp;CSV, for spreadsheets…</source>
        <translation>导出为 CSV，用于电子表格(&amp;C)…</translation>
    </message>
    <message>
        <source>As &amp;JSON, with every state…</source>
        <translation>导出为 JSON，含全部状态(&amp;J)…</translation>
    </message>
    <message>
        <source>As at first</source>
        <translation>恢复初始</translation>
    </message>
    <message>
        <source>As it is here</source>
        <translation>与此处相同</translation>
    </message>
    <message>
        <source>As of (UTC)</source>
        <translation>截至（UTC）</translation>
    </message>
    <message>
        <source>As soon as the service accepts it</source>
        <translation>服务端受理后立即开始</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Ask &amp;again</source>
        <translation>再次查询(&amp;A)</translation>
    </message>
    <message>
        <source>Ask first. Look at what the instance does now, before anything is sent again.</source>
        <translation>请先核实。再次发送之前，请查看该实例当前在做什么。</translation>
    </message>
    <message>
        <source>Ask for that permission: “What may it do…” in the account's menu shows a policy to copy.</source>
        <translation>请申请该权限：云账号菜单中的“它可以做什么…”会给出可复制的策略。</translation>
    </message>
    <message>
        <source>Ask for these instances again</source>
        <translation>重新查询这些实例</translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation>立即查询</translation>
    </message>
    <message>
        <source>Ask the provider why before you start another; quote the RequestId.</source>
        <translation>再次发起升级之前，请向服务商询问原因，并提供 RequestId。</translation>
    </message>
    <message>
        <source>Asked %1</source>
        <extracomment>%1 "2 min ago", "now"</extracomment>
        <translation>查询于%1</translation>
    </message>
    <message>
        <source>Asked at %1 to cancel it: %2</source>
        <translation>于 %1 请求取消：%2</translation>
    </message>
    <message>
        <source>Asked at %1 to move its switch from “%2” to “%3”: %4</source>
        <translation>于 %1 请求将切换时间从“%2”改为“%3”：%4</translation>
    </message>
    <message>
        <source>Asked who the key belongs to, and which regions there are</source>
        <translation>用于查询密钥归属和地域列表</translation>
    </message>
    <message>
        <source>Asking for the regions</source>
        <translation>正在查询地域</translation>
    </message>
    <message>
        <source>Asking the service about this instance.</source>
        <translation>正在向服务端询问该实例。</translation>
    </message>
    <message>
        <source>Asking, %1 of %2</source>
        <translation>正在查询，%1/%2</translation>
    </message>
    <message>
        <source>At a &amp;time of your choice</source>
        <translation>自选时间(&amp;T)</translation>
    </message>
    <message>
        <source>At a moment</source>
        <translation>指定时间</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>立即执行</translation>
    </message>
    <message>
        <source>At once or %1</source>
        <translation>立即或%1</translation>
    </message>
    <message>
        <source>At once, &amp;per wave</source>
        <translation>每批同时执行(&amp;P)</translation>
    </message>
    <message>
        <source>At once, for every window from then on.</source>
        <translation>立即生效，适用于此后的每个可维护时间段。</translation>
    </message>
    <message>
        <source>At once, when an instance's turn comes.</source>
        <translation>轮到该实例时立即执行。</translation>
    </message>
    <message>
        <source>At once, when confirmed</source>
        <translation>确认后立即执行</translation>
    </message>
    <message>
        <source>At once, when its turn comes</source>
        <translation>轮到时立即执行</translation>
    </message>
    <message>
        <source>At once.</source>
        <translation>立即执行。</translation>
    </message>
    <message>
        <source>At once. It is followed in In progress until the service says that it succeeded.</source>
        <translation>立即执行。可在“进行中”跟踪，直到服务端称其成功。</translation>
    </message>
    <message>
        <source>At once. What was prepared is thrown away.</source>
        <translation>立即生效。已准备的内容将被丢弃。</translation>
    </message>
    <message>
        <source>At once: the event begins now.</source>
        <translation>立即生效：事件现在开始。</translation>
    </message>
    <message>
        <source>At once: the switch may come within seconds.</source>
        <translation>立即生效：可能在数秒内切换。</translation>
    </message>
    <message>
        <source>At once; the switch itself comes at the moment chosen.</source>
        <translation>立即生效；切换在所选时间进行。</translation>
    </message>
    <message>
        <source>At present</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>At the chosen time of day the load was not measured.</source>
        <translation>所选时段没有负载数据。</translation>
    </message>
    <message>
        <source>At the chosen time of the last day CPU load was %1 %; it was not measured since.</source>
        <translation>最近一天的所选时段 CPU 使用率最高为 %1%；此后没有数据。</translation>
    </message>
    <message>
        <source>At the chosen time of the last day memory was %1 % full; it was not measured since.</source>
        <translation>最近一天的所选时段内存使用率最高为 %1%；此后没有数据。</translation>
    </message>
    <message>
        <source>At the start</source>
        <translation>启动时</translation>
    </message>
    <message>
        <source>Attach it to this identity. It allows what was denied, and no more.</source>
        <translation>请将其授予该身份。它只允许被拒绝的操作，不多给。</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>Attempts, newest first</source>
        <translation>尝试，最新在前</translation>
    </message>
    <message>
        <source>Auto upgrade is on</source>
        <translation>已开启自动升级</translation>
    </message>
    <message>
        <source>Auto upgrade unknown</source>
        <translation>自动升级未知</translation>
    </message>
    <message>
        <source>Auto-upgrade</source>
        <translation>自动升级</translation>
    </message>
    <message>
        <source>Automated</source>
        <comment>of a backup</comment>
        <translation>自动</translation>
    </message>
    <message>
        <source>Automatic upgrade</source>
        <translation>自动升级</translation>
    </message>
    <message>
        <source>Automatic upgrade - Uplift</source>
        <translation>自动升级 - Uplift</translation>
    </message>
    <message>
        <source>Automatic: %1</source>
        <translation>自动升级：%1</translation>
    </message>
    <message>
        <source>BSD, 3 clauses. The system's keychain.</source>
        <translation>BSD 三条款许可。用于访问系统密钥环。</translation>
    </message>
    <message>
        <source>Bac&amp;k up first where older than</source>
        <translation>先备份，若上次备份已过(&amp;K)</translation>
    </message>
    <message>
        <source>Back it up first, and expect an interruption.</source>
        <translation>请先备份，并预计会有中断。</translation>
    </message>
    <message>
        <source>Back to the &amp;table</source>
        <translation>返回表格(&amp;T)</translation>
    </message>
    <message>
        <source>Back to the default</source>
        <extracomment>%1 is the name of a setting</extracomment>
        <translation>恢复默认值</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Back to the table (Ctrl+D)</source>
        <translation>返回表格（Ctrl+D）</translation>
    </message>
    <message>
        <source>Back up %1 and upgrade its proxy?</source>
        <translation>备份 %1 并升级其代理节点？</translation>
    </message>
    <message>
        <source>Back up %1 and upgrade kernel and proxy?</source>
        <translation>备份 %1 并升级内核和代理节点？</translation>
    </message>
    <message>
        <source>Back up %1 now?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>立即备份 %1？</translation>
    </message>
    <message>
        <source>Back up - Uplift</source>
        <translation>备份 - Uplift</translation>
    </message>
    <message>
        <source>Back up and upgrade %1?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>备份并升级 %1？</translation>
    </message>
    <message>
        <source>Back up first, then upgrade…</source>
        <translation>先备份再升级…</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>立即备份</translation>
    </message>
    <message>
        <source>Back up now…</source>
        <translation>立即备份…</translation>
    </message>
    <message>
        <source>Back up, then upgrade</source>
        <translation>备份后升级</translation>
    </message>
    <message>
        <source>Back: from the form to the list, in the help to the topic before</source>
        <translation>返回：从表单回到列表，在帮助中回到上一主题</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>备份中</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备份</translation>
    </message>
    <message>
        <source>Backup %1 old</source>
        <translation>备份已过 %1</translation>
    </message>
    <message>
        <source>Backup fails</source>
        <translation>备份失败</translation>
    </message>
    <message>
        <source>Backup is running</source>
        <translation>正在备份</translation>
    </message>
    <message>
        <source>Backup under way</source>
        <translation>备份进行中</translation>
    </message>
    <message>
        <source>Backup, then kernel</source>
        <translation>先备份，再升级内核</translation>
    </message>
    <message>
        <source>Backup, then kernel, then proxy</source>
        <translation>先备份，再升级内核，最后升级代理</translation>
    </message>
    <message>
        <source>Backup, then proxy</source>
        <translation>先备份，再升级代理</translation>
    </message>
    <message>
        <source>Backup, then proxy, then kernel</source>
        <translation>先备份，再升级代理，最后升级内核</translation>
    </message>
    <message>
        <source>Backups</source>
        <translation>备份</translation>
    </message>
    <message numerus="yes">
        <source>Backups of the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天的备份</numerusform>
        </translation>
    </message>
    <message>
        <source>Backups requested from now on fail.</source>
        <translation>从现在起请求的备份都会失败。</translation>
    </message>
    <message>
        <source>Backups unknown</source>
        <translation>备份情况未知</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批次</translation>
    </message>
    <message>
        <source>Batch pla&amp;ns</source>
        <translation>批量计划(&amp;N)</translation>
    </message>
    <message>
        <source>Batch plans</source>
        <translation>批量计划</translation>
    </message>
    <message>
        <source>Batch plans: open, ended and saved</source>
        <translation>批量计划：未结束、已结束和已保存</translation>
    </message>
    <message>
        <source>Before you start an upgrade, look at each instance's status in case one is under way.</source>
        <translation>开始升级之前，请先查看各实例的状态，以防有升级正在进行。</translation>
    </message>
    <message>
        <source>Before you start an upgrade, look at each instance's status in case one is under way. If you have a copy of %1, close Uplift and put it back.</source>
        <translation>开始升级之前，请先查看各实例的状态，以防有升级正在进行。如果您有 %1 的副本，请关闭 Uplift 并将其放回。</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>Before: the plan</source>
        <translation>变更前：计划</translation>
    </message>
    <message>
        <source>Before: version, role, zone</source>
        <translation>变更前：版本、角色、可用区</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Begins %1</source>
        <translation>%1开始</translation>
    </message>
    <message>
        <source>Begins at once</source>
        <translation>立即开始</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>开始于</translation>
    </message>
    <message>
        <source>Being asked for</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>Being asked…</source>
        <translation>正在查询…</translation>
    </message>
    <message>
        <source>Being changed</source>
        <translation>修改中</translation>
    </message>
    <message>
        <source>Being checked</source>
        <translation>检查中</translation>
    </message>
    <message>
        <source>Being read…</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Being tried…</source>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>Better keep it on a local disk: start Uplift with --data-dir.</source>
        <translation>建议放在本地磁盘上：使用 --data-dir 启动 Uplift。</translation>
    </message>
    <message>
        <source>Billing change</source>
        <translation>计费变更中</translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation>受阻</translation>
    </message>
    <message>
        <source>Both names</source>
        <translation>两个名称</translation>
    </message>
    <message>
        <source>Both, unless this service refuses one of them: a name it does not know could upgrade at once</source>
        <translation>两个都发送，除非服务端拒绝其中一个：服务端不认识的名称可能导致立即升级</translation>
    </message>
    <message>
        <source>By</source>
        <translation>发起人</translation>
    </message>
    <message>
        <source>By &amp;hand</source>
        <translation>手动(&amp;H)</translation>
    </message>
    <message>
        <source>By data size</source>
        <translation>视数据量</translation>
    </message>
    <message>
        <source>By environment</source>
        <translation>按环境</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>By number: %1</source>
        <extracomment>%1: sizes, "1, 9"</extracomment>
        <translation>按数量：%1</translation>
    </message>
    <message>
        <source>By the last week's load, %1 – %2 is the quietest time: %3 % of the day's mean.</source>
        <translation>按最近一周的负载，%1 – %2 负载最低：为日均值的 %3%。</translation>
    </message>
    <message>
        <source>By the service's clock, the maintenance window of %1 is not open now. Compare this computer's clock and the window, then resume.</source>
        <translation>按服务端时钟，%1 现在不在可维护时间段内。请核对本机时钟与该时间段，然后恢复。</translation>
    </message>
    <message>
        <source>CC0 1.0, in the public domain.</source>
        <translation>CC0 1.0，属于公有领域。</translation>
    </message>
    <message>
        <source>CPU load %1 %</source>
        <translation>CPU %1%</translation>
    </message>
    <message>
        <source>CPU load is %1 %; at the chosen time of the last day it was %2 % at most.</source>
        <translation>CPU 使用率为 %1%；最近一天的所选时段最高为 %2%。</translation>
    </message>
    <message>
        <source>CPU load is %1 %; at the chosen time of the last day it was not measured.</source>
        <translation>CPU 使用率为 %1%；最近一天的所选时段没有数据。</translation>
    </message>
    <message>
        <source>CPU load unknown</source>
        <translation>CPU 使用率未知</translation>
    </message>
    <message>
        <source>Calls about Singapore are never answered.</source>
        <translation>有关新加坡的调用永远得不到应答。</translation>
    </message>
    <message>
        <source>Canary</source>
        <translation>金丝雀</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Cancel %1 in the cloud?</source>
        <translation>在云端取消 %1？</translation>
    </message>
    <message>
        <source>Cancel a task - Uplift</source>
        <translation>取消任务 - Uplift</translation>
    </message>
    <message>
        <source>Cancel an event - Uplift</source>
        <translation>取消事件 - Uplift</translation>
    </message>
    <message>
        <source>Cancel in the cloud - Uplift</source>
        <translation>在云端取消 - Uplift</translation>
    </message>
    <message>
        <source>Cancel it</source>
        <translation>取消执行</translation>
    </message>
    <message>
        <source>Cancel it…</source>
        <translation>取消…</translation>
    </message>
    <message>
        <source>Cancel the event</source>
        <translation>取消事件</translation>
    </message>
    <message>
        <source>Cancel the task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Cancel the upgrade</source>
        <translation>取消升级</translation>
    </message>
    <message>
        <source>Cancel the upgrade - Uplift</source>
        <translation>取消升级 - Uplift</translation>
    </message>
    <message>
        <source>Cancel the upgrade of %1?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>取消 %1 的升级？</translation>
    </message>
    <message>
        <source>Cancel “%1” of %2?</source>
        <extracomment>%1 the event's name, %2 the instance's</extracomment>
        <translation>取消 %2 的“%1”？</translation>
    </message>
    <message>
        <source>Cancellation of a scheduled event</source>
        <translation>取消计划内事件</translation>
    </message>
    <message>
        <source>Cancellation of a task</source>
        <translation>取消任务</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Cancelled, if the switch has not begun.</source>
        <translation>已取消（前提是切换尚未开始）。</translation>
    </message>
    <message>
        <source>Cancelled: it was stopped here</source>
        <translation>已取消：在此处停止</translation>
    </message>
    <message>
        <source>Cannot be taken</source>
        <translation>无法导入</translation>
    </message>
    <message>
        <source>Cannot be upgraded</source>
        <translation>无法升级</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Certificate %1 of the file “%2” is damaged.</source>
        <translation>文件“%2”中的第 %1 个证书已损坏。</translation>
    </message>
    <message>
        <source>Certificate file</source>
        <translation>证书文件</translation>
    </message>
    <message>
        <source>Chan&amp;ge ticket (optional)</source>
        <translation>变更单（可选）(&amp;G)</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>更改</translation>
    </message>
    <message>
        <source>Change &amp;ticket of this plan…</source>
        <translation>此计划的变更单(&amp;T)…</translation>
    </message>
    <message>
        <source>Change account, region and instance</source>
        <translation>更改云账号、地域和实例</translation>
    </message>
    <message>
        <source>Change of the maintenance window</source>
        <translation>修改可维护时间段</translation>
    </message>
    <message>
        <source>Change order running</source>
        <translation>有进行中的变更订单</translation>
    </message>
    <message>
        <source>Change t&amp;icket…</source>
        <translation>变更单(&amp;I)…</translation>
    </message>
    <message>
        <source>Change the plan, or let Uplift run this batch.</source>
        <translation>请修改计划，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Change the window</source>
        <translation>修改可维护时间段</translation>
    </message>
    <message>
        <source>Change the window of %1?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>修改 %1 的可维护时间段？</translation>
    </message>
    <message>
        <source>Change the window…</source>
        <translation>修改可维护时间段…</translation>
    </message>
    <message>
        <source>Change tic&amp;ket of this upgrade…</source>
        <translation>此升级的变更单(&amp;K)…</translation>
    </message>
    <message>
        <source>Change ticket</source>
        <translation>变更单</translation>
    </message>
    <message>
        <source>Change ticket %1</source>
        <translation>变更单 %1</translation>
    </message>
    <message>
        <source>Change ticket - Uplift</source>
        <translation>变更单 - Uplift</translation>
    </message>
    <message>
        <source>Change ticket: %1</source>
        <extracomment>%1 is an instance's or a batch's name</extracomment>
        <translation>变更单：%1</translation>
    </message>
    <message>
        <source>Changed, and read back as asked for</source>
        <translation>已修改，读回的值与请求一致</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>Changes of its moment</source>
        <translation>切换时间的修改</translation>
    </message>
    <message>
        <source>Changing</source>
        <translation>修改中</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>重新检查</translation>
    </message>
    <message>
        <source>Check in the console if a task's time fits your request. None of the three sends an upgrade.</source>
        <translation>请在控制台中检查是否有任务的时间与您的请求相符。这三个选项都不会发送升级请求。</translation>
    </message>
    <message>
        <source>Check its environment</source>
        <translation>请核对环境</translation>
    </message>
    <message>
        <source>Check that disk, or start Uplift with --data-dir and another folder.</source>
        <translation>请检查该磁盘，或使用 --data-dir 指定其他文件夹启动 Uplift。</translation>
    </message>
    <message>
        <source>Check that its clients have reconnected. Resume goes on all the same; Stop ends the batch.</source>
        <translation>请检查其客户端是否已重连。选择“恢复”仍会继续；选择“停止”则结束批次。</translation>
    </message>
    <message>
        <source>Check that the file is there and that your user may read it, then choose it again.</source>
        <translation>请确认该文件存在且当前用户有权读取，然后重新选择。</translation>
    </message>
    <message>
        <source>Check the account and region if this surprises you.</source>
        <translation>如果这与您的预期不符，请检查云账号和地域。</translation>
    </message>
    <message>
        <source>Check the account's proxy setting, then start again.</source>
        <translation>请检查云账号的代理服务器设置，然后重新开始。</translation>
    </message>
    <message>
        <source>Check the chain of hashes again</source>
        <translation>重新检查哈希链</translation>
    </message>
    <message>
        <source>Check the clock of this computer. If your company's proxy inspects traffic, install its certificate in the system's store.</source>
        <translation>请检查本机时钟。如果贵公司的代理服务器会检查流量，请将其证书安装到系统证书库中。</translation>
    </message>
    <message>
        <source>Check the disk's free space and the file's permissions.</source>
        <translation>请检查磁盘剩余空间和文件权限。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings, and whether a firewall is in the way.</source>
        <translation>请检查云账号设置中的接入地址，以及是否有防火墙拦截。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings, then the network connection and the name server of this computer.</source>
        <translation>请检查云账号设置中的接入地址，然后检查本机的网络连接和域名服务器。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings. If it is right, report this with the request id.</source>
        <translation>请检查云账号设置中的接入地址。如果地址正确，请附上 RequestId 报告此问题。</translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings: this is not how the service answers.</source>
        <translation>请检查云账号设置中的接入地址：服务端不会这样应答。</translation>
    </message>
    <message>
        <source>Check the entry %2 of Uplift in the keychain, then save again, or keep the secret for this session only.</source>
        <translation>请检查密钥环中 Uplift 的条目 %2，然后重新保存，或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Check the id and the account.</source>
        <translation>请检查 ID 和云账号。</translation>
    </message>
    <message>
        <source>Check the instance id and the region. A released instance can no longer be found.</source>
        <translation>请检查实例 ID 和地域。已释放的实例无法再找到。</translation>
    </message>
    <message>
        <source>Check the network and the account's endpoint, then start again.</source>
        <translation>请检查网络和云账号的接入地址，然后重新开始。</translation>
    </message>
    <message>
        <source>Check the network connection and the name server of this computer.</source>
        <translation>请检查本机的网络连接和域名服务器。</translation>
    </message>
    <message>
        <source>Check the network connection and the region. If other regions can be reached, set the endpoint in the account's settings to r-kvstore.aliyuncs.com.</source>
        <translation>请检查网络连接和地域。如果其他地域可以访问，请将云账号设置中的接入地址设为 r-kvstore.aliyuncs.com。</translation>
    </message>
    <message>
        <source>Check the network connection of this computer, then try again.</source>
        <translation>请检查本机的网络连接，然后再试。</translation>
    </message>
    <message>
        <source>Check the network, the region and the account's endpoint, then start again.</source>
        <translation>请检查网络、地域和云账号的接入地址，然后重新开始。</translation>
    </message>
    <message>
        <source>Check the profile's environment before you go on.</source>
        <translation>继续之前，请检查该配置的环境。</translation>
    </message>
    <message>
        <source>Check the proxy in the account's settings and the system's proxy settings.</source>
        <translation>请检查云账号设置中的代理服务器和系统的代理服务器设置。</translation>
    </message>
    <message>
        <source>Check the proxy, the certificates and this computer's clock, then start again.</source>
        <translation>请检查代理服务器、证书和本机时钟，然后重新开始。</translation>
    </message>
    <message>
        <source>Check which of the two is right before you go on.</source>
        <translation>继续之前，请检查两者中哪一个正确。</translation>
    </message>
    <message>
        <source>Checking that it succeeded</source>
        <translation>检查是否成功</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Checks as they stood:</source>
        <translation>确认时的检查结果：</translation>
    </message>
    <message>
        <source>Checks before an upgrade</source>
        <translation>升级前的检查</translation>
    </message>
    <message>
        <source>Checks pass</source>
        <translation>检查通过</translation>
    </message>
    <message>
        <source>Checks, instance by instance</source>
        <translation>各实例的检查</translation>
    </message>
    <message>
        <source>Checks: unknown. None was kept with the plan.</source>
        <translation>检查：未知。计划中没有保存检查结果。</translation>
    </message>
    <message>
        <source>Choose a PEM file with certificates alone in the account's settings, or leave the field empty.</source>
        <translation>请在云账号设置中选择只含证书的 PEM 文件，或将该字段留空。</translation>
    </message>
    <message>
        <source>Choose a batch that was begun, or open a saved plan first; then its change ticket can be shown.</source>
        <translation>请先选择一个已开始的批次，或打开一个已保存的计划，然后才能显示其变更单。</translation>
    </message>
    <message>
        <source>Choose a file that Uplift exported. Nothing was changed.</source>
        <translation>请选择由 Uplift 导出的文件。没有任何改动。</translation>
    </message>
    <message>
        <source>Choose a member in the list to see how it stands.</source>
        <translation>请在列表中选择一个实例，以查看其状态。</translation>
    </message>
    <message>
        <source>Choose a moment the service can take.</source>
        <translation>请选择服务端可接受的时间。</translation>
    </message>
    <message>
        <source>Choose a quieter time: copying and switching take longer under load.</source>
        <translation>请选择负载更低的时段：高负载下复制与切换更慢。</translation>
    </message>
    <message>
        <source>Choose a region from the list, for example cn-hangzhou.</source>
        <translation>请从列表中选择地域，例如 cn-hangzhou。</translation>
    </message>
    <message>
        <source>Choose an instance first; then it can be saved as a profile.</source>
        <translation>请先选择实例，然后才能保存为配置。</translation>
    </message>
    <message>
        <source>Choose an instance first; then its details can be shown.</source>
        <translation>请先选择一个实例，然后即可显示其详情。</translation>
    </message>
    <message>
        <source>Choose an instance in the table and start its upgrade there: it is followed here until it is verified. What others have begun shows only in the table.</source>
        <translation>请在表格中选择实例并开始升级：此处会跟踪到验证结束。他人发起的升级只显示在表格中。</translation>
    </message>
    <message>
        <source>Choose an instance or an attempt first; then its change ticket can be shown.</source>
        <translation>请先选择实例或尝试，然后即可显示其变更单。</translation>
    </message>
    <message>
        <source>Choose another account, or add it again.</source>
        <translation>请选择其他云账号，或重新添加。</translation>
    </message>
    <message>
        <source>Choose another file.</source>
        <translation>请选择其他文件。</translation>
    </message>
    <message>
        <source>Choose another instance.</source>
        <translation>请选择其他实例。</translation>
    </message>
    <message>
        <source>Choose another moment first.</source>
        <translation>请先选择其他时间。</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>请选择其他名称。</translation>
    </message>
    <message>
        <source>Choose another name; nothing is written over.</source>
        <translation>请换一个文件名，不会覆盖任何文件。</translation>
    </message>
    <message>
        <source>Choose another place for it.</source>
        <translation>请换一个位置。</translation>
    </message>
    <message>
        <source>Choose another place, or make room there; nothing else was touched.</source>
        <translation>请选择其他位置，或腾出空间；其他内容均未改动。</translation>
    </message>
    <message>
        <source>Choose days…</source>
        <translation>选择日期…</translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation>从列表中选择</translation>
    </message>
    <message>
        <source>Choose off-peak hours by what you know of its traffic.</source>
        <translation>请根据您对业务流量的了解选择低峰期。</translation>
    </message>
    <message>
        <source>Choose off-peak hours. Use clients that reconnect by themselves.</source>
        <translation>请选择业务低峰期，并确保客户端能自动重连。</translation>
    </message>
    <message>
        <source>Choose the file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Choose the latest version as the target.</source>
        <translation>请选择最新版本作为目标。</translation>
    </message>
    <message>
        <source>Choose the latest version, or refresh.</source>
        <translation>请选择最新版本，或刷新。</translation>
    </message>
    <message>
        <source>Choose the next window or at once, or let Uplift run this batch.</source>
        <translation>请选择下一个可维护时间段或立即执行，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Choose the region of the VPC in the account's settings: without it, what names no region is asked of the public internet.</source>
        <translation>请在云账号设置中选择 VPC 所在地域：没有它，不带地域的调用会发往公网。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>规格</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Clear the search and the filters</source>
        <translation>清除搜索和筛选</translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation>清除中</translation>
    </message>
    <message>
        <source>Clearing keys</source>
        <translation>过期键清理中</translation>
    </message>
    <message>
        <source>Clients notice nothing.</source>
        <translation>客户端无感知。</translation>
    </message>
    <message>
        <source>Clients notice nothing. Can still be cancelled or moved.</source>
        <translation>客户端无感知，仍可取消或改期。</translation>
    </message>
    <message>
        <source>Clients notice nothing. In the console it can usually still be cancelled or moved.</source>
        <translation>客户端无感知。通常仍可在控制台中取消或改期。</translation>
    </message>
    <message>
        <source>Clock is off</source>
        <translation>时钟不准</translation>
    </message>
    <message>
        <source>Clock not compared</source>
        <translation>时钟未比对</translation>
    </message>
    <message>
        <source>Clock skew</source>
        <translation>时钟偏差</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close - Uplift</source>
        <translation>关闭 - Uplift</translation>
    </message>
    <message>
        <source>Close Uplift while something is open?</source>
        <translation>仍有未结束的操作，关闭 Uplift？</translation>
    </message>
    <message>
        <source>Close this attempt</source>
        <translation>关闭本次尝试</translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation>关闭此提示</translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation>集群版</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>错误码</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>紧凑</translation>
    </message>
    <message>
        <source>Compact table</source>
        <translation>紧凑表格</translation>
    </message>
    <message>
        <source>Compare the two yourself: Uplift may read them wrongly.</source>
        <translation>请自行比较：Uplift 可能读错。</translation>
    </message>
    <message>
        <source>Compare the versions yourself before you go on.</source>
        <translation>继续之前，请您自行比较版本。</translation>
    </message>
    <message>
        <source>Complete.</source>
        <translation>已输入完整。</translation>
    </message>
    <message>
        <source>Complete. Enter moves to the button that starts.</source>
        <translation>已输入完整。按回车会移到开始按钮。</translation>
    </message>
    <message>
        <source>Complete. Enter moves to the button that upgrades.</source>
        <translation>已输入完整。按回车会移到升级按钮。</translation>
    </message>
    <message>
        <source>Confirm - Uplift</source>
        <translation>确认 - Uplift</translation>
    </message>
    <message>
        <source>Confirmed at</source>
        <translation>确认时间</translation>
    </message>
    <message>
        <source>Confirmed by</source>
        <translation>确认人</translation>
    </message>
    <message>
        <source>Connections break and writes may fail until the switch is over.</source>
        <translation>切换结束之前，连接会断开，写入可能失败。</translation>
    </message>
    <message>
        <source>Connections break as soon as the copy is ready, at whatever hour that is, and this cannot be undone.</source>
        <translation>复制一完成连接就会断开，无论当时是几点，且无法撤销。</translation>
    </message>
    <message>
        <source>Connections break at that moment instead.</source>
        <translation>连接改为在该时间断开。</translation>
    </message>
    <message>
        <source>Connections drop</source>
        <translation>连接闪断</translation>
    </message>
    <message>
        <source>Connections drop ≤ %1 s, read-only ≤ %2 s</source>
        <translation>连接闪断 ≤ %1 秒，只读 ≤ %2 秒</translation>
    </message>
    <message>
        <source>Connections drop; no bound is documented</source>
        <translation>连接闪断；文档未给出上限</translation>
    </message>
    <message>
        <source>Connections stay, with a jitter; no bound is documented</source>
        <translation>连接保持，但有抖动；文档未给出上限</translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation>相互矛盾</translation>
    </message>
    <message>
        <source>Contradictory versions</source>
        <translation>版本信息矛盾</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy it to another place and choose it there.</source>
        <translation>请将其复制到其他位置，再从那里选择。</translation>
    </message>
    <message>
        <source>Copy the %1</source>
        <translation>复制 %1</translation>
    </message>
    <message>
        <source>Copy the id of the instance, or the RequestId</source>
        <translation>复制实例 ID 或 RequestId</translation>
    </message>
    <message>
        <source>Copy the policy</source>
        <translation>复制策略</translation>
    </message>
    <message>
        <source>Copy the selected rows as text</source>
        <translation>将所选行复制为文本</translation>
    </message>
    <message>
        <source>Copying</source>
        <translation>复制数据</translation>
    </message>
    <message>
        <source>Course of the batch</source>
        <translation>批次经过</translation>
    </message>
    <message>
        <source>Creating</source>
        <translation>创建中</translation>
    </message>
    <message>
        <source>Credentials file, section %1</source>
        <translation>凭证文件，节 %1</translation>
    </message>
    <message>
        <source>Critical</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>Ctrl+D</source>
        <translation>Ctrl+D</translation>
    </message>
    <message>
        <source>Current version</source>
        <translation>当前小版本</translation>
    </message>
    <message>
        <source>Custom address</source>
        <translation>自定义地址</translation>
    </message>
    <message>
        <source>D</source>
        <translation>开</translation>
    </message>
    <message>
        <source>D&amp;uplicate…</source>
        <translation>创建副本(&amp;U)…</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>数据目录</translation>
    </message>
    <message>
        <source>Day and time of the switch</source>
        <translation>切换的日期和时间</translation>
    </message>
    <message>
        <source>Decide in In progress</source>
        <translation>在“进行中”判定</translation>
    </message>
    <message>
        <source>Decide in progress</source>
        <translation>在“进行中”判定</translation>
    </message>
    <message>
        <source>Decide which of the two shall happen. After an upgrade by hand the planned one should disappear; no document promises it.</source>
        <translation>请决定执行哪一个。手动升级后计划内事件应会消失，但没有文档保证。</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>人工判定</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Details of %1 - Uplift</source>
        <translation>%1 的详情 - Uplift</translation>
    </message>
    <message>
        <source>Details of the instance</source>
        <translation>实例详情</translation>
    </message>
    <message>
        <source>Dev</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Development</source>
        <translation>开发</translation>
    </message>
    <message>
        <source>Did anything change in the cloud</source>
        <translation>云端是否有变化</translation>
    </message>
    <message>
        <source>Did anything change in the cloud:</source>
        <translation>云端是否有变化：</translation>
    </message>
    <message>
        <source>Did anything change in the cloud: %1</source>
        <translation>云端是否有变化：%1</translation>
    </message>
    <message>
        <source>Did not end well</source>
        <translation>未成功</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>被禁用</translation>
    </message>
    <message>
        <source>Distributed instance</source>
        <translation>分布式实例</translation>
    </message>
    <message>
        <source>Do not back up</source>
        <translation>不备份</translation>
    </message>
    <message>
        <source>Do not trust what the journal says from there on; look at the instances' own versions and tasks.</source>
        <translation>请不要相信操作日志此后的内容，以实例自身的版本和任务为准。</translation>
    </message>
    <message numerus="yes">
        <source>Documented bounds, worst case. %n source(s)</source>
        <translation>
            <numerusform>文档所列上限，按最坏情况。%n 个出处</numerusform>
        </translation>
    </message>
    <message>
        <source>Documented in</source>
        <translation>依据文档</translation>
    </message>
    <message>
        <source>Documented worst case for: %1. The copy before it has no effect.</source>
        <translation>文档所列最坏情况，适用于：%1。此前的复制不影响访问。</translation>
    </message>
    <message>
        <source>Documented worst of %1.</source>
        <translation>文档所列的最坏情况，共 %1。</translation>
    </message>
    <message>
        <source>Dry run of the batch</source>
        <translation>批次试运行</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>预定时间</translation>
    </message>
    <message>
        <source>E&amp;xport the table as CSV…</source>
        <translation>将表格导出为 CSV(&amp;X)…</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>Each account has its own, so that a company's proxy sees that account alone; “Edit” changes and tries them.</source>
        <translation>每个账号各自设置，公司代理服务器只会看到该账号的流量；可在“编辑”中修改并测试。</translation>
    </message>
    <message>
        <source>Each account needs the RAM role OOSServiceRole, which lets OOS call kvstore:ModifyInstanceMinorVersion, kvstore:UpgradeProxy and kvstore:Describe* for it.</source>
        <translation>每个云账号都需要 RAM 角色 OOSServiceRole，它允许 OOS 代其调用 kvstore:ModifyInstanceMinorVersion、kvstore:UpgradeProxy 和 kvstore:Describe*。</translation>
    </message>
    <message>
        <source>Each begins when the one before has succeeded, while Uplift runs. If one does not succeed, the rest is held.</source>
        <translation>前一个成功后才会开始下一个，且仅在 Uplift 运行时进行。如有一个未成功，其余将暂停。</translation>
    </message>
    <message>
        <source>Each is asked for when its turn comes; the service begins it in the instance's next window, with or without Uplift. Later waves are asked for only while Uplift runs.</source>
        <translation>轮到时逐个提交请求；服务端在该实例的下一个可维护时间段内开始，无论 Uplift 是否运行。后续各批仅在 Uplift 运行时提交。</translation>
    </message>
    <message>
        <source>Each is sent as “at once” when its turn comes, whatever its window. Later waves begin only while Uplift runs.</source>
        <translation>轮到时以“立即执行”发送，不论其可维护时间段。后续各批仅在 Uplift 运行时开始。</translation>
    </message>
    <message>
        <source>Each read action Uplift uses is tried once in %1. Nothing is changed.</source>
        <translation>Uplift 使用的每个只读操作都在%1试一次。不做任何改动。</translation>
    </message>
    <message>
        <source>Each ≤ %1 s disconnected</source>
        <translation>每个闪断 ≤ %1 秒</translation>
    </message>
    <message>
        <source>Each ≤ %1 s disconnected, ≤ %2 s read-only</source>
        <translation>每个闪断 ≤ %1 秒，只读 ≤ %2 秒</translation>
    </message>
    <message>
        <source>Each ≤ %1 s read-only</source>
        <translation>每个只读 ≤ %1 秒</translation>
    </message>
    <message>
        <source>Each: connections drop ≤ %1 s, read-only ≤ %2 s</source>
        <translation>每个实例：连接闪断 ≤ %1 秒，只读 ≤ %2 秒</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <extracomment>%1 is the name of an account</extracomment>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Edit account - Uplift</source>
        <translation>编辑云账号 - Uplift</translation>
    </message>
    <message>
        <source>Edit profile - Uplift</source>
        <translation>编辑配置 - Uplift</translation>
    </message>
    <message>
        <source>Edit the account and enter its AccessKey again.</source>
        <translation>请编辑云账号并重新输入其 AccessKey。</translation>
    </message>
    <message>
        <source>Edit the profile first if this instance shall be changed.</source>
        <translation>如需更改该实例，请先编辑配置。</translation>
    </message>
    <message>
        <source>Edit the profile first if this instance shall be upgraded.</source>
        <translation>如果要升级该实例，请先编辑配置。</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本类型</translation>
    </message>
    <message>
        <source>Edition and architecture</source>
        <translation>版本类型与架构</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>En&amp;dpoint</source>
        <translation>接入地址(&amp;D)</translation>
    </message>
    <message>
        <source>End the batch after the current ones</source>
        <translation>当前升级结束后停止批次</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>Ended between two parts</source>
        <translation>在两个步骤之间结束</translation>
    </message>
    <message>
        <source>Ended, and the version is still %1</source>
        <translation>已结束，小版本仍为 %1</translation>
    </message>
    <message>
        <source>Ended, version unchanged</source>
        <translation>已结束，小版本未变</translation>
    </message>
    <message>
        <source>Ended: %1 of %2 instances ended well.</source>
        <translation>已结束：%2 个实例中有 %1 个成功。</translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation>接入地址</translation>
    </message>
    <message>
        <source>Ends after the current ones</source>
        <translation>当前的结束后停止</translation>
    </message>
    <message>
        <source>Ends after the current ones: %1 of %2 instances have ended well so far.</source>
        <translation>当前升级结束后停止：%2 个实例中目前有 %1 个成功。</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>引擎</translation>
    </message>
    <message>
        <source>Enlarges text and everything around it; where the window becomes too narrow, the list and the form take turns.</source>
        <translation>放大文字及其周围的一切；窗口过窄时，列表与表单轮流显示。</translation>
    </message>
    <message>
        <source>Enter it again and save.</source>
        <translation>请重新输入并保存。</translation>
    </message>
    <message>
        <source>Enter it again, or store it in the keychain.</source>
        <translation>请重新输入，或将其保存到密钥环。</translation>
    </message>
    <message>
        <source>Enter or Right</source>
        <translation>回车或向右键</translation>
    </message>
    <message>
        <source>Enter the secret again and save.</source>
        <translation>请重新输入 Secret 并保存。</translation>
    </message>
    <message>
        <source>Enter the secret and save again.</source>
        <translation>请输入 Secret 并重新保存。</translation>
    </message>
    <message>
        <source>Environment</source>
        <translation>环境</translation>
    </message>
    <message>
        <source>Environment of %1</source>
        <translation>%1 的环境</translation>
    </message>
    <message>
        <source>Environment variable %1</source>
        <translation>环境变量 %1</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc or Alt+Left</source>
        <translation>Esc 或 Alt+Left</translation>
    </message>
    <message>
        <source>Event planned</source>
        <translation>有计划内事件</translation>
    </message>
    <message>
        <source>Event under way</source>
        <translation>计划内事件进行中</translation>
    </message>
    <message>
        <source>Event: %1</source>
        <translation>事件：%1</translation>
    </message>
    <message>
        <source>Events unknown</source>
        <translation>计划内事件未知</translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>每 %n 分钟</numerusform>
        </translation>
    </message>
    <message>
        <source>Every attempt is kept until you archive it yourself in the history; Uplift removes nothing.</source>
        <translation>每一次尝试都会保留，直到您在历史中自行归档；Uplift 不会删除任何内容。</translation>
    </message>
    <message>
        <source>Every call about Singapore is refused: the key lacks the permission.</source>
        <translation>有关新加坡的每次调用都被拒绝：该密钥没有权限。</translation>
    </message>
    <message>
        <source>Every change takes effect at once.</source>
        <translation>所有更改立即生效。</translation>
    </message>
    <message>
        <source>Every region of your accounts is asked. The first rows appear as they come.</source>
        <translation>正在查询云账号的每个地域。取得的实例会随即显示。</translation>
    </message>
    <message>
        <source>Every reply comes 3 seconds late.</source>
        <translation>每个应答都延迟 3 秒。</translation>
    </message>
    <message>
        <source>Every second call is refused because too many were sent.</source>
        <translation>每两次调用中有一次因请求过多而被拒绝。</translation>
    </message>
    <message>
        <source>Every upgrade, backup and change of a setting is written here before it is sent, and stays until you archive the journal.</source>
        <translation>每次升级、备份和设置修改都会在发送前写入此处，并保留到您归档操作日志为止。</translation>
    </message>
    <message>
        <source>Everything can be done by keys. Nothing upgrades on a single key: the confirmation asks first.</source>
        <translation>所有操作都可用键盘完成。按一个键不会触发升级，总会先要求确认。</translation>
    </message>
    <message>
        <source>Everything else works. Make room there, or let this account write there; the log then goes on by itself.</source>
        <translation>其他功能不受影响。请腾出磁盘空间，或允许当前用户写入该位置；之后会自动继续记录。</translation>
    </message>
    <message>
        <source>Evidence, instance by instance</source>
        <translation>各实例的证据</translation>
    </message>
    <message>
        <source>Execution</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>Execution %1</source>
        <translation>执行 %1</translation>
    </message>
    <message>
        <source>Exp&amp;ort profiles…</source>
        <translation>导出配置(&amp;O)…</translation>
    </message>
    <message>
        <source>Expected impact</source>
        <translation>预期影响</translation>
    </message>
    <message>
        <source>Expected impact of the kernel</source>
        <translation>内核升级的预期影响</translation>
    </message>
    <message>
        <source>Expected impact of the proxy</source>
        <translation>代理升级的预期影响</translation>
    </message>
    <message>
        <source>Expected impact, each instance</source>
        <translation>每个实例的预期影响</translation>
    </message>
    <message>
        <source>Export or archive the history</source>
        <translation>导出或归档历史</translation>
    </message>
    <message>
        <source>Export the OOS template…</source>
        <translation>导出 OOS 模板…</translation>
    </message>
    <message>
        <source>Export the history as CSV</source>
        <translation>将历史导出为 CSV</translation>
    </message>
    <message>
        <source>Export the history as JSON</source>
        <translation>将历史导出为 JSON</translation>
    </message>
    <message>
        <source>Export the profiles (the file holds no secret)</source>
        <translation>导出配置（文件中没有密钥）</translation>
    </message>
    <message>
        <source>Export the table as CSV</source>
        <translation>将表格导出为 CSV</translation>
    </message>
    <message>
        <source>F5</source>
        <translation>F5</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>of a backup</comment>
        <translation>失败</translation>
    </message>
    <message>
        <source>Failed %1</source>
        <extracomment>%1: an age, "12 min ago"</extracomment>
        <translation>%1失败</translation>
    </message>
    <message>
        <source>Failed or rejected</source>
        <translation>失败或被拒绝</translation>
    </message>
    <message>
        <source>Failed, unchanged or released</source>
        <translation>失败、版本未变或已释放</translation>
    </message>
    <message>
        <source>Failing over</source>
        <translation>主备切换中</translation>
    </message>
    <message>
        <source>Failures are counted in each wave anew.</source>
        <translation>失败数在每一批中重新计数。</translation>
    </message>
    <message>
        <source>Failures do not stop the batch.</source>
        <translation>失败不会停止批次。</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>收起设置</translation>
    </message>
    <message>
        <source>Filter by name, id, tag, version</source>
        <translation>按名称、ID、标签、版本筛选</translation>
    </message>
    <message>
        <source>Filter the table; Esc clears, a second Esc returns to the table</source>
        <translation>筛选表格；按 Esc 清除，再按一次返回表格</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>自动判断</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Finished, failed, held, or waiting for your decision.</source>
        <translation>完成、失败、因规则暂停或等待您判定时。</translation>
    </message>
    <message>
        <source>Finished: %1 of %2 instances ended well.</source>
        <translation>已结束：%2 个实例中有 %1 个成功。</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>开始日期</translation>
    </message>
    <message>
        <source>First wave begins</source>
        <translation>首批开始</translation>
    </message>
    <message>
        <source>First wave begins, date and time in your zone</source>
        <translation>首批开始的本地日期和时间</translation>
    </message>
    <message>
        <source>Fold or unfold a group of the table</source>
        <translation>折叠或展开表格中的分组</translation>
    </message>
    <message>
        <source>Fold the side&amp;bar</source>
        <translation>折叠侧边栏(&amp;B)</translation>
    </message>
    <message>
        <source>Folder for the OOS template and its parameters</source>
        <translation>OOS 模板及其参数的保存文件夹</translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>For %1 no document states a bound.</source>
        <translation>有 %1 个没有文档给出上限。</translation>
    </message>
    <message>
        <source>For %1 of them no document states a bound: they are upgraded on their own servers.</source>
        <translation>其中 %1 个没有文档给出上限：它们在原服务器上升级。</translation>
    </message>
    <message>
        <source>For 1 of them no document states a bound: it is upgraded on its own server.</source>
        <translation>其中 1 个没有文档给出上限：它在原服务器上升级。</translation>
    </message>
    <message>
        <source>For an upgrade: %1 For reading: %2</source>
        <translation>升级：%1读取：%2</translation>
    </message>
    <message>
        <source>For the record</source>
        <translation>记录信息</translation>
    </message>
    <message>
        <source>Format of the file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Free memory first: copying the data and following its changes needs room.</source>
        <translation>请先释放内存：复制数据并追平增量需要空间。</translation>
    </message>
    <message>
        <source>Free some space on that disk, then save again.</source>
        <translation>请在该磁盘上腾出一些空间，然后重新保存。</translation>
    </message>
    <message>
        <source>Free some space on the disk of %1.</source>
        <translation>请在 %1 所在的磁盘上腾出一些空间。</translation>
    </message>
    <message>
        <source>From the table into the form</source>
        <translation>从表格进入表单</translation>
    </message>
    <message>
        <source>From the version in use, %1, to the latest. In the service's own words.</source>
        <translation>从当前使用的版本 %1 到最新版本。内容为服务端原文。</translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation>GNU 通用公共许可证第 3 版或更高版本。不提供任何担保。</translation>
    </message>
    <message>
        <source>Get a new temporary key, edit the account and paste all three parts.</source>
        <translation>请获取新的临时密钥，编辑该云账号，并粘贴全部三个部分。</translation>
    </message>
    <message>
        <source>Give it at least one hour in the console; the upgrade may not fit.</source>
        <translation>请在控制台中将其设为至少一小时，否则升级可能来不及完成。</translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation>继续查询</translation>
    </message>
    <message>
        <source>Go on looking</source>
        <translation>继续查找</translation>
    </message>
    <message>
        <source>Go on with the batch</source>
        <translation>继续执行批次</translation>
    </message>
    <message>
        <source>Go to the instances</source>
        <translation>转到实例</translation>
    </message>
    <message>
        <source>Goes on whatever happens; only a canary that is not verified stops it.</source>
        <translation>无论发生什么都会继续；只有金丝雀未通过验证时才停止。</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Group (optional)</source>
        <translation>分组（可选）</translation>
    </message>
    <message>
        <source>Group by</source>
        <translation>分组方式</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>HTML (*.html)</source>
        <translation>HTML (*.html)</translation>
    </message>
    <message>
        <source>Hand over to the cloud</source>
        <translation>移交云端</translation>
    </message>
    <message>
        <source>Handed over in %1: execution %2, RequestId %3.</source>
        <translation>已在 %1 移交：执行 %2，RequestId %3。</translation>
    </message>
    <message>
        <source>Handed over to the cloud</source>
        <translation>已移交云端</translation>
    </message>
    <message>
        <source>Handed over to the cloud's orchestration in</source>
        <translation>已移交云端编排的地域</translation>
    </message>
    <message>
        <source>Handed over: the cloud's orchestration runs the upgrades. Instances: %1.</source>
        <translation>已移交：由云端编排执行升级。实例数：%1。</translation>
    </message>
    <message>
        <source>Has no proxy</source>
        <translation>没有代理节点</translation>
    </message>
    <message>
        <source>Held by a stop rule: %1 of %2 instances have ended well so far.</source>
        <translation>因停止规则而暂停：%2 个实例中目前有 %1 个成功。</translation>
    </message>
    <message>
        <source>Help - Uplift</source>
        <translation>帮助 - Uplift</translation>
    </message>
    <message>
        <source>Help text</source>
        <translation>帮助正文</translation>
    </message>
    <message>
        <source>Help: preparing clients</source>
        <extracomment>As it stands in “Say first that clients reconnect, or see Help: preparing clients.”</extracomment>
        <translation>帮助：准备客户端</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>History unknown</source>
        <translation>历史未知</translation>
    </message>
    <message>
        <source>Hot</source>
        <translation>热升级</translation>
    </message>
    <message>
        <source>How earlier attempts on this instance ended was not looked up.</source>
        <translation>尚未查询该实例以往升级的结果。</translation>
    </message>
    <message>
        <source>How full the memory is was not measured.</source>
        <translation>没有内存使用率数据。</translation>
    </message>
    <message>
        <source>How it is sent</source>
        <translation>发送方式</translation>
    </message>
    <message>
        <source>How many upgrades may fail or end unchanged before it stops</source>
        <translation>停止之前允许失败或版本未变的升级数</translation>
    </message>
    <message>
        <source>How the journal works</source>
        <translation>操作日志的工作方式</translation>
    </message>
    <message>
        <source>I do not &amp;know yet: go on asking every minute</source>
        <translation>尚不清楚：继续每分钟查询一次(&amp;K)</translation>
    </message>
    <message>
        <source>I&amp;mport accounts from the aliyun CLI…</source>
        <translation>从 aliyun CLI 导入云账号(&amp;M)…</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>If missed: %1, %2</source>
        <translation>若错过：%1，%2</translation>
    </message>
    <message>
        <source>If you put an older copy back, look at each instance's status before you start an upgrade.</source>
        <translation>如果您放回较旧的副本，请在开始升级之前查看各实例的状态。</translation>
    </message>
    <message>
        <source>Impact</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>Import accounts - Uplift</source>
        <translation>导入云账号 - Uplift</translation>
    </message>
    <message>
        <source>Import from the aliyun CLI</source>
        <translation>从 aliyun CLI 导入</translation>
    </message>
    <message>
        <source>Import it with the newer Uplift. Nothing was changed.</source>
        <translation>请用更新版本的 Uplift 导入。没有任何改动。</translation>
    </message>
    <message>
        <source>Import pro&amp;files…</source>
        <translation>导入配置(&amp;F)…</translation>
    </message>
    <message>
        <source>Import profiles</source>
        <translation>导入配置</translation>
    </message>
    <message>
        <source>Import profiles from %1 - Uplift</source>
        <translation>从 %1 导入配置 - Uplift</translation>
    </message>
    <message>
        <source>In all</source>
        <translation>总计</translation>
    </message>
    <message>
        <source>In each window, begun by &amp;Uplift</source>
        <translation>各时间段内，由 Uplift 开始(&amp;U)</translation>
    </message>
    <message>
        <source>In each window, begun by the &amp;service</source>
        <translation>各时间段内，由服务端开始(&amp;S)</translation>
    </message>
    <message>
        <source>In parallel</source>
        <translation>同时执行</translation>
    </message>
    <message>
        <source>In progress</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>In progress and ended today</source>
        <translation>进行中及今天已结束</translation>
    </message>
    <message>
        <source>In the &amp;maintenance window</source>
        <translation>在可维护时间段内(&amp;M)</translation>
    </message>
    <message>
        <source>In the chosen time the load is %1 % of the day's mean; from %2 to %3 it is %4 %.</source>
        <translation>所选时段的负载为日均值的 %1%；%2 至 %3 为 %4%。</translation>
    </message>
    <message>
        <source>In the chosen time the load is %1 % of the day's mean; no other time is clearly quieter.</source>
        <translation>所选时段的负载为日均值的 %1%；没有明显更低的时段。</translation>
    </message>
    <message>
        <source>In the cloud's hands</source>
        <translation>已移交云端</translation>
    </message>
    <message>
        <source>In the dry run, where waves are set by hand: the wave of the selected instances; F2 takes any number</source>
        <translation>在试运行中手动设置批次时：为所选实例指定批次；F2 可输入任意数字</translation>
    </message>
    <message>
        <source>In the instance's next maintenance window</source>
        <translation>在实例的下一个可维护时间段内</translation>
    </message>
    <message>
        <source>In the maintenance &amp;window</source>
        <translation>在可维护时间段内(&amp;W)</translation>
    </message>
    <message>
        <source>In the maintenance &amp;window (%1)</source>
        <translation>在可维护时间段内（%1）(&amp;W)</translation>
    </message>
    <message>
        <source>In the maintenance window</source>
        <translation>在可维护时间段内</translation>
    </message>
    <message>
        <source>In the next maintenance window</source>
        <translation>在下一个可维护时间段内</translation>
    </message>
    <message>
        <source>In the next window of each instance; the service begins it by itself.</source>
        <translation>在各实例的下一个可维护时间段内，由服务端自行开始。</translation>
    </message>
    <message>
        <source>In the public domain. The journal.</source>
        <translation>属于公有领域。用于操作日志。</translation>
    </message>
    <message>
        <source>In the system keychain</source>
        <translation>保存到系统密钥环</translation>
    </message>
    <message>
        <source>In the window that is open now, until %1, your time (%2)</source>
        <extracomment>%1 "06:00", %2 "UTC+8": the maintenance window is open at this moment</extracomment>
        <translation>在当前可维护时间段内，至 %1，本地（%2）</translation>
    </message>
    <message>
        <source>In the window: %1 (UTC %2)</source>
        <translation>可维护时间段内：%1（UTC %2）</translation>
    </message>
    <message>
        <source>In the window: %1 UTC</source>
        <translation>可维护时间段内：UTC %1</translation>
    </message>
    <message>
        <source>In the window; its hours were not known</source>
        <translation>可维护时间段内；当时不知其起止时间</translation>
    </message>
    <message>
        <source>In this &amp;order, wave by wave</source>
        <translation>按此顺序逐批发送(&amp;O)</translation>
    </message>
    <message>
        <source>In this session only</source>
        <translation>仅本次会话</translation>
    </message>
    <message>
        <source>Install Uplift again.</source>
        <translation>请重新安装 Uplift。</translation>
    </message>
    <message>
        <source>Install and start gnome-keyring or KWallet and try again, or enter the secret for this session only.</source>
        <translation>请安装并启动 gnome-keyring 或 KWallet 后再试，或仅为本次会话输入 Secret。</translation>
    </message>
    <message>
        <source>Install and start gnome-keyring or KWallet and try again, or keep the secret for this session only.</source>
        <translation>请安装并启动 gnome-keyring 或 KWallet 后再试，或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Instance</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Instance id</source>
        <translation>实例 ID</translation>
    </message>
    <message>
        <source>Instance released</source>
        <translation>实例已释放</translation>
    </message>
    <message>
        <source>Instances</source>
        <translation>实例</translation>
    </message>
    <message>
        <source>Instances, accounts, saved profiles and records</source>
        <translation>实例、云账号、已存配置和记录</translation>
    </message>
    <message>
        <source>Internal error</source>
        <translation>内部错误</translation>
    </message>
    <message>
        <source>Is trying again safe</source>
        <translation>再试是否安全</translation>
    </message>
    <message>
        <source>Is trying again safe:</source>
        <translation>再试是否安全：</translation>
    </message>
    <message>
        <source>Is trying again safe: %1</source>
        <translation>再试是否安全：%1</translation>
    </message>
    <message>
        <source>It begins with the profile “%1”, which cannot be imported. %2</source>
        <extracomment>%1 is a profile's name, %2 a whole sentence about it</extracomment>
        <translation>它以配置“%1”为起点，而该配置无法导入。%2</translation>
    </message>
    <message>
        <source>It cannot be paused, only cancelled.</source>
        <translation>不能暂停，只能取消。</translation>
    </message>
    <message>
        <source>It did not say which regions it may list.</source>
        <translation>服务端没有说明该密钥可以列出哪些地域。</translation>
    </message>
    <message>
        <source>It does not cancel an event that is planned already: see Scheduled events.</source>
        <translation>不会取消计划内事件：请查看“计划内事件”。</translation>
    </message>
    <message>
        <source>It does not cancel the event. What the event itself does is the provider's to say.</source>
        <translation>不会取消该事件。事件本身会做什么，以服务商的说明为准。</translation>
    </message>
    <message>
        <source>It does not cancel the task, and starts no other. The service does not read the moment back: its own “done” is all there is.</source>
        <translation>不会取消该任务，也不会发起其他任务。服务端不提供修改后的时间供核对，只能以它返回的“完成”为准。</translation>
    </message>
    <message>
        <source>It does not keep the provider from planning another one, and it cannot be taken back.</source>
        <translation>不会阻止服务商再次计划，且无法撤回。</translation>
    </message>
    <message>
        <source>It does not read back as asked for</source>
        <translation>读回的值与请求不符</translation>
    </message>
    <message>
        <source>It does not say which kind of key it is. Complete its mode or type where it stands.</source>
        <translation>没有写明密钥的类型。请在原处补全其 mode 或 type。</translation>
    </message>
    <message>
        <source>It does not stop when one switches outside its window.</source>
        <translation>有实例在可维护时间段之外切换时不停止。</translation>
    </message>
    <message>
        <source>It does not stop when the outcome of one is not known.</source>
        <translation>有实例结果未知时不停止。</translation>
    </message>
    <message>
        <source>It has a replica and lies in two zones.</source>
        <translation>有备节点，且分布在两个可用区。</translation>
    </message>
    <message>
        <source>It has no key. Enter the key of a RAM user instead.</source>
        <translation>其中没有密钥。请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation>文件为空。</translation>
    </message>
    <message>
        <source>It is fixed in UTC: when your clocks change on %1, it moves in local time.</source>
        <translation>该时间段以 UTC 为准：您的时钟于 %1 调整后，其本地时间会移动。</translation>
    </message>
    <message>
        <source>It is larger than 8 MiB, which no file of profiles is.</source>
        <translation>它大于 8 MiB，配置文件不会这么大。</translation>
    </message>
    <message>
        <source>It is larger than 8 MiB, which no workspace is.</source>
        <translation>文件大于 8 MiB，不可能是工作区文件。</translation>
    </message>
    <message>
        <source>It is not complete JSON: the reader stopped at byte %1 of %2.</source>
        <translation>不是完整的 JSON：读取停在第 %1 字节，共 %2 字节。</translation>
    </message>
    <message>
        <source>It is not known until when this account's key is valid.</source>
        <translation>不清楚该云账号的密钥何时失效。</translation>
    </message>
    <message>
        <source>It is not known what became of %1. Decide in In progress, then resume.</source>
        <translation>无法确定 %1 的结果。请在“进行中”判定，然后恢复。</translation>
    </message>
    <message>
        <source>It is not known what became of %1. It was not sent again; somebody has to decide.</source>
        <translation>无法确定 %1 的结果。请求没有重发，需要人工判定。</translation>
    </message>
    <message>
        <source>It is not known whether any full backup succeeded: their status is unclear.</source>
        <translation>不清楚是否有全量备份成功：备份状态不明确。</translation>
    </message>
    <message>
        <source>It is not known whether the execution in %1 was started.</source>
        <translation>不清楚 %1 的执行是否已启动。</translation>
    </message>
    <message>
        <source>It is not known whether the request for %1 was carried out. The reply was lost. It was not sent again.</source>
        <translation>无法确定对 %1 的请求是否已执行。请求的应答丢失，Uplift 没有重发。</translation>
    </message>
    <message>
        <source>It is not known whether the secret was removed: the keychain (%1) did not answer in time.</source>
        <translation>无法确定 Secret 是否已移除：密钥环（%1）没有及时应答。</translation>
    </message>
    <message>
        <source>It is not known whether the secret was stored: the keychain (%1) did not answer in time.</source>
        <translation>无法确定 Secret 是否已保存：密钥环（%1）没有及时应答。</translation>
    </message>
    <message>
        <source>It is not known whether the upgrade was started. The reply was lost. It was not sent again.</source>
        <translation>无法确定升级是否已开始。请求的应答丢失，Uplift 没有重发。</translation>
    </message>
    <message>
        <source>It is not open yet.</source>
        <translation>尚未打开。</translation>
    </message>
    <message>
        <source>It is open for viewing alone; nothing can be upgraded.</source>
        <translation>以只读方式打开，无法升级。</translation>
    </message>
    <message>
        <source>It is open for writing.</source>
        <translation>已打开，可写入。</translation>
    </message>
    <message>
        <source>It is over.</source>
        <translation>已结束。</translation>
    </message>
    <message>
        <source>It is part of the batch %1, which goes on with the others; a canary that is not verified holds it.</source>
        <translation>它属于批次 %1，该批次会继续执行其他实例；如果金丝雀未通过验证，该批次会因规则暂停。</translation>
    </message>
    <message>
        <source>It is planned for this moment already. Choose another one to move it to.</source>
        <translation>事件已安排在该时间，请选择其他时间。</translation>
    </message>
    <message>
        <source>It is planned for this moment already. Choose another one; nothing was sent.</source>
        <translation>事件已安排在该时间，请选择其他时间；没有发送任何请求。</translation>
    </message>
    <message>
        <source>It is under way and cannot be cancelled any more.</source>
        <translation>正在进行，无法再取消。</translation>
    </message>
    <message>
        <source>It is under way and cannot be moved any more.</source>
        <translation>正在进行，无法再改期。</translation>
    </message>
    <message>
        <source>It may be an upgrade already: follow that one, do not start a second.</source>
        <translation>这可能就是一次升级：请跟踪该任务，不要再次发起。</translation>
    </message>
    <message>
        <source>It may list instances in %1 regions.</source>
        <translation>可列出 %1 个地域的实例。</translation>
    </message>
    <message>
        <source>It may list instances in one region.</source>
        <translation>可列出 1 个地域的实例。</translation>
    </message>
    <message>
        <source>It needs a new login: no key of %1 that still works is kept here. Log in with the command line tool, then look again.</source>
        <extracomment>%1 is CloudSSO or OAuth</extracomment>
        <translation>需要重新登录：这里没有 %1 的仍然有效的密钥。请用命令行工具登录，然后再查找一次。</translation>
    </message>
    <message>
        <source>It reads back as asked for</source>
        <translation>读回的值与请求一致</translation>
    </message>
    <message>
        <source>It runs %1</source>
        <translation>当前运行 %1</translation>
    </message>
    <message>
        <source>It runs the latest.</source>
        <translation>已是最新小版本。</translation>
    </message>
    <message>
        <source>It says</source>
        <translation>返回信息</translation>
    </message>
    <message>
        <source>It signs with an RSA key pair, which is not supported. Enter the key of a RAM user instead.</source>
        <translation>它用 RSA 密钥对签名，Uplift 不支持。请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>It starts nothing, and no connection breaks by it.</source>
        <translation>不会开始任何操作，也不会断开连接。</translation>
    </message>
    <message>
        <source>It stops when one switches outside its window.</source>
        <translation>有实例在可维护时间段之外切换时停止。</translation>
    </message>
    <message>
        <source>It stops when the outcome of one is not known.</source>
        <translation>有实例结果未知时停止。</translation>
    </message>
    <message>
        <source>It switched at %1, outside its window</source>
        <translation>切换发生在可维护时间段之外（%1）</translation>
    </message>
    <message>
        <source>It switched outside its window, at %1</source>
        <translation>切换发生在可维护时间段之外（%1）</translation>
    </message>
    <message>
        <source>It takes nothing back that has switched already.</source>
        <translation>已经完成的切换无法撤回。</translation>
    </message>
    <message>
        <source>It takes on a role with the key of the ECS machine it runs on, which Uplift cannot ask for. Enter the key of a RAM user instead.</source>
        <translation>它用所在 ECS 的密钥扮演角色，Uplift 无法取得。请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>It talks to the endpoints of your accounts and to nobody else: no telemetry, no search for updates, and no network at all before you add an account.</source>
        <translation>只与您账号的接入地址通信：没有遥测，不检查更新，添加账号之前完全不访问网络。</translation>
    </message>
    <message>
        <source>It trades an OIDC token for a key, which works only where that token is made. Enter the key of a RAM user instead.</source>
        <translation>它用 OIDC 令牌换取密钥，只在生成令牌的地方可用。请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>It upgrades nothing now.</source>
        <translation>现在不会进行升级。</translation>
    </message>
    <message>
        <source>It upgrades nothing. An upgrade can be started once it has ended.</source>
        <translation>不会进行升级。备份结束后即可开始升级。</translation>
    </message>
    <message>
        <source>It uses a bearer token, which the Redis API does not take. Enter the key of a RAM user instead.</source>
        <translation>它使用 Bearer 令牌，Redis 的 API 不接受。请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>It waits under Batch plans: resume or stop it there.</source>
        <translation>它在“批量计划”中等待：请在那里继续或停止。</translation>
    </message>
    <message>
        <source>It was &amp;not started: close this attempt</source>
        <translation>未开始：关闭本次尝试(&amp;N)</translation>
    </message>
    <message>
        <source>It was &amp;not started…</source>
        <translation>没有启动(&amp;N)…</translation>
    </message>
    <message>
        <source>It was &amp;started: follow it</source>
        <translation>已开始：继续跟踪(&amp;S)</translation>
    </message>
    <message>
        <source>It was &amp;started: follow task %1</source>
        <translation>已开始：跟踪任务 %1(&amp;S)</translation>
    </message>
    <message>
        <source>It was cancelled before anything was sent to the cloud.</source>
        <translation>在向云端发送任何请求之前就已取消。</translation>
    </message>
    <message>
        <source>It was handed over to the service's own orchestration. The next start shows how it stands.</source>
        <translation>已移交云端编排。下次启动时会显示其状态。</translation>
    </message>
    <message>
        <source>It was not started</source>
        <translation>没有开始</translation>
    </message>
    <message>
        <source>It was not started - Uplift</source>
        <translation>没有启动 - Uplift</translation>
    </message>
    <message>
        <source>It was set aside as %1 and is gathered anew. Nothing else is affected.</source>
        <translation>已将其另存为 %1，并重新收集。其他内容不受影响。</translation>
    </message>
    <message>
        <source>It was started</source>
        <translation>已开始</translation>
    </message>
    <message>
        <source>It was started: follow it</source>
        <translation>已开始：继续跟踪</translation>
    </message>
    <message>
        <source>Its %1 is empty. Complete it where it stands, or enter the key by hand.</source>
        <extracomment>%1 is the name of a field or variable</extracomment>
        <translation>其 %1 为空。请在原处补全，或手动输入密钥。</translation>
    </message>
    <message>
        <source>Its %1 saved profiles go with it.</source>
        <extracomment>%1 is a number, two or more</extracomment>
        <translation>其 %1 个已存配置也一并移除。</translation>
    </message>
    <message numerus="yes">
        <source>Its %n instance(s) are shown as of %1.</source>
        <translation>
            <numerusform>其 %n 个实例显示的是 %1的状态。</numerusform>
        </translation>
    </message>
    <message>
        <source>Its answer is awaited. If you close Uplift, the next start asks.</source>
        <translation>正在等待应答。如果关闭 Uplift，下次启动时会再询问。</translation>
    </message>
    <message>
        <source>Its cancellation was asked for at %1; how that ends is not known yet.</source>
        <translation>已于 %1 请求取消，结果尚不清楚。</translation>
    </message>
    <message>
        <source>Its chain of source_profile leads back to itself, or is longer than %1. Mend it where it stands.</source>
        <translation>其 source_profile 链绕回自身，或长于 %1。请在原处修正。</translation>
    </message>
    <message>
        <source>Its clients &amp;reconnect by themselves</source>
        <translation>该实例的客户端会自动重连(&amp;R)</translation>
    </message>
    <message>
        <source>Its deadline has passed, so it cannot be moved any more.</source>
        <translation>已过最晚时间，无法再改期。</translation>
    </message>
    <message>
        <source>Its executions are cancelled. What has begun runs to its end; nothing new is begun. It cannot be resumed.</source>
        <translation>将取消其执行。已开始的会执行到结束，不再开始新的。取消后无法恢复。</translation>
    </message>
    <message>
        <source>Its field %1 is missing or holds something else than it should.</source>
        <extracomment>%1 is a field's name in the file, such as profiles[3].region</extracomment>
        <translation>其字段 %1 缺失，或内容不符合要求。</translation>
    </message>
    <message>
        <source>Its field %1 is named like a secret, and this file never holds one. If a key was written there, delete it and change that key.</source>
        <translation>其字段 %1 的名称像是密钥，而此文件从不保存密钥。如果其中写有密钥，请将其删除并更换该密钥。</translation>
    </message>
    <message>
        <source>Its key comes from a program, and Uplift starts none. Run the program yourself and enter the key it prints.</source>
        <translation>其密钥来自一个程序，而 Uplift 不启动程序。请自行运行该程序，并输入它给出的密钥。</translation>
    </message>
    <message>
        <source>Its key comes from a web address, which Uplift does not ask. Open the address yourself and enter the key it shows.</source>
        <translation>其密钥来自一个网址，而 Uplift 不访问它。请自行打开该网址，并输入其显示的密钥。</translation>
    </message>
    <message>
        <source>Its key comes from the ECS machine it runs on, and changes there. Uplift cannot ask for it; enter the key of a RAM user instead.</source>
        <translation>其密钥来自所在的 ECS，并在那里更换。Uplift 无法取得；请改为输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>Its key leaves the memory; it is kept nowhere else.</source>
        <translation>其密钥将从内存中清除，别处没有保存。</translation>
    </message>
    <message>
        <source>Its kind “%1” is not one that Uplift knows. Enter the key of a RAM user by hand.</source>
        <translation>Uplift 不认识类型“%1”。请手动输入 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>Its last state is not in the journal</source>
        <translation>其最近的状态未写入操作日志</translation>
    </message>
    <message>
        <source>Its last upgrade is undecided since %1 and needs your decision.</source>
        <translation>该实例上一次升级自 %1 起待判定，需要您判定。</translation>
    </message>
    <message>
        <source>Its list %1 has more than %2 entries.</source>
        <translation>其列表 %1 的条目超过 %2 个。</translation>
    </message>
    <message>
        <source>Its name holds nothing that can be shown.</source>
        <translation>其名称中没有可显示的字符。</translation>
    </message>
    <message>
        <source>Its next part is due</source>
        <translation>等待下一步骤</translation>
    </message>
    <message>
        <source>Its rules and its %1 are kept in the workspace, to be run again on these or on others. Nothing is sent.</source>
        <translation>其规则和%1会保存在工作区，以便再次用于这些或其他实例。不会发送任何请求。</translation>
    </message>
    <message>
        <source>Its saved profile goes with it.</source>
        <translation>其已存配置也一并移除。</translation>
    </message>
    <message>
        <source>Its secret is deleted from the keychain.</source>
        <translation>其密钥将从密钥环中删除。</translation>
    </message>
    <message>
        <source>Its source_profile “%1” is not in the file. Mend it where it stands.</source>
        <translation>其 source_profile“%1”不在该文件中。请在原处修正。</translation>
    </message>
    <message>
        <source>Its states and RequestIds stand in the execution of the cloud's orchestration. Uplift reads its version when that has ended.</source>
        <translation>其状态和 RequestId 记录在云端编排的执行中。执行结束后，Uplift 会读取其版本。</translation>
    </message>
    <message>
        <source>Its switch had been moved: see the changes of its moment.</source>
        <translation>其切换时间曾被修改：请查看“切换时间的修改”。</translation>
    </message>
    <message>
        <source>Its temporary key expired at %1 UTC. Get a new one with the tool that made it, then look again.</source>
        <translation>其临时密钥已于 UTC %1 过期。请用生成它的工具取得新的密钥，然后再查找一次。</translation>
    </message>
    <message>
        <source>Its time has passed and nothing happened.</source>
        <translation>时间已过，没有任何动作。</translation>
    </message>
    <message>
        <source>Its upgrade is running here: %1 since %2.</source>
        <extracomment>%1 is a state, %2 a time</extracomment>
        <translation>该实例正在此处升级：%2 起%1。</translation>
    </message>
    <message>
        <source>Its window is open now: the service may begin it at once, or %1; no document says which.</source>
        <translation>其可维护时间段正开放：服务端可能立即开始，也可能在%1开始；没有文档说明。</translation>
    </message>
    <message>
        <source>JSON (*.json)</source>
        <translation>JSON (*.json)</translation>
    </message>
    <message>
        <source>Journal</source>
        <translation>操作日志</translation>
    </message>
    <message>
        <source>Journal (*.sqlite)</source>
        <translation>操作日志 (*.sqlite)</translation>
    </message>
    <message>
        <source>Journal and files</source>
        <translation>操作日志与文件</translation>
    </message>
    <message>
        <source>Journal not writable</source>
        <translation>操作日志不可写</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation>暂不升级</translation>
    </message>
    <message>
        <source>Keep the key for this session only</source>
        <translation>仅在本次会话中保存密钥</translation>
    </message>
    <message>
        <source>Keep the secrets</source>
        <translation>密钥保存位置</translation>
    </message>
    <message>
        <source>Keep them as they are</source>
        <translation>暂不升级</translation>
    </message>
    <message>
        <source>Keep this window open and note the RequestId. Nothing is sent again; Uplift goes on trying to write.</source>
        <translation>请保持此窗口打开并记下 RequestId。不会重发任何请求，Uplift 会继续尝试写入。</translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation>正在保存密钥…</translation>
    </message>
    <message>
        <source>Kept in the system keychain (%1). Only the last four characters of the key id are written to disk.</source>
        <translation>保存在系统密钥环（%1）。磁盘上只记录 AccessKey ID 的最后四个字符。</translation>
    </message>
    <message>
        <source>Kept in the system keychain (%1). Only “%2” is written to disk.</source>
        <translation>保存在系统密钥环（%1）。磁盘上只记录“%2”。</translation>
    </message>
    <message>
        <source>Kept. Type a new one to replace it.</source>
        <translation>已保存。输入新的即可替换。</translation>
    </message>
    <message>
        <source>Kernel</source>
        <translation>内核</translation>
    </message>
    <message>
        <source>Kernel and proxy</source>
        <translation>内核和代理</translation>
    </message>
    <message>
        <source>Kernel, then proxy</source>
        <translation>先内核，后代理</translation>
    </message>
    <message>
        <source>Kernel: %1. Proxy: %2.</source>
        <extracomment>Of an upgrade of both. %1: what the kernel's does to clients, %2: the same of the proxies'</extracomment>
        <translation>内核：%1。代理：%2。</translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation>密钥环：%1</translation>
    </message>
    <message>
        <source>Keychain: being asked</source>
        <translation>密钥环：正在询问</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Keys and keychain</source>
        <translation>密钥与密钥环</translation>
    </message>
    <message>
        <source>Keys of the accounts</source>
        <translation>各账号的密钥</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>LGPL 3. Windows and network.</source>
        <translation>LGPL 3。用于窗口和网络。</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>Last 30 days</source>
        <translation>最近 30 天</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Last backup failed</source>
        <translation>最近一次备份失败</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>结束日期</translation>
    </message>
    <message>
        <source>Last upgrade</source>
        <translation>上次升级</translation>
    </message>
    <message>
        <source>Last upgrade (UTC)</source>
        <translation>上次升级（UTC）</translation>
    </message>
    <message>
        <source>Lasted</source>
        <translation>持续</translation>
    </message>
    <message>
        <source>Latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>Leave a dialog without doing anything; in a form, go back</source>
        <translation>离开对话框，不做任何操作；在表单中则返回</translation>
    </message>
    <message>
        <source>Leave it as it is</source>
        <translation>保持不变</translation>
    </message>
    <message>
        <source>Leave it out, or stop the other batch first.</source>
        <translation>请将其排除，或先停止另一个批次。</translation>
    </message>
    <message>
        <source>Leave it planned</source>
        <translation>保留计划</translation>
    </message>
    <message>
        <source>Leave the &amp;practice cloud</source>
        <translation>退出演练云(&amp;P)</translation>
    </message>
    <message>
        <source>Leave the practice cloud</source>
        <translation>退出演练云</translation>
    </message>
    <message>
        <source>Leave the proxy's upgrade out of the plan.</source>
        <translation>请从计划中去掉代理升级。</translation>
    </message>
    <message>
        <source>Left or Right</source>
        <translation>左或右方向键</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已排除</translation>
    </message>
    <message>
        <source>Left out of the plan</source>
        <translation>未列入计划</translation>
    </message>
    <message>
        <source>Left out when its turn came</source>
        <translation>轮到时被排除</translation>
    </message>
    <message>
        <source>Left out when its turn came: %1</source>
        <translation>轮到时被排除：%1</translation>
    </message>
    <message>
        <source>Left out: %1. Reason: %2.</source>
        <translation>已排除：%1。原因：%2。</translation>
    </message>
    <message>
        <source>Let Uplift run this batch, and report the fault.</source>
        <translation>请由 Uplift 执行此批次，并报告此错误。</translation>
    </message>
    <message>
        <source>Let it go on</source>
        <translation>继续执行</translation>
    </message>
    <message>
        <source>Let the cloud run %1 upgrades?</source>
        <translation>由云端执行 %1 个升级？</translation>
    </message>
    <message>
        <source>Let the cloud run 1 upgrade?</source>
        <translation>由云端执行 1 个升级？</translation>
    </message>
    <message>
        <source>Let waves go by environment or number, or choose fewer instances.</source>
        <translation>请按环境或数量分批，或减少所选实例。</translation>
    </message>
    <message>
        <source>Let your user create %1, or start Uplift with --data-dir and another folder; then save again.</source>
        <translation>请允许您的用户创建 %1，或使用 --data-dir 指定其他文件夹启动 Uplift；然后重新保存。</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Light, dark or high contrast; “as the system” follows the desktop when it changes.</source>
        <translation>浅色、深色或高对比度；“跟随系统”会随桌面的更改而变化。</translation>
    </message>
    <message>
        <source>Line between the list and the form</source>
        <translation>列表与表单之间的分隔线</translation>
    </message>
    <message>
        <source>Local time</source>
        <translation>本地时间</translation>
    </message>
    <message>
        <source>Local time is that of %1. A moment is the one at which Uplift saw or asked; it asks every few seconds while something moves and every few minutes while an instance waits for its window.</source>
        <translation>本地时间为 %1 的时间。各时刻是 Uplift 看到或查询到的时刻：有变化时每隔数秒查询一次，等待可维护时间段时每隔数分钟查询一次。</translation>
    </message>
    <message>
        <source>Look at it in the OOS console; Uplift goes on asking.</source>
        <translation>请在 OOS 控制台查看，Uplift 会继续询问。</translation>
    </message>
    <message>
        <source>Look at it in the console before you go on.</source>
        <translation>请先在控制台查看，再继续。</translation>
    </message>
    <message>
        <source>Look at its topology in the details.</source>
        <translation>请在详情中查看拓扑。</translation>
    </message>
    <message>
        <source>Look at the backups in the console.</source>
        <translation>请在控制台查看备份。</translation>
    </message>
    <message>
        <source>Look at the canary first. Resume begins the next wave all the same; Stop ends the batch.</source>
        <translation>请先查看金丝雀。选择“恢复”仍会开始下一批，选择“停止”则结束批次。</translation>
    </message>
    <message>
        <source>Look at the instance in the console, then try again.</source>
        <translation>请在控制台查看该实例，然后重试。</translation>
    </message>
    <message>
        <source>Look at the instance's orders in the console if one was placed lately.</source>
        <translation>如果最近下过订单，请在控制台中查看该实例的订单。</translation>
    </message>
    <message>
        <source>Look at the instance's version and status, then ask the provider, naming the task.</source>
        <translation>请查看实例的版本和状态，再向服务商询问，并提供任务 ID。</translation>
    </message>
    <message>
        <source>Look at the new preview and import again.</source>
        <translation>请查看新的预览，再导入一次。</translation>
    </message>
    <message>
        <source>Look at the zone's events and alarms before you go on.</source>
        <translation>请先查看该可用区的事件与告警，再继续。</translation>
    </message>
    <message>
        <source>Look at what failed. Resume goes on with the others and leaves it as it is; Stop ends the batch.</source>
        <translation>请查看失败的升级。选择“恢复”会继续执行其余升级，失败的保持不变；选择“停止”则结束批次。</translation>
    </message>
    <message>
        <source>Look at what was seen and decide. None of the choices sends an upgrade.</source>
        <translation>请查看已观察到的情况并作出判定。这些选项都不会发送升级请求。</translation>
    </message>
    <message>
        <source>Look at what was seen and decide. None of the choices sends the request again.</source>
        <translation>请查看所见情况并判定。任何选项都不会再次发送该请求。</translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows and answer it, then save again. Or keep the secret for this session only.</source>
        <translation>请查看其他窗口后面是否有解锁提示并完成解锁，然后重新保存。或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows and answer it, then try again. Or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation>请查看其他窗口后面是否有解锁提示并完成解锁，然后再试。或使用“密码和密钥”（seahorse）手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service and try again.</source>
        <translation>请查看其他窗口后面是否有解锁提示。如果没有，请重启密钥环服务后再试。</translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service; then save again, or keep the secret for this session only.</source>
        <translation>请查看其他窗口后面是否有解锁提示。如果没有，请重启密钥环服务；然后重新保存，或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service; then try again, or remove the entry %2 of Uplift by hand.</source>
        <translation>请查看其他窗口后面是否有解锁提示。如果没有，请重启密钥环服务；然后再试，或手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Look for it in the OOS console of %1; Uplift goes on looking.</source>
        <translation>请在 %1 的 OOS 控制台中查找；Uplift 会继续查看。</translation>
    </message>
    <message>
        <source>Look in all regions</source>
        <translation>在所有地域中查找</translation>
    </message>
    <message>
        <source>Look in the OOS console first. Uplift looks once more; if it finds nothing then, the batch ends by your word, and its instances may be upgraded again.</source>
        <translation>请先查看 OOS 控制台。Uplift 会再查找一次；如果仍未找到，批次按您的判定结束，其中的实例可以再次升级。</translation>
    </message>
    <message>
        <source>Look in the OOS console. Resume asks for the same execution again, which starts nothing that was started already; Stop looks for it once more and cancels it.</source>
        <translation>请查看 OOS 控制台。“恢复”会再次请求同一个执行，已启动的不会重复启动；“停止”会再查找一次并取消它。</translation>
    </message>
    <message>
        <source>Look in the provider's console for what became of it.</source>
        <translation>请在服务商控制台查看其结果。</translation>
    </message>
    <message>
        <source>Look it up in the console.</source>
        <translation>请在控制台查看。</translation>
    </message>
    <message>
        <source>Look it up in the console: the upgrade begins whenever the service takes the window to be.</source>
        <translation>请在控制台中查看：升级在服务端认定的可维护时间段开始。</translation>
    </message>
    <message>
        <source>Look the proxy's version up in the console.</source>
        <translation>请在控制台查看代理节点的版本。</translation>
    </message>
    <message>
        <source>Look them up in the console, and expect the worst case until then.</source>
        <translation>请在控制台查看；在此之前按最坏情况考虑。</translation>
    </message>
    <message numerus="yes">
        <source>Looking at %n instance(s)</source>
        <translation>
            <numerusform>正在检查 %n 个实例</numerusform>
        </translation>
    </message>
    <message>
        <source>Lost reply</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>Lost request</source>
        <translation>请求丢失</translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation>可维护时间段</translation>
    </message>
    <message>
        <source>Maintenance window - Uplift</source>
        <translation>可维护时间段 - Uplift</translation>
    </message>
    <message>
        <source>Major upgrade</source>
        <translation>大版本升级中</translation>
    </message>
    <message>
        <source>Make both writable for your user, or start Uplift with --data-dir and another folder; then save again.</source>
        <translation>请将两者都设为您的用户可写，或使用 --data-dir 指定其他文件夹启动 Uplift；然后重新保存。</translation>
    </message>
    <message>
        <source>Make sure that it does not take effect during the upgrade.</source>
        <translation>请确保它不会在升级期间生效。</translation>
    </message>
    <message>
        <source>Make the backups before, or let Uplift run this batch.</source>
        <translation>请先完成备份，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Make the right pane narrower</source>
        <translation>缩窄右侧窗格</translation>
    </message>
    <message>
        <source>Make the right pane wider</source>
        <translation>加宽右侧窗格</translation>
    </message>
    <message>
        <source>Manual</source>
        <comment>of a backup</comment>
        <translation>手动</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Marked as production: the confirmation asks for its name.</source>
        <translation>已标记为生产：确认时需要输入实例名。</translation>
    </message>
    <message>
        <source>Master's zone</source>
        <translation>主节点可用区</translation>
    </message>
    <message>
        <source>Members of the plan</source>
        <translation>计划中的实例</translation>
    </message>
    <message>
        <source>Members that have ended</source>
        <translation>已结束的实例</translation>
    </message>
    <message>
        <source>Memcache</source>
        <translation>Memcache</translation>
    </message>
    <message>
        <source>Memory %1 %</source>
        <translation>内存 %1%</translation>
    </message>
    <message>
        <source>Memory is %1 % full; at the chosen time of the last day it was %2 % at most.</source>
        <translation>内存使用率为 %1%；最近一天的所选时段最高为 %2%。</translation>
    </message>
    <message>
        <source>Memory is %1 % full; at the chosen time of the last day it was not measured.</source>
        <translation>内存使用率为 %1%；最近一天的所选时段没有数据。</translation>
    </message>
    <message>
        <source>Memory unknown</source>
        <translation>内存使用率未知</translation>
    </message>
    <message>
        <source>Mend that, then save again.</source>
        <translation>请先解决该问题，然后重新保存。</translation>
    </message>
    <message>
        <source>Mend the keychain and open this dialog again, or choose to keep the key for this session only.</source>
        <translation>请修复密钥环后重新打开此对话框，或选择仅在本次会话中保存密钥。</translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation>菜单（F10）</translation>
    </message>
    <message>
        <source>Migrating</source>
        <translation>迁移中</translation>
    </message>
    <message>
        <source>Minor version</source>
        <translation>小版本</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>More for this plan</source>
        <translation>此计划的更多操作</translation>
    </message>
    <message>
        <source>Move a task - Uplift</source>
        <translation>任务改期 - Uplift</translation>
    </message>
    <message>
        <source>Move an event - Uplift</source>
        <translation>事件改期 - Uplift</translation>
    </message>
    <message>
        <source>Move in the table; Shift and Ctrl select more, %1 all that is shown</source>
        <translation>在表格中移动；Shift 和 Ctrl 可多选，%1 选择全部所示行</translation>
    </message>
    <message>
        <source>Move it, or start it now…</source>
        <translation>改期或立即开始…</translation>
    </message>
    <message>
        <source>Move or cancel it in the details</source>
        <translation>在详情中改期或取消</translation>
    </message>
    <message>
        <source>Move the event</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move the file away by hand, then start Uplift again.</source>
        <translation>请手动移走该文件，然后重新启动 Uplift。</translation>
    </message>
    <message>
        <source>Move the maintenance window to %1 – %2 (%3 – %4 UTC), or keep it.</source>
        <translation>请将可维护时间段改为 %1 – %2（UTC %3 – %4），或保持不变。</translation>
    </message>
    <message>
        <source>Move the maintenance window to %1 – %2 UTC, or keep it.</source>
        <extracomment>The last: %1, %2 in local time, %3, %4 in UTC</extracomment>
        <translation>请将可维护时间段改为 UTC %1 – %2，或保持不变。</translation>
    </message>
    <message>
        <source>Move the switch</source>
        <translation>修改切换时间</translation>
    </message>
    <message>
        <source>Move the switch - Uplift</source>
        <translation>修改切换时间 - Uplift</translation>
    </message>
    <message>
        <source>Move the switch of %1</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>修改 %1 的切换时间</translation>
    </message>
    <message>
        <source>Move the task</source>
        <translation>改期</translation>
    </message>
    <message>
        <source>Move “%1” of %2?</source>
        <extracomment>%1 the event's name, %2 the instance's</extracomment>
        <translation>将 %2 的“%1”改期？</translation>
    </message>
    <message>
        <source>Moving zone</source>
        <translation>可用区迁移中</translation>
    </message>
    <message>
        <source>N&amp;ote (optional)</source>
        <translation>备注（可选）(&amp;O)</translation>
    </message>
    <message>
        <source>N&amp;otes (optional)</source>
        <translation>备注（可选）(&amp;O)</translation>
    </message>
    <message>
        <source>Na&amp;me of the plan</source>
        <translation>计划名称(&amp;M)</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Name a newer version, or choose the latest one. There is no way back to an older version.</source>
        <translation>请指定更新的版本，或选择最新版本。无法退回较旧的版本。</translation>
    </message>
    <message>
        <source>Name is taken</source>
        <translation>名称已被占用</translation>
    </message>
    <message>
        <source>Name, id, RequestId, ticket</source>
        <translation>名称、ID、RequestId、变更单号</translation>
    </message>
    <message>
        <source>Name, id, account, region, version, RequestId, ticket, note, and who confirmed it. All words must occur.</source>
        <translation>名称、ID、云账号、地域、版本、RequestId、变更单号、备注和确认人。须包含所有搜索词。</translation>
    </message>
    <message>
        <source>Name, tags and account do not contradict its environment.</source>
        <translation>名称、标签和云账号与其环境不矛盾。</translation>
    </message>
    <message>
        <source>Needed for production when the switch may come at once.</source>
        <translation>生产实例可能立即切换时必须填写。</translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation>需要您判定</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Network change</source>
        <translation>网络变更中</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>New moment for a scheduled event</source>
        <translation>修改计划内事件的时间</translation>
    </message>
    <message>
        <source>New moment for a task</source>
        <translation>修改任务的时间</translation>
    </message>
    <message>
        <source>Newer than the latest</source>
        <translation>高于最新版本</translation>
    </message>
    <message>
        <source>Newer version unknown</source>
        <translation>是否有新版本未知</translation>
    </message>
    <message>
        <source>Newest first: the journal is read in this order, page by page.</source>
        <translation>最新的在最前：操作日志按此顺序逐页读取。</translation>
    </message>
    <message>
        <source>Next or previous pane</source>
        <translation>下一个或上一个窗格</translation>
    </message>
    <message>
        <source>Next part follows</source>
        <translation>即将进行下一步骤</translation>
    </message>
    <message>
        <source>Next window</source>
        <translation>下一个时间段</translation>
    </message>
    <message>
        <source>Next window (UTC)</source>
        <translation>下个时间段（UTC）</translation>
    </message>
    <message>
        <source>Next: %1, %2, %3.</source>
        <extracomment>%1 "wave 3, Production", %2 "tonight 02:00", %3 "in 11 h 28 min"</extracomment>
        <translation>下一步：%1，%2，%3。</translation>
    </message>
    <message>
        <source>Next: %1.</source>
        <translation>下一次：%1。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>未应答</translation>
    </message>
    <message>
        <source>No answer to the request for %1 yet. It was not sent again.</source>
        <translation>%1 的请求尚未收到应答。Uplift 没有重发。</translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation>未收到应答</translation>
    </message>
    <message>
        <source>No answer: the deadline passed</source>
        <translation>未应答：已超时</translation>
    </message>
    <message>
        <source>No attempt</source>
        <translation>没有尝试</translation>
    </message>
    <message>
        <source>No attempt matches the filters</source>
        <translation>没有符合筛选条件的尝试</translation>
    </message>
    <message>
        <source>No attempt matches “%1”</source>
        <translation>没有与“%1”匹配的尝试</translation>
    </message>
    <message>
        <source>No attempt on it failed in the last %1 h.</source>
        <translation>最近 %1 小时内没有失败的升级。</translation>
    </message>
    <message>
        <source>No backup</source>
        <translation>没有备份</translation>
    </message>
    <message>
        <source>No backup begun by hand since %1 is listed</source>
        <translation>列表中没有 %1 之后手动开始的备份</translation>
    </message>
    <message>
        <source>No batch plan yet</source>
        <translation>还没有批量计划</translation>
    </message>
    <message>
        <source>No bound</source>
        <translation>上限未知</translation>
    </message>
    <message>
        <source>No bound is documented for proxies; connections may drop</source>
        <translation>文档未给出代理节点的影响上限，连接可能断开</translation>
    </message>
    <message>
        <source>No bound is documented; an interruption is possible</source>
        <translation>文档未给出上限，可能出现中断</translation>
    </message>
    <message>
        <source>No bound is documented; interruptions are possible</source>
        <translation>文档未给出影响上限，可能出现中断</translation>
    </message>
    <message>
        <source>No call of this account was refused so far; the upgrade itself cannot be tested without calling.</source>
        <translation>该云账号目前没有被拒绝的调用；升级权限只有实际调用才能验证。</translation>
    </message>
    <message>
        <source>No change order is running.</source>
        <translation>没有正在执行的变更订单。</translation>
    </message>
    <message>
        <source>No connection to %1 could be made; nothing was sent.</source>
        <translation>无法连接到 %1，没有发送任何内容。</translation>
    </message>
    <message>
        <source>No connection to %1 was made within %2 s. As far as known, nothing was sent.</source>
        <translation>在 %2 秒内未能连接到 %1。据目前所知，没有发送任何内容。</translation>
    </message>
    <message>
        <source>No document says whether the service begins what is asked for in an open window in that window or in the next one. If in the next one, this begins about %1.</source>
        <translation>文档未说明在开放的时间段内提交的升级会在该时间段还是下一个时间段开始；如为后者，则约%1开始。</translation>
    </message>
    <message>
        <source>No full backup of this instance succeeded.</source>
        <translation>该实例没有成功的全量备份。</translation>
    </message>
    <message>
        <source>No good backup</source>
        <translation>没有可用备份</translation>
    </message>
    <message>
        <source>No instance is chosen. Select some in the table.</source>
        <translation>尚未选择实例。请在表格中选择。</translation>
    </message>
    <message>
        <source>No instance is in this list.</source>
        <translation>此列表中没有实例。</translation>
    </message>
    <message>
        <source>No instance is part of a wave, so nothing would be sent.</source>
        <translation>没有实例属于任何一批，因此不会发送请求。</translation>
    </message>
    <message>
        <source>No instance yet</source>
        <translation>还没有实例</translation>
    </message>
    <message>
        <source>No keychain service runs in this session</source>
        <translation>此会话中没有运行密钥环服务</translation>
    </message>
    <message>
        <source>No keychain: this session has no D-Bus session bus</source>
        <translation>没有密钥环：此会话没有 D-Bus 会话总线</translation>
    </message>
    <message>
        <source>No line holds “%1”</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>没有包含“%1”的行</translation>
    </message>
    <message>
        <source>No line holds “%1”.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>没有包含“%1”的行。</translation>
    </message>
    <message>
        <source>No longer seen</source>
        <translation>不再可见</translation>
    </message>
    <message>
        <source>No other upgrade of it is open here.</source>
        <translation>此处没有该实例的其他未结束升级。</translation>
    </message>
    <message>
        <source>No policy allows it (%1).</source>
        <translation>没有策略允许它（%1）。</translation>
    </message>
    <message>
        <source>No proxy.</source>
        <translation>没有代理节点。</translation>
    </message>
    <message>
        <source>No read action is denied.</source>
        <translation>没有只读操作被拒绝。</translation>
    </message>
    <message>
        <source>No region is chosen. Choose the region of the instance.</source>
        <translation>尚未选择地域。请选择实例所在的地域。</translation>
    </message>
    <message>
        <source>No region of this account has an instance %1.</source>
        <translation>该云账号的任何地域中都没有实例 %1。</translation>
    </message>
    <message>
        <source>No region of your accounts listed an instance. If you know an instance's id, type it: it may be one that this key may not list.</source>
        <translation>云账号的各个地域都没有列出实例。如果知道实例 ID，请直接输入：该密钥可能无权列出它。</translation>
    </message>
    <message>
        <source>No reply came in time. It is not known whether it was carried out.</source>
        <translation>未及时收到应答，无法确定是否已执行。</translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Nothing was sent.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>无法与 %1 建立安全连接。没有发送任何内容。</translation>
    </message>
    <message>
        <source>No setting holds “%1”. Esc shows all again.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>没有包含“%1”的设置。按 Esc 重新显示全部。</translation>
    </message>
    <message>
        <source>No such instance in %1. It was released, or it is in another region.</source>
        <translation>%1 中没有此实例：它可能已释放，或位于其他地域。</translation>
    </message>
    <message>
        <source>No task is running or scheduled.</source>
        <translation>没有正在执行或待执行的任务。</translation>
    </message>
    <message>
        <source>No telemetry. Only your accounts' endpoints are contacted.</source>
        <translation>不收集遥测数据。只访问您的云账号的接入地址。</translation>
    </message>
    <message>
        <source>No time is clearly quieter</source>
        <translation>没有明显更低的时段</translation>
    </message>
    <message>
        <source>No topic holds “%1”. Esc shows all again.</source>
        <extracomment>%1 is what was typed</extracomment>
        <translation>没有包含“%1”的主题。按 Esc 重新显示全部。</translation>
    </message>
    <message>
        <source>No upgrade by Uplift ended today</source>
        <translation>今天没有由 Uplift 发起的升级结束</translation>
    </message>
    <message>
        <source>No upgrade starts without a journal.</source>
        <translation>没有操作日志就不会开始升级。</translation>
    </message>
    <message>
        <source>No upgrade starts without a journal. Make its folder writable, or choose another one with --data-dir.</source>
        <translation>没有操作日志就不会开始升级。请将其文件夹设为可写，或使用 --data-dir 另选文件夹。</translation>
    </message>
    <message>
        <source>No upgrade starts without a journal. See the message about the journal.</source>
        <translation>没有操作日志就不会开始升级。请查看关于操作日志的提示。</translation>
    </message>
    <message>
        <source>No upgrade task since %1</source>
        <translation>自 %1 以来没有升级任务</translation>
    </message>
    <message>
        <source>No window the service takes.</source>
        <translation>服务端不接受这样的时间段。</translation>
    </message>
    <message>
        <source>No&amp;tifications</source>
        <translation>通知(&amp;T)</translation>
    </message>
    <message>
        <source>No, it is local</source>
        <translation>否，是本地显示</translation>
    </message>
    <message>
        <source>No. A second request could do it twice.</source>
        <translation>否。再次请求可能导致重复执行。</translation>
    </message>
    <message>
        <source>No. Nothing was sent.</source>
        <translation>否。未发送任何请求。</translation>
    </message>
    <message>
        <source>No. Status %1, the version is still %2.</source>
        <translation>否。状态为 %1，小版本仍为 %2。</translation>
    </message>
    <message>
        <source>No. Status and version are as before.</source>
        <translation>否。状态和版本与之前相同。</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>Nodes, after</source>
        <translation>变更后的节点</translation>
    </message>
    <message>
        <source>Nodes, before</source>
        <translation>变更前的节点</translation>
    </message>
    <message>
        <source>Nodes, before and after</source>
        <translation>变更前后的节点</translation>
    </message>
    <message>
        <source>Nodes, zones unknown</source>
        <translation>节点与可用区未知</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>None had to be taken.</source>
        <translation>无需人工判定。</translation>
    </message>
    <message>
        <source>None of its instances is known.</source>
        <translation>其实例均未知。</translation>
    </message>
    <message>
        <source>None of its regions could be asked.</source>
        <translation>其各个地域都无法查询。</translation>
    </message>
    <message>
        <source>None of these instances can be upgraded; the dry run says why.</source>
        <translation>这些实例都无法升级，原因见试运行。</translation>
    </message>
    <message>
        <source>None quieter</source>
        <translation>无更低时段</translation>
    </message>
    <message>
        <source>None stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>None. There is no way back to an older version.</source>
        <translation>无。升级后无法退回旧版本。</translation>
    </message>
    <message>
        <source>None: an upgrade could not be taken back by one.</source>
        <translation>没有：升级后无法用备份恢复。</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not a quiet hour</source>
        <translation>不在低峰期</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
    </message>
    <message>
        <source>Not asked yet.</source>
        <translation>尚未查询。</translation>
    </message>
    <message>
        <source>Not asked: no instance of %1 could be seen to ask about. Choose one, or another region, then look again.</source>
        <translation>未查询：在%1看不到可供查询的实例。请选择一个实例或其他地域，然后再查找一次。</translation>
    </message>
    <message>
        <source>Not asked: the role that would ask could not be taken on.</source>
        <translation>未查询：无法扮演用来查询的角色。</translation>
    </message>
    <message>
        <source>Not available: the keychain did not help</source>
        <translation>不可用：密钥环没有提供帮助</translation>
    </message>
    <message>
        <source>Not begun</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not begun. Instances planned: %1, waves: %2.</source>
        <translation>未开始。计划实例数：%1，批数：%2。</translation>
    </message>
    <message>
        <source>Not begun: the upgrade of %1 is planned.</source>
        <translation>未开始：已计划升级 %1。</translation>
    </message>
    <message>
        <source>Not checked yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>Not complete yet.</source>
        <translation>尚未输入完整。</translation>
    </message>
    <message>
        <source>Not complete yet. Enter does not send anything from this field.</source>
        <translation>尚未输入完整。在此按回车不会发送请求。</translation>
    </message>
    <message>
        <source>Not every instance came; none is called released.</source>
        <translation>并非所有实例都已取得；没有实例被视为已释放。</translation>
    </message>
    <message>
        <source>Not found: the service knows no such instance</source>
        <translation>未找到：服务端没有这样的实例</translation>
    </message>
    <message>
        <source>Not handed over in %1. %2</source>
        <extracomment>%1 a region, %2 why, a whole sentence</extracomment>
        <translation>未能在 %1 移交。%2</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not known. The request may have been carried out.</source>
        <translation>无法确定。该请求可能已执行。</translation>
    </message>
    <message>
        <source>Not permitted</source>
        <translation>没有权限</translation>
    </message>
    <message>
        <source>Not planned any more.</source>
        <translation>不再计划执行。</translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation>未见到</translation>
    </message>
    <message>
        <source>Not seen yet</source>
        <translation>尚未见到</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>Not sent: something typed needs correcting</source>
        <translation>未发送：输入内容需要更正</translation>
    </message>
    <message>
        <source>Not sent: the certificate was not trusted</source>
        <translation>未发送：证书不受信任</translation>
    </message>
    <message>
        <source>Not sent: the proxy refused</source>
        <translation>未发送：代理服务器拒绝</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>Not started or cancelled</source>
        <translation>未开始或已取消</translation>
    </message>
    <message>
        <source>Not tried</source>
        <translation>未试</translation>
    </message>
    <message>
        <source>Not tried: it cannot be asked about without doing it.</source>
        <translation>未试：不实际执行就无法查明。</translation>
    </message>
    <message>
        <source>Not written: the disk or file refused</source>
        <translation>未写入：磁盘或文件拒绝写入</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Note (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Notes (optional)</source>
        <translation>备注（可选）</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Nothing changes in the cloud, and the journal keeps what was done with it.</source>
        <translation>云端不会有任何变化，操作日志仍保留此前的记录。</translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation>此处没有内容</translation>
    </message>
    <message>
        <source>Nothing here is real, and nothing of it is kept. With a real cloud, this is what closing means:</source>
        <translation>这里的一切都不是真实的，也不会保留任何内容。在真实的云上，关闭意味着：</translation>
    </message>
    <message>
        <source>Nothing is changed before you import; it can be taken back.</source>
        <translation>导入之前不做任何改动；导入后可以撤销。</translation>
    </message>
    <message>
        <source>Nothing is denied, so nothing needs mending.</source>
        <translation>没有被拒绝的操作，因此无需修正。</translation>
    </message>
    <message>
        <source>Nothing is planned.</source>
        <translation>没有计划任何操作。</translation>
    </message>
    <message>
        <source>Nothing is planned. Select two or more instances in the table.</source>
        <translation>没有计划任何操作。请在表格中选择两个或更多实例。</translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation>没有与“%1”匹配的内容</translation>
    </message>
    <message>
        <source>Nothing new is begun after the first one that does not end well.</source>
        <translation>出现第一个未成功的实例后，不再开始新的升级。</translation>
    </message>
    <message>
        <source>Nothing new is begun once %1 have not ended well.</source>
        <translation>有 %1 个未成功后，不再开始新的升级。</translation>
    </message>
    <message>
        <source>Nothing new is begun until you resume it. What runs goes on in the cloud.</source>
        <translation>恢复之前不会开始新的操作。正在执行的会在云端继续。</translation>
    </message>
    <message>
        <source>Nothing new is begun when %1.</source>
        <extracomment>%1: one or more causes, "any upgrade fails or ends unchanged, an outcome is undecided"</extracomment>
        <translation>出现以下情况时不再开始新的升级：%1。</translation>
    </message>
    <message>
        <source>Nothing new is begun. It ends when what runs has ended.</source>
        <translation>不再开始新的操作。正在执行的结束后，批次随之结束。</translation>
    </message>
    <message>
        <source>Nothing of %1 was begun: %2</source>
        <translation>%1 尚未开始任何步骤：%2</translation>
    </message>
    <message>
        <source>Nothing of it begins until you go on with it.</source>
        <translation>在您继续执行之前，其中的任何操作都不会开始。</translation>
    </message>
    <message>
        <source>Nothing of it was seen for an hour after it was due, and the version is the same.</source>
        <translation>到期一小时后仍未看到任何迹象，版本也没有变化。</translation>
    </message>
    <message>
        <source>Nothing to check</source>
        <translation>没有需要检查的内容</translation>
    </message>
    <message>
        <source>Nothing to hand over: no instance is part of a wave.</source>
        <translation>没有可移交的内容：没有实例属于任何一批。</translation>
    </message>
    <message>
        <source>Nothing to start</source>
        <translation>没有可开始的升级</translation>
    </message>
    <message>
        <source>Nothing to start: %1 left out</source>
        <translation>没有可开始的升级：%1 个被排除</translation>
    </message>
    <message>
        <source>Nothing was attempted yet</source>
        <translation>还没有任何尝试</translation>
    </message>
    <message>
        <source>Nothing was changed in the cloud by this attempt.</source>
        <translation>本次尝试没有在云端造成任何变化。</translation>
    </message>
    <message>
        <source>Nothing was found in ~/.aliyun/config.json, ~/.alibabacloud/credentials or the environment.</source>
        <translation>在 ~/.aliyun/config.json、~/.alibabacloud/credentials 和环境变量中都没有找到可导入的密钥。</translation>
    </message>
    <message>
        <source>Nothing was sent. Look where it is now.</source>
        <translation>未发送任何请求。请查看其当前进度。</translation>
    </message>
    <message>
        <source>Nothing was sent. Mend that, then begin again.</source>
        <translation>未发送任何请求。请先解决该问题，然后重新开始。</translation>
    </message>
    <message>
        <source>Nothing was sent: %1</source>
        <translation>没有发送请求：%1</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>Now</source>
        <comment>a window that is open</comment>
        <translation>时间段内</translation>
    </message>
    <message>
        <source>Now %1 – %2</source>
        <translation>现在 %1 – %2</translation>
    </message>
    <message>
        <source>Now %1 – %2, %3 %</source>
        <extracomment>The legend of a chart: from %1 to %2 o'clock, %3 percent of the day's mean load</extracomment>
        <translation>现在 %1 – %2，%3%</translation>
    </message>
    <message>
        <source>Now due</source>
        <translation>原定时间</translation>
    </message>
    <message>
        <source>Now, as soon as the service takes it</source>
        <translation>立即，服务端受理后即开始</translation>
    </message>
    <message>
        <source>Now: %1. The next one begins when one of these has ended.</source>
        <extracomment>%1 "wave 2, Staging"</extracomment>
        <translation>当前：%1。其中一个结束后开始下一个。</translation>
    </message>
    <message>
        <source>Number and note go into the plan, and with it into the journal.</source>
        <translation>变更单号和备注会写入计划，并随计划写入操作日志。</translation>
    </message>
    <message>
        <source>Odd version notation</source>
        <translation>版本写法异常</translation>
    </message>
    <message>
        <source>Of %1 of them the service does not say how many nodes they have.</source>
        <translation>其中 %1 个实例，服务端未说明其节点数。</translation>
    </message>
    <message>
        <source>Of 1 of them the service does not say how many nodes it has.</source>
        <translation>其中 1 个实例，服务端未说明其节点数。</translation>
    </message>
    <message>
        <source>Of all windows, reports and times; changed without a restart.</source>
        <translation>用于所有窗口、报告和时间；更改后无需重启。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>Off: the service upgrades it by itself only where a scheduled event says so.</source>
        <translation>关闭：除计划内事件外，服务端不会自行升级。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Offline: no account can be reached. The list is as of %1.</source>
        <translation>离线：无法连接任何云账号。列表截至%1。</translation>
    </message>
    <message>
        <source>Offline: no account can be reached. What is known from before is shown with its age.</source>
        <translation>离线：无法连接任何云账号。以前已知的内容连同其时间一起显示。</translation>
    </message>
    <message>
        <source>Offline: the service was not reached</source>
        <translation>离线：无法访问服务端</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>On that day the clocks leave this time out.</source>
        <translation>当天因时钟调整，不存在该时间。</translation>
    </message>
    <message>
        <source>On: the service upgrades by itself, in the maintenance window.</source>
        <translation>开启：服务端会在可维护时间段内自行升级。</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>逐个</translation>
    </message>
    <message>
        <source>One field needs attention</source>
        <translation>有一项需要处理</translation>
    </message>
    <message>
        <source>One of the versions is not written as numbers with dots: current “%1”, latest “%2”.</source>
        <translation>有版本不是以点分隔的数字：当前“%1”，最新“%2”。</translation>
    </message>
    <message>
        <source>One question got no answer</source>
        <translation>有一次询问未收到应答</translation>
    </message>
    <message>
        <source>One region forbidden</source>
        <translation>一个地域无权限</translation>
    </message>
    <message>
        <source>One region silent</source>
        <translation>一个地域无应答</translation>
    </message>
    <message>
        <source>Only %1 are free where the journal lies; an upgrade needs %2, so that its outcome can be written.</source>
        <translation>操作日志所在位置仅剩 %1 可用；一次升级需要 %2，以便写入其结果。</translation>
    </message>
    <message>
        <source>Only %1 of %2 instances came; none is called released.</source>
        <translation>%2 个实例中只取得 %1 个；没有实例被视为已释放。</translation>
    </message>
    <message>
        <source>Only for keys that begin with STS.</source>
        <translation>仅用于以 STS. 开头的密钥。</translation>
    </message>
    <message>
        <source>Only if the canary is Verified: then it goes on at once.</source>
        <translation>金丝雀验证通过后立即继续。</translation>
    </message>
    <message>
        <source>Only if the canary is Verified: then it waits for the window of each instance.</source>
        <translation>金丝雀验证通过后，等待各实例的可维护时间段。</translation>
    </message>
    <message>
        <source>Only if the canary is Verified: then wait %1, and for the window of each instance.</source>
        <translation>金丝雀验证通过后等待 %1，再等待各实例的可维护时间段。</translation>
    </message>
    <message>
        <source>Only if the canary is Verified: then wait %1.</source>
        <translation>金丝雀验证通过后等待 %1。</translation>
    </message>
    <message>
        <source>Only the end of a key's id is on disk; “Edit” replaces a key or moves it.</source>
        <translation>磁盘上只有密钥 ID 的末尾几位；可在“编辑”中更换密钥或更改存放位置。</translation>
    </message>
    <message>
        <source>Only the latest version is documented as a target; the service may refuse another one.</source>
        <translation>文档只说明以最新版本为目标，服务端可能拒绝其他版本。</translation>
    </message>
    <message>
        <source>Only what the filters above let through is shown.</source>
        <translation>仅显示符合上方筛选条件的尝试。</translation>
    </message>
    <message>
        <source>Only when I ask</source>
        <translation>仅在我要求时</translation>
    </message>
    <message>
        <source>Only “latest” is documented for this call; whether the service takes a version by name is not.</source>
        <translation>该接口的文档只说明“latest”，服务端是否接受指定版本并无说明。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Open in &amp;history</source>
        <translation>在历史中打开(&amp;H)</translation>
    </message>
    <message>
        <source>Open tasks and events are looked at right before each start. Backups and load are not.</source>
        <translation>每次开始之前都会检查未结束的任务和事件，但不检查备份和负载。</translation>
    </message>
    <message>
        <source>Open the &amp;console</source>
        <translation>打开控制台(&amp;C)</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>打开文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Open the &amp;history</source>
        <translation>打开历史(&amp;H)</translation>
    </message>
    <message>
        <source>Open the &amp;practice cloud</source>
        <translation>打开演练云(&amp;P)</translation>
    </message>
    <message>
        <source>Open the fol&amp;der</source>
        <translation>打开文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>打开文件夹</translation>
    </message>
    <message>
        <source>Open the undecided one and decide. Then resume.</source>
        <translation>请打开待判定的升级并作出判定，然后恢复。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Order and instance</source>
        <translation>顺序与实例</translation>
    </message>
    <message>
        <source>Order pending</source>
        <translation>有待处理订单</translation>
    </message>
    <message>
        <source>Order still running</source>
        <translation>订单执行中</translation>
    </message>
    <message>
        <source>Orders unknown</source>
        <translation>订单未知</translation>
    </message>
    <message>
        <source>Otherwise the list stands as it was last seen, with its age, until you refresh it.</source>
        <translation>否则列表保持上次看到的状态并注明时间，直到您刷新。</translation>
    </message>
    <message>
        <source>Our own drawings, under the licence of Uplift.</source>
        <translation>自行绘制，采用 Uplift 的许可证。</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Over SSH, RDP or VNC nothing repaints under the pointer, since every repaint travels. This display looks like a local one.</source>
        <translation>通过 SSH、RDP 或 VNC 使用时，指针经过不会重绘，因为每次重绘都要经网络传输。当前显示看起来是本地的。</translation>
    </message>
    <message>
        <source>Over SSH, RDP or VNC nothing repaints under the pointer, since every repaint travels. This display looks like a remote one.</source>
        <translation>通过 SSH、RDP 或 VNC 使用时，指针经过不会重绘，因为每次重绘都要经网络传输。当前显示看起来是远程的。</translation>
    </message>
    <message>
        <source>P</source>
        <translation>生</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>PEM, trusted for this account beside the system's; empty: the system's alone</source>
        <translation>PEM 格式，除系统证书外，仅为此云账号所信任；留空：只用系统证书</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>节奏</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <extracomment>at the foot of a printed page</extracomment>
        <translation>第 %1 页，共 %2 页</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>步骤</translation>
    </message>
    <message>
        <source>Passed</source>
        <translation>已通过</translation>
    </message>
    <message>
        <source>Pause the batch</source>
        <translation>暂停批次</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Paused: %1 of %2 instances have ended well so far.</source>
        <translation>已暂停：%2 个实例中目前有 %1 个成功。</translation>
    </message>
    <message>
        <source>Permission not tested</source>
        <translation>权限未验证</translation>
    </message>
    <message>
        <source>Permission refused</source>
        <translation>权限被拒绝</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>计划</translation>
    </message>
    <message>
        <source>Plan again…</source>
        <translation>重新计划…</translation>
    </message>
    <message>
        <source>Plan the &amp;others again…</source>
        <translation>重新计划其余实例(&amp;O)…</translation>
    </message>
    <message>
        <source>Planned</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>Plans and records</source>
        <translation>计划与记录</translation>
    </message>
    <message>
        <source>Point of no return</source>
        <translation>此后不可撤回</translation>
    </message>
    <message>
        <source>Practice cloud</source>
        <translation>演练云</translation>
    </message>
    <message>
        <source>Practice cloud - Uplift</source>
        <translation>演练云 - Uplift</translation>
    </message>
    <message>
        <source>Practice cloud: nothing here is real.</source>
        <translation>演练云：这里的一切都不是真实的。</translation>
    </message>
    <message>
        <source>Press the button of the form: the confirmation opens, nothing is sent yet</source>
        <translation>按下表单的按钮：打开确认对话框，尚不发送任何请求</translation>
    </message>
    <message>
        <source>Preview as text. Every format says the same, and none holds a secret.</source>
        <translation>文本预览。各种格式的内容相同，均不含密钥。</translation>
    </message>
    <message>
        <source>Prod</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>生产</translation>
    </message>
    <message>
        <source>Production asks to type names</source>
        <translation>生产环境要求输入实例名</translation>
    </message>
    <message>
        <source>Production instances of this batch</source>
        <translation>此批次中的生产实例</translation>
    </message>
    <message>
        <source>Profile is read-only</source>
        <translation>配置为只读</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Progress of the upgrade</source>
        <translation>升级进度</translation>
    </message>
    <message>
        <source>Proxies of %1: %2</source>
        <extracomment>%1: how many instances, %2: whole sentences about what happens to connections</extracomment>
        <translation>%1 个实例的代理节点：%2</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Proxy %1  →  %2</source>
        <extracomment>The versions of an instance's proxies</extracomment>
        <translation>代理节点 %1  →  %2</translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation>代理服务器地址</translation>
    </message>
    <message>
        <source>Proxy and certificates</source>
        <translation>代理服务器与证书</translation>
    </message>
    <message>
        <source>Proxy behind</source>
        <translation>代理节点可更新</translation>
    </message>
    <message>
        <source>Proxy behind its latest</source>
        <translation>代理节点不是最新</translation>
    </message>
    <message>
        <source>Proxy latest</source>
        <translation>代理节点最新小版本</translation>
    </message>
    <message>
        <source>Proxy runs now</source>
        <translation>代理节点当前小版本</translation>
    </message>
    <message>
        <source>Proxy unknown</source>
        <translation>是否有代理未知</translation>
    </message>
    <message>
        <source>Proxy upgrade</source>
        <translation>代理节点升级</translation>
    </message>
    <message>
        <source>Proxy upgrades</source>
        <translation>代理节点升级</translation>
    </message>
    <message>
        <source>Proxy version unknown</source>
        <translation>代理版本未知</translation>
    </message>
    <message>
        <source>Proxy, then kernel</source>
        <translation>先代理，后内核</translation>
    </message>
    <message>
        <source>Proxy: %1.</source>
        <extracomment>Follows the impact of the kernel's upgrade. %1: that of the proxies'</extracomment>
        <translation>代理节点：%1。</translation>
    </message>
    <message>
        <source>Public internet</source>
        <translation>公网</translation>
    </message>
    <message>
        <source>Quiet hour unknown</source>
        <translation>低峰期未知</translation>
    </message>
    <message>
        <source>Quieter</source>
        <translation>更低</translation>
    </message>
    <message>
        <source>Quieter %1 – %2</source>
        <translation>更低 %1 – %2</translation>
    </message>
    <message>
        <source>Quieter %1 – %2, %3 %</source>
        <translation>更低 %1 – %2，%3%</translation>
    </message>
    <message>
        <source>Quietest %1 – %2, %3 % of the mean; now, %4 – %5, it is %6 %.</source>
        <translation>负载最低的时段为 %1 – %2，是均值的 %3%；现在 %4 – %5 为 %6%。</translation>
    </message>
    <message>
        <source>Quietest %1 – %2, %3 % of the mean; the load at the chosen time is not known.</source>
        <translation>负载最低的时段为 %1 – %2，是均值的 %3%；所选时段的负载未知。</translation>
    </message>
    <message>
        <source>Quietest %1 – %2, %3 % of the mean; the window %4 – %5 has %6 %.</source>
        <translation>负载最低的时段为 %1 – %2，是均值的 %3%；可维护时间段 %4 – %5 为 %6%。</translation>
    </message>
    <message>
        <source>RAM policy</source>
        <translation>RAM 策略</translation>
    </message>
    <message>
        <source>RAM policy that mends it</source>
        <translation>用于修正的 RAM 策略</translation>
    </message>
    <message>
        <source>Re&amp;fresh by itself</source>
        <translation>自动刷新(&amp;F)</translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation>地域(&amp;G)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;move the account…</source>
        <translation>移除云账号(&amp;M)…</translation>
    </message>
    <message>
        <source>Re&amp;move the profile</source>
        <translation>移除配置(&amp;M)</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>重命名(&amp;N)…</translation>
    </message>
    <message>
        <source>Reaches the endpoint with these settings; no key is sent.</source>
        <translation>用这些设置连接接入地址；不发送任何密钥。</translation>
    </message>
    <message>
        <source>Read &amp;again</source>
        <translation>重新读取(&amp;A)</translation>
    </message>
    <message>
        <source>Read by an earlier session, %1</source>
        <translation>由以前的会话读取，%1</translation>
    </message>
    <message>
        <source>Read in History why, before you try again.</source>
        <translation>再次尝试之前，请先在历史中查看原因。</translation>
    </message>
    <message>
        <source>Read the log again, where it is open</source>
        <translation>重新读取已打开的运行日志</translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>Read-only: shown and watched, never upgraded from here</source>
        <translation>只读：仅显示和跟踪，不从这里升级</translation>
    </message>
    <message>
        <source>Read/write splitting</source>
        <translation>读写分离版</translation>
    </message>
    <message>
        <source>Reading it back</source>
        <translation>读回核对</translation>
    </message>
    <message>
        <source>Reading the list of instances</source>
        <translation>正在读取实例列表</translation>
    </message>
    <message>
        <source>Reads all regions of all accounts again; upgrades under way are followed in any case.</source>
        <translation>重新读取所有账号的所有地域；进行中的升级始终会跟踪。</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Reason, kept in the journal (optional)</source>
        <translation>原因，记入操作日志（可选）</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>Refresh (Ctrl+R)</source>
        <translation>刷新（Ctrl+R）</translation>
    </message>
    <message>
        <source>Refresh after a while; quote the RequestId if it stays so.</source>
        <translation>请稍后刷新；若仍如此，请提供 RequestId 咨询。</translation>
    </message>
    <message>
        <source>Refresh again to read the rest.</source>
        <translation>请再次刷新，以读取其余的实例。</translation>
    </message>
    <message>
        <source>Refresh in a few minutes. If it stays so, ask the provider before upgrading.</source>
        <translation>请几分钟后刷新。如果状态仍不变，请在升级之前询问服务商。</translation>
    </message>
    <message>
        <source>Refresh the instance, or let Uplift run this batch.</source>
        <translation>请刷新该实例，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Refresh the list later. What was known before stays, and nothing is called gone.</source>
        <translation>请稍后刷新列表。以前已知的内容会保留，没有实例被视为已释放。</translation>
    </message>
    <message>
        <source>Refresh when Uplift &amp;starts</source>
        <translation>Uplift 启动时刷新(&amp;S)</translation>
    </message>
    <message>
        <source>Refresh, or add “Back up now” to the plan as a step before the upgrade.</source>
        <translation>请刷新，或在升级之前的步骤中加入“立即备份”。</translation>
    </message>
    <message>
        <source>Refresh, or look at the instance's monitoring in the console.</source>
        <translation>请刷新，或在控制台查看实例监控。</translation>
    </message>
    <message>
        <source>Refresh, or look at the scheduled events in the console.</source>
        <translation>请刷新，或在控制台查看计划内事件。</translation>
    </message>
    <message>
        <source>Refresh, or look at the task centre in the console.</source>
        <translation>请刷新，或在控制台查看任务中心。</translation>
    </message>
    <message>
        <source>Refresh, or look the versions up in the console.</source>
        <translation>请刷新，或在控制台查看版本。</translation>
    </message>
    <message>
        <source>Refresh. The service refuses the upgrade unless the status is Normal.</source>
        <translation>请刷新。除非状态为 Normal（正常），否则服务端会拒绝升级。</translation>
    </message>
    <message>
        <source>Refresh: the task may have gone on meanwhile, and offer something else.</source>
        <translation>请刷新：任务可能已继续执行，可用的操作可能已变化。</translation>
    </message>
    <message>
        <source>Refresh; the next reply tells.</source>
        <translation>请刷新，下一次应答会给出结果。</translation>
    </message>
    <message>
        <source>Refused: the instance is busy</source>
        <translation>被拒绝：实例正忙</translation>
    </message>
    <message>
        <source>Refused: this key may not do that</source>
        <translation>被拒绝：该密钥没有此权限</translation>
    </message>
    <message>
        <source>Refused: too many calls at once</source>
        <translation>被拒绝：同时调用过多</translation>
    </message>
    <message>
        <source>Region</source>
        <translation>地域</translation>
    </message>
    <message>
        <source>Region of the &amp;VPC</source>
        <translation>VPC 所在地域(&amp;V)</translation>
    </message>
    <message>
        <source>Region of the VPC</source>
        <translation>VPC 所在地域</translation>
    </message>
    <message>
        <source>Regions %1 of %2</source>
        <translation>地域 %1 / %2</translation>
    </message>
    <message>
        <source>Regular</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>被拒绝</translation>
    </message>
    <message>
        <source>Rejected %1</source>
        <extracomment>%1: an age, "12 min ago"</extracomment>
        <translation>%1被拒绝</translation>
    </message>
    <message>
        <source>Rejected: the service refused the request</source>
        <translation>被拒绝：服务端拒绝了请求</translation>
    </message>
    <message>
        <source>Release notes</source>
        <translation>发布说明</translation>
    </message>
    <message>
        <source>Release notes - Uplift</source>
        <translation>发布说明 - Uplift</translation>
    </message>
    <message>
        <source>Release notes as sent</source>
        <translation>发布说明原文</translation>
    </message>
    <message>
        <source>Release notes for %1</source>
        <translation>%1 的发布说明</translation>
    </message>
    <message numerus="yes">
        <source>Release notes of %n version(s)</source>
        <translation>
            <numerusform>%n 个版本的发布说明</numerusform>
        </translation>
    </message>
    <message>
        <source>Released</source>
        <translation>已释放</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Remove a saved plan that is not needed.</source>
        <translation>请移除一个不再需要的已存计划。</translation>
    </message>
    <message>
        <source>Remove account - Uplift</source>
        <translation>移除云账号 - Uplift</translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation>移除云账号</translation>
    </message>
    <message>
        <source>Remove the account %1 without its secret?</source>
        <extracomment>%1 is the account's name</extracomment>
        <translation>不删除密钥，直接移除账号 %1？</translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <extracomment>%1 is the account's name</extracomment>
        <translation>移除云账号“%1”？</translation>
    </message>
    <message>
        <source>Remove the account here</source>
        <translation>在此移除账号</translation>
    </message>
    <message>
        <source>Remove the cause, such as a locked keychain, then resume.</source>
        <translation>请先排除原因（例如密钥环已锁定），然后恢复。</translation>
    </message>
    <message>
        <source>Remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation>请使用“密码和密钥”（seahorse）手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Rename profile</source>
        <translation>重命名配置</translation>
    </message>
    <message>
        <source>Rename profile - Uplift</source>
        <translation>重命名配置 - Uplift</translation>
    </message>
    <message>
        <source>Rename the plan</source>
        <translation>重命名计划</translation>
    </message>
    <message>
        <source>Rename the plan - Uplift</source>
        <translation>重命名计划 - Uplift</translation>
    </message>
    <message>
        <source>Renew its token in the account's settings.</source>
        <translation>请在云账号设置中更新令牌。</translation>
    </message>
    <message>
        <source>Replies</source>
        <translation>应答格式</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>RequestId %1</source>
        <translation>RequestId %1</translation>
    </message>
    <message>
        <source>RequestIds</source>
        <translation>RequestId</translation>
    </message>
    <message>
        <source>Requested</source>
        <translation>已请求</translation>
    </message>
    <message>
        <source>Restart the keychain service and try again.</source>
        <translation>请重启密钥环服务后再试。</translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation>重启中</translation>
    </message>
    <message>
        <source>Restored from the last good copy, %1, saved %2.</source>
        <extracomment>%1 path, %2 date and time</extracomment>
        <translation>已从最近的完好副本 %1 恢复，保存于 %2。</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>备份恢复中</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Resume begins them now, as the plan says; Stop ends the batch.</source>
        <translation>选择“恢复”会按计划立即开始这些升级，选择“停止”则结束批次。</translation>
    </message>
    <message>
        <source>Review the upgrade…</source>
        <translation>查看升级详情…</translation>
    </message>
    <message>
        <source>Rollback</source>
        <translation>回滚</translation>
    </message>
    <message>
        <source>Row %1 of the journal was changed after it was written.</source>
        <translation>操作日志的第 %1 行在写入后被更改。</translation>
    </message>
    <message>
        <source>Run it in the &amp;cloud (OOS)…</source>
        <translation>由云端执行（OOS）(&amp;C)…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>of a backup</comment>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Running in the cloud</source>
        <translation>在云端运行</translation>
    </message>
    <message>
        <source>Running now</source>
        <translation>正在进行</translation>
    </message>
    <message>
        <source>Running upgrades</source>
        <translation>正在进行的升级</translation>
    </message>
    <message>
        <source>Runs now</source>
        <translation>当前运行</translation>
    </message>
    <message>
        <source>S</source>
        <translation>预</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>设置(&amp;E)…</translation>
    </message>
    <message>
        <source>S&amp;top after the current…</source>
        <translation>当前升级结束后停止(&amp;T)…</translation>
    </message>
    <message>
        <source>Sa&amp;ve plan</source>
        <translation>保存计划(&amp;V)</translation>
    </message>
    <message>
        <source>Save account</source>
        <translation>保存云账号</translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation>保存为配置</translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation>保存配置</translation>
    </message>
    <message>
        <source>Save profile - Uplift</source>
        <translation>保存配置 - Uplift</translation>
    </message>
    <message>
        <source>Save the change ticket</source>
        <translation>保存变更单</translation>
    </message>
    <message>
        <source>Save the instances that are missing as profiles, by their id.</source>
        <translation>请按 ID 将缺少的实例存为配置。</translation>
    </message>
    <message>
        <source>Save the plan</source>
        <translation>保存计划</translation>
    </message>
    <message>
        <source>Save the plan - Uplift</source>
        <translation>保存计划 - Uplift</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>Saved profiles</source>
        <translation>已存配置</translation>
    </message>
    <message>
        <source>Say first that clients reconnect, or see Help: preparing clients.</source>
        <translation>请先确认客户端会自动重连，或查看“帮助：准备客户端”。</translation>
    </message>
    <message>
        <source>Scheduled events</source>
        <translation>计划内事件</translation>
    </message>
    <message>
        <source>Search by name, id, account, RequestId, ticket or note</source>
        <translation>按名称、ID、云账号、RequestId、变更单号或备注搜索</translation>
    </message>
    <message>
        <source>Search in the settings and in the help</source>
        <translation>在设置和帮助中搜索</translation>
    </message>
    <message>
        <source>Search the help</source>
        <translation>搜索帮助</translation>
    </message>
    <message>
        <source>Search the settings</source>
        <translation>搜索设置</translation>
    </message>
    <message>
        <source>Searched: name, id, account, region, version, RequestId, ticket, note, and who confirmed it.</source>
        <translation>已搜索名称、ID、云账号、地域、版本、RequestId、变更单号、备注和确认人。</translation>
    </message>
    <message numerus="yes">
        <source>Searched: name, id, tag, region, account and version of %n instance(s).</source>
        <translation>
            <numerusform>已搜索 %n 个实例的名称、ID、标签、地域、云账号和版本。</numerusform>
        </translation>
    </message>
    <message>
        <source>Security &amp;token (optional)</source>
        <translation>安全令牌（可选）(&amp;T)</translation>
    </message>
    <message>
        <source>Security token (optional)</source>
        <translation>安全令牌（可选）</translation>
    </message>
    <message>
        <source>See History.</source>
        <translation>请查看历史。</translation>
    </message>
    <message>
        <source>See In progress. The upgrade can begin when the backup has ended.</source>
        <translation>请查看“进行中”。备份结束后即可开始升级。</translation>
    </message>
    <message>
        <source>See In progress; archive it when all have ended.</source>
        <translation>请查看“进行中”，待全部结束后再归档。</translation>
    </message>
    <message>
        <source>See In progress; decide there if it waits for you.</source>
        <translation>请查看“进行中”；如果它在等待您判定，请在那里判定。</translation>
    </message>
    <message>
        <source>See In progress; it waits for your decision.</source>
        <translation>请查看“进行中”，该升级等待您判定。</translation>
    </message>
    <message>
        <source>See that the two do not meet: move or cancel one of them where the provider allows it.</source>
        <translation>请避免两者同时进行：在服务商允许时改期或取消其中之一。</translation>
    </message>
    <message>
        <source>See what is outdated, read what an upgrade will do, confirm once, and follow it to a verified end. No upgrade is sent before you confirm.</source>
        <translation>查看哪些实例版本过旧，了解升级会做什么，确认一次，并跟踪到结果得到验证。在您确认之前不会发送任何升级请求。</translation>
    </message>
    <message>
        <source>Seems to be the account %1 already.</source>
        <translation>似乎已是云账号 %1。</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>观察到</translation>
    </message>
    <message>
        <source>Select a plan to see its rules.</source>
        <translation>选择一个计划，可查看其规则。</translation>
    </message>
    <message>
        <source>Select an attempt to see what was sent and what came of it.</source>
        <translation>请选择一次尝试，查看发送了什么以及结果如何。</translation>
    </message>
    <message>
        <source>Select an instance, or press Ctrl+N to type an id.</source>
        <translation>请选择实例，或按 Ctrl+N 输入 ID。</translation>
    </message>
    <message>
        <source>Select an upgrade to see its steps.</source>
        <translation>选择一个升级，可查看其各步骤。</translation>
    </message>
    <message>
        <source>Select instances that may be upgraded.</source>
        <translation>请选择可以升级的实例。</translation>
    </message>
    <message>
        <source>Select two or more instances in the table: the right side becomes the plan of a batch, to be started, or saved and used again.</source>
        <translation>请在表格中选择两个或更多实例：右侧会成为批量计划，可以直接开始，也可以保存后再次使用。</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送时间</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>已于 %1 发送</translation>
    </message>
    <message>
        <source>Sent as %1</source>
        <translation>发送为 %1</translation>
    </message>
    <message>
        <source>Sent as EffectTime=%1</source>
        <translation>发送为 EffectTime=%1</translation>
    </message>
    <message>
        <source>Sent, ended</source>
        <translation>发送、结束</translation>
    </message>
    <message>
        <source>Session end unknown</source>
        <translation>会话有效期未知</translation>
    </message>
    <message>
        <source>Session ends too soon</source>
        <translation>会话过早失效</translation>
    </message>
    <message>
        <source>Session has ended</source>
        <translation>会话已失效</translation>
    </message>
    <message>
        <source>Set the clock. Uplift signs with the service's time meanwhile; times shown here are this computer's.</source>
        <translation>请校准时钟。在此期间 Uplift 使用服务端时间签名；这里显示的是本机时间。</translation>
    </message>
    <message>
        <source>Set the clock: the service refuses requests that are 15 minutes off.</source>
        <translation>请校准时钟：服务端会拒绝时间相差 15 分钟的请求。</translation>
    </message>
    <message>
        <source>Set them in the system's proxy settings, or choose another proxy in the account's settings.</source>
        <translation>请在系统的代理服务器设置中设置，或在云账号设置中选择其他代理服务器。</translation>
    </message>
    <message>
        <source>Settings - Uplift</source>
        <translation>设置 - Uplift</translation>
    </message>
    <message>
        <source>Settings and moments</source>
        <translation>设置与时间</translation>
    </message>
    <message>
        <source>Settle the account's bill, then refresh.</source>
        <translation>请结清该云账号的账单，然后刷新。</translation>
    </message>
    <message>
        <source>Shards and proxies</source>
        <translation>分片与代理节点</translation>
    </message>
    <message>
        <source>Sho&amp;w the log…</source>
        <translation>显示运行日志(&amp;W)…</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Show all of today</source>
        <translation>显示今天的全部</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>显示为</translation>
    </message>
    <message>
        <source>Show in &amp;progress</source>
        <translation>在“进行中”显示(&amp;P)</translation>
    </message>
    <message>
        <source>Show it in In progress</source>
        <translation>在“进行中”显示</translation>
    </message>
    <message>
        <source>Show it in progress</source>
        <translation>在“进行中”显示</translation>
    </message>
    <message>
        <source>Show it in the details</source>
        <translation>在详情中显示</translation>
    </message>
    <message>
        <source>Show it in the history</source>
        <translation>在历史中查看</translation>
    </message>
    <message>
        <source>Show its progress</source>
        <translation>查看其进度</translation>
    </message>
    <message>
        <source>Show the &amp;instance</source>
        <translation>显示实例(&amp;I)</translation>
    </message>
    <message>
        <source>Show the batch: %1</source>
        <translation>显示批次：%1</translation>
    </message>
    <message>
        <source>Show the dr&amp;y run</source>
        <translation>显示试运行(&amp;Y)</translation>
    </message>
    <message>
        <source>Show the dr&amp;y run of the batch</source>
        <translation>显示批次的试运行(&amp;Y)</translation>
    </message>
    <message>
        <source>Show the dry run</source>
        <translation>显示试运行</translation>
    </message>
    <message>
        <source>Show the instance</source>
        <translation>显示实例</translation>
    </message>
    <message>
        <source>Show the lines with these words</source>
        <translation>显示包含这些词的行</translation>
    </message>
    <message>
        <source>Show the re&amp;quest</source>
        <translation>显示请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Show the re&amp;quests</source>
        <translation>显示请求(&amp;Q)</translation>
    </message>
    <message>
        <source>Show the re&amp;quests…</source>
        <translation>显示请求(&amp;Q)…</translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <source>Show the requests</source>
        <translation>显示请求</translation>
    </message>
    <message>
        <source>Shown by this desktop's notification service.</source>
        <translation>由此桌面的通知服务显示。</translation>
    </message>
    <message>
        <source>Shown from the tray: this desktop has no notification service.</source>
        <translation>由托盘显示：此桌面没有通知服务。</translation>
    </message>
    <message>
        <source>Shown in lists and on change tickets</source>
        <translation>显示在列表和变更单中</translation>
    </message>
    <message>
        <source>Shows more rows at once, each fact in a column of its own.</source>
        <translation>一次显示更多行，每项信息各占一列。</translation>
    </message>
    <message>
        <source>Si&amp;zes of the waves</source>
        <translation>各批数量(&amp;Z)</translation>
    </message>
    <message>
        <source>Sidebar, table, form, in progress, history</source>
        <translation>侧边栏、表格、表单、进行中、历史</translation>
    </message>
    <message>
        <source>Signature</source>
        <translation>签名</translation>
    </message>
    <message>
        <source>Signature, proxy, certificates…</source>
        <translation>签名、代理服务器、证书…</translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation>新加坡</translation>
    </message>
    <message>
        <source>Single node</source>
        <translation>单节点</translation>
    </message>
    <message>
        <source>Single nodes: %1.</source>
        <translation>单节点：%1 个。</translation>
    </message>
    <message>
        <source>Single zone</source>
        <translation>单可用区</translation>
    </message>
    <message>
        <source>Slow network</source>
        <translation>网络缓慢</translation>
    </message>
    <message>
        <source>So far: what happened</source>
        <translation>目前为止：执行情况</translation>
    </message>
    <message>
        <source>Some actions are forbidden by a Deny. The policy below leaves them out, since allowing them does not help: have that Deny lifted first.</source>
        <translation>有些操作被 Deny 禁止。下面的策略不包含它们，因为允许没有用：请先取消该 Deny。</translation>
    </message>
    <message>
        <source>Some calls are refused</source>
        <translation>部分调用被拒绝</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>有人</translation>
    </message>
    <message>
        <source>Something is being started on %1 right now.</source>
        <translation>%1 上正在启动另一项操作。</translation>
    </message>
    <message>
        <source>Something on the way answered with a redirect (%1), not the service. It is not known whether it was carried out.</source>
        <translation>途中有设备返回了重定向（%1），而非服务端。无法确定是否已执行。</translation>
    </message>
    <message>
        <source>Sort by</source>
        <translation>排序方式</translation>
    </message>
    <message>
        <source>Split the wave, or let Uplift run this batch.</source>
        <translation>请拆分该批，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Staging</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Staging and development</source>
        <translation>预发和开发</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准版</translation>
    </message>
    <message>
        <source>Stands in the plan, in every step and in the report.</source>
        <translation>会写入计划、每个步骤和报告。</translation>
    </message>
    <message>
        <source>Start %1 upgrades</source>
        <translation>开始 %1 个升级</translation>
    </message>
    <message>
        <source>Start %1 upgrades in %2 waves</source>
        <extracomment>%1 is two or more, as is %2</extracomment>
        <translation>开始 %1 个升级，分 %2 批</translation>
    </message>
    <message>
        <source>Start %1 upgrades?</source>
        <translation>开始 %1 个升级？</translation>
    </message>
    <message>
        <source>Start 1 upgrade</source>
        <translation>开始 1 个升级</translation>
    </message>
    <message>
        <source>Start 1 upgrade?</source>
        <translation>开始 1 个升级？</translation>
    </message>
    <message>
        <source>Start Uplift from a desktop session or under dbus-run-session, or enter the secret for this session only.</source>
        <translation>请从桌面会话或通过 dbus-run-session 启动 Uplift，或仅为本次会话输入 Secret。</translation>
    </message>
    <message>
        <source>Start Uplift from a desktop session or under dbus-run-session, or keep the secret for this session only.</source>
        <translation>请从桌面会话或通过 dbus-run-session 启动 Uplift，或仅在本次会话中保存 Secret。</translation>
    </message>
    <message>
        <source>Start Uplift from the desktop session that stored it and try again, or remove the entry %2 of Uplift there by hand.</source>
        <translation>请从当初保存它的桌面会话启动 Uplift 后再试，或在那里手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Start Uplift without the environment variable QT_NO_GLIB, or use secrets for this session only.</source>
        <translation>请在不设置环境变量 QT_NO_GLIB 的情况下启动 Uplift，或仅为本次会话使用 Secret。</translation>
    </message>
    <message>
        <source>Start and end, Qt's warnings, every call in one line, troubles of journal and keychain. No key, no request and no reply is in it.</source>
        <translation>启动与退出、Qt 的警告、每次调用一行、操作日志与密钥环的故障。其中没有密钥，也没有请求和应答的内容。</translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation>需要时可重新开始。</translation>
    </message>
    <message>
        <source>Start the batch…</source>
        <translation>开始批次…</translation>
    </message>
    <message>
        <source>Start the keychain service that stored it (gnome-keyring or KWallet) and try again, or remove the entry %2 of Uplift there by hand.</source>
        <translation>请启动当初保存它的密钥环服务（gnome-keyring 或 KWallet）后再试，或在那里手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Starting an upgrade is refused because of the instance's state.</source>
        <translation>由于实例的状态，开始升级被拒绝。</translation>
    </message>
    <message>
        <source>Starting an upgrade is refused: the key lacks the permission.</source>
        <translation>开始升级被拒绝：该密钥缺少权限。</translation>
    </message>
    <message>
        <source>Starts</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>States</source>
        <translation>状态变化</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>Status became MinorVersionUpgrading</source>
        <translation>状态变为 MinorVersionUpgrading</translation>
    </message>
    <message>
        <source>Status is %1: this instance cannot be upgraded.</source>
        <translation>状态为 %1：该实例无法升级。</translation>
    </message>
    <message>
        <source>Status is %1; an upgrade starts from Normal only.</source>
        <translation>状态为 %1；仅当状态为 Normal（正常）时才能升级。</translation>
    </message>
    <message>
        <source>Status is Inactive: the instance is disabled, for example unpaid.</source>
        <translation>状态为 Inactive：实例被禁用，例如欠费。</translation>
    </message>
    <message>
        <source>Status is MinorVersionUpgrading: an upgrade already runs.</source>
        <translation>状态为 MinorVersionUpgrading：已有升级正在进行。</translation>
    </message>
    <message>
        <source>Status is Normal.</source>
        <translation>状态为 Normal（正常）。</translation>
    </message>
    <message>
        <source>Status is not Normal</source>
        <translation>状态不是 Normal</translation>
    </message>
    <message>
        <source>Status is “%1”, which Uplift does not know.</source>
        <translation>状态为“%1”，Uplift 不认识该状态。</translation>
    </message>
    <message>
        <source>Status stayed %1</source>
        <translation>状态一直为 %1</translation>
    </message>
    <message>
        <source>Status unknown</source>
        <translation>状态未知</translation>
    </message>
    <message>
        <source>Status went through %1</source>
        <translation>状态依次为 %1</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>不关闭</translation>
    </message>
    <message>
        <source>Stg</source>
        <translation>预发</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>Still undecided</source>
        <translation>仍待判定</translation>
    </message>
    <message>
        <source>Stop %1 after the current ones?</source>
        <translation>当前升级结束后停止 %1？</translation>
    </message>
    <message>
        <source>Stop &amp;asking</source>
        <translation>停止查询(&amp;A)</translation>
    </message>
    <message>
        <source>Stop asking (Ctrl+.)</source>
        <translation>停止查询（Ctrl+.）</translation>
    </message>
    <message>
        <source>Stop before the next one when</source>
        <translation>出现以下情况时，在下一个之前停止</translation>
    </message>
    <message>
        <source>Stop it</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop refreshing</source>
        <translation>停止刷新</translation>
    </message>
    <message>
        <source>Stop the batch - Uplift</source>
        <translation>停止批次 - Uplift</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Stopped by a rule</source>
        <translation>因规则暂停</translation>
    </message>
    <message>
        <source>Stopped. What was answered so far is not enough for a verdict; “What may it do…” in the account's menu begins anew.</source>
        <translation>已停止。目前的应答不足以得出结论；可用云账号菜单中的“它可以做什么…”重新开始。</translation>
    </message>
    <message>
        <source>Stopped: %1 of %2 instances have ended well; nothing more is begun.</source>
        <translation>已停止：%2 个实例中有 %1 个成功，不再开始新的升级。</translation>
    </message>
    <message>
        <source>Stopped: a fault in Uplift</source>
        <translation>已停止：Uplift 内部故障</translation>
    </message>
    <message>
        <source>Stops</source>
        <translation>停止条件</translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Success</source>
        <comment>of a backup</comment>
        <translation>成功</translation>
    </message>
    <message>
        <source>Switch it off</source>
        <translation>关闭自动升级</translation>
    </message>
    <message>
        <source>Switch it off in the details if only this plan shall decide when.</source>
        <translation>如只应由此计划决定时间，请在详情中关闭自动升级。</translation>
    </message>
    <message>
        <source>Switch it off…</source>
        <translation>关闭自动升级…</translation>
    </message>
    <message>
        <source>Switch it on</source>
        <translation>开启自动升级</translation>
    </message>
    <message>
        <source>Switch it on…</source>
        <translation>开启自动升级…</translation>
    </message>
    <message>
        <source>Switch of the automatic upgrade</source>
        <translation>开启或关闭自动升级</translation>
    </message>
    <message>
        <source>Switch on a fault</source>
        <translation>开启一种故障</translation>
    </message>
    <message>
        <source>Switch the automatic upgrade of %1 off?</source>
        <translation>关闭 %1 的自动升级？</translation>
    </message>
    <message>
        <source>Switch the automatic upgrade of %1 on?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>开启 %1 的自动升级？</translation>
    </message>
    <message>
        <source>Switch: %1</source>
        <translation>切换：%1</translation>
    </message>
    <message>
        <source>Switching</source>
        <translation>切换中</translation>
    </message>
    <message>
        <source>Switchover</source>
        <translation>切换</translation>
    </message>
    <message>
        <source>System</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>TLS change</source>
        <translation>TLS 变更中</translation>
    </message>
    <message>
        <source>Tag %1</source>
        <translation>标签 %1</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Tair cluster</source>
        <translation>Tair 集群版</translation>
    </message>
    <message>
        <source>Tair read/write splitting</source>
        <translation>Tair 读写分离版</translation>
    </message>
    <message>
        <source>Tair standard</source>
        <translation>Tair 标准版</translation>
    </message>
    <message>
        <source>Tair, unknown edition</source>
        <translation>Tair，版本类型未知</translation>
    </message>
    <message>
        <source>Takes effect</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>Takes on the role “%1”; its keys are renewed while Uplift runs.</source>
        <extracomment>%1 is the name of a role</extracomment>
        <translation>扮演角色“%1”；Uplift 运行期间会续期其密钥。</translation>
    </message>
    <message>
        <source>Target by name</source>
        <translation>指定了目标版本</translation>
    </message>
    <message>
        <source>Target not compared</source>
        <translation>目标版本未比较</translation>
    </message>
    <message>
        <source>Target not possible</source>
        <translation>目标版本不可行</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Task %1 (%2) is %3</source>
        <translation>任务 %1（%2）的状态为 %3</translation>
    </message>
    <message>
        <source>Task %1 failed</source>
        <translation>任务 %1 已失败</translation>
    </message>
    <message>
        <source>Task %1 is %2</source>
        <translation>任务 %1 的状态为 %2</translation>
    </message>
    <message>
        <source>Task %1 succeeded</source>
        <translation>任务 %1 已成功</translation>
    </message>
    <message>
        <source>Task of unknown status</source>
        <translation>任务状态未知</translation>
    </message>
    <message numerus="yes">
        <source>Tasks of the last %n day(s)</source>
        <translation>
            <numerusform>最近 %n 天的任务</numerusform>
        </translation>
    </message>
    <message>
        <source>Tasks unknown</source>
        <translation>任务未知</translation>
    </message>
    <message>
        <source>Tell me when the &amp;window is not in front</source>
        <translation>窗口不在前台时通知我(&amp;W)</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Test &amp;without a key</source>
        <translation>不用密钥测试(&amp;W)</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>重新测试</translation>
    </message>
    <message>
        <source>Test the account. If the key ends early, the watching stops; the upgrade does not.</source>
        <translation>请测试云账号。如果密钥提前失效，只会停止跟踪，升级不会停止。</translation>
    </message>
    <message>
        <source>Test without a key</source>
        <translation>不用密钥测试</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Text si&amp;ze</source>
        <translation>文字大小(&amp;Z)</translation>
    </message>
    <message>
        <source>That an upgrade failed is noticed when the wait for its version is over, after up to %1 h.</source>
        <translation>升级失败要在等待其版本结束时才会发现，最长 %1 小时后。</translation>
    </message>
    <message>
        <source>The AccessKey ID holds a blank or a line break. Paste the id alone.</source>
        <translation>AccessKey ID 中含有空格或换行。请只粘贴 ID。</translation>
    </message>
    <message>
        <source>The AccessKey ID holds characters no key id has, or is too long. Paste the id alone.</source>
        <translation>AccessKey ID 中含有不应出现的字符，或过长。请只粘贴 ID。</translation>
    </message>
    <message>
        <source>The AccessKey ID is empty. Enter the id of a RAM user's AccessKey.</source>
        <translation>AccessKey ID 为空。请输入 RAM 用户的 AccessKey ID。</translation>
    </message>
    <message>
        <source>The AccessKey Secret holds a blank or a line break. Paste the secret alone, without what stood around it.</source>
        <translation>AccessKey Secret 中含有空格或换行。请只粘贴 Secret，不要包含其前后的内容。</translation>
    </message>
    <message>
        <source>The AccessKey Secret holds characters no secret has, or is too long. Paste the secret alone.</source>
        <translation>AccessKey Secret 中含有不应出现的字符，或过长。请只粘贴 Secret。</translation>
    </message>
    <message>
        <source>The AccessKey Secret is empty. Paste the secret that belongs to this id.</source>
        <translation>AccessKey Secret 为空。请粘贴与此 ID 对应的 Secret。</translation>
    </message>
    <message>
        <source>The AccessKey of the account “%1” was kept for one session only, and that session is over.</source>
        <extracomment>%1 is the account's name</extracomment>
        <translation>云账号“%1”的 AccessKey 仅在一次会话中保存，而该会话已结束。</translation>
    </message>
    <message>
        <source>The CPU load was not measured.</source>
        <translation>没有 CPU 使用率数据。</translation>
    </message>
    <message>
        <source>The account and its key are as they were before. Mend the cause and save again.</source>
        <translation>云账号及其密钥与之前相同。请解决原因后重新保存。</translation>
    </message>
    <message>
        <source>The account has no name. Enter one, such as “Shop”.</source>
        <translation>云账号没有名称。请输入名称，例如“Shop”。</translation>
    </message>
    <message>
        <source>The account is marked as production, the profile is not.</source>
        <translation>云账号标记为生产，配置则没有。</translation>
    </message>
    <message>
        <source>The answer is not one of the service.</source>
        <translation>该应答不是服务端的应答。</translation>
    </message>
    <message>
        <source>The answer lacks what was asked for.</source>
        <translation>应答中缺少所请求的内容。</translation>
    </message>
    <message>
        <source>The automatic upgrade is off.</source>
        <translation>自动升级已关闭。</translation>
    </message>
    <message>
        <source>The automatic upgrade is on: the service may upgrade by itself in the maintenance window.</source>
        <translation>自动升级已开启：服务端可能在可维护时间段内自行升级。</translation>
    </message>
    <message>
        <source>The backup of %1 succeeded</source>
        <translation>%1 备份成功</translation>
    </message>
    <message>
        <source>The batch %1 has not ended, but its plan in the journal cannot be read, so that it does not go on. %2</source>
        <translation>批次 %1 尚未结束，但操作日志中的计划无法读取，因此不会继续。%2</translation>
    </message>
    <message>
        <source>The batch “%1” begins nothing more</source>
        <translation>批次“%1”不再开始新的升级</translation>
    </message>
    <message>
        <source>The batch “%1” goes on in the cloud by itself</source>
        <translation>批次“%1”会在云端自行继续</translation>
    </message>
    <message>
        <source>The batch “%1” stays held</source>
        <translation>批次“%1”仍因规则暂停</translation>
    </message>
    <message>
        <source>The batch “%1” stays paused</source>
        <translation>批次“%1”仍处于暂停状态</translation>
    </message>
    <message>
        <source>The call was cut short by this program. It is not known whether it was carried out.</source>
        <translation>调用被本程序中断，无法确定是否已执行。</translation>
    </message>
    <message>
        <source>The canary %1 did not end verified.</source>
        <translation>金丝雀 %1 结束时未通过验证。</translation>
    </message>
    <message>
        <source>The certificate file “%1” also holds a private key.</source>
        <translation>证书文件“%1”中还含有私钥。</translation>
    </message>
    <message>
        <source>The certificate file “%1” cannot be read: %2</source>
        <translation>无法读取证书文件“%1”：%2</translation>
    </message>
    <message>
        <source>The certificate file “%1” does not exist.</source>
        <translation>证书文件“%1”不存在。</translation>
    </message>
    <message>
        <source>The certificate file “%1” is larger than 1 MiB.</source>
        <translation>证书文件“%1”大于 1 MiB。</translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted: %2. Nothing was sent.</source>
        <extracomment>%1 is a host name, %2 are the reasons</extracomment>
        <translation>%1 的证书未被接受：%2。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The chain of hashes could not be read. %1</source>
        <translation>无法读取哈希链。%1</translation>
    </message>
    <message>
        <source>The chain of hashes is being read…</source>
        <translation>正在读取哈希链…</translation>
    </message>
    <message>
        <source>The chain of hashes is whole: %1 since %2, checked at %3</source>
        <extracomment>%1 is "2,871 rows", %2 a day, %3 a time</extracomment>
        <translation>哈希链完整：自 %2 起 %1，检查于 %3</translation>
    </message>
    <message>
        <source>The chain of hashes is whole: %1, checked at %2</source>
        <extracomment>%1 is "2,871 rows", %2 a time</extracomment>
        <translation>哈希链完整：%1，检查于 %2</translation>
    </message>
    <message>
        <source>The chain of hashes was whole at %1: %2. What was written since is not checked yet.</source>
        <extracomment>%1 a time, %2 is "2,871 rows"</extracomment>
        <translation>%1 时哈希链完整：%2。此后写入的内容尚未检查。</translation>
    </message>
    <message>
        <source>The checks that Uplift makes right before each start are not made. The service itself refuses what it cannot do.</source>
        <translation>不会执行 Uplift 在每次开始前所做的检查；无法执行的请求由服务端拒绝。</translation>
    </message>
    <message>
        <source>The clocks agree to the second.</source>
        <translation>时钟误差在一秒以内。</translation>
    </message>
    <message>
        <source>The clocks change on %1: the window then moves in local time, so set it again.</source>
        <translation>时钟将于 %1 调整：届时时间段的本地时间会移动，请重新设置。</translation>
    </message>
    <message>
        <source>The cloud goes through the waves by itself.</source>
        <translation>云端会自行依次执行各批。</translation>
    </message>
    <message>
        <source>The cloud has not taken all of it over yet. That goes on only while Uplift runs.</source>
        <translation>云端尚未全部接收移交。只有 Uplift 运行时才会继续。</translation>
    </message>
    <message>
        <source>The cloud's clock runs 20 minutes ahead of this machine's.</source>
        <translation>云端时钟比本机快 20 分钟。</translation>
    </message>
    <message>
        <source>The cloud's orchestration cannot hold an upgrade back until a window opens.</source>
        <translation>云端编排无法把升级保留到可维护时间段开始。</translation>
    </message>
    <message>
        <source>The codes of the service, from A to Z. Each also stands for its longer forms, such as `Throttling.User` for `Throttling`. A code that is not here is shown with the provider's own words. What becomes of an upgrade whose reply was lost stands in [What each state means](help:states).</source>
        <translation>服务端的错误码，按字母顺序排列。每个错误码也代表其更长的形式，例如 `Throttling` 也代表 `Throttling.User`。此处没有的错误码会连同服务商的原文一起显示。应答丢失的升级会怎样，请看[各状态的含义](help:states)。</translation>
    </message>
    <message>
        <source>The connection breaks before an upgrade is started.</source>
        <translation>连接在升级开始之前断开。</translation>
    </message>
    <message>
        <source>The connection failed after the request may have left. It is not known whether it was carried out.</source>
        <translation>请求可能已发出，随后连接失败。无法确定是否已执行。</translation>
    </message>
    <message>
        <source>The connection to %1 was closed before the whole reply had come.</source>
        <translation>与 %1 的连接在收到完整应答之前被关闭。</translation>
    </message>
    <message>
        <source>The connection was closed before a reply came. It is not known whether it was carried out.</source>
        <translation>收到应答之前连接被关闭，无法确定是否已执行。</translation>
    </message>
    <message>
        <source>The copy beside it cannot be opened: %1 (%2).</source>
        <translation>无法打开旁边的副本：%1（%2）。</translation>
    </message>
    <message>
        <source>The copy beside it cannot be read either and was set aside as %1.</source>
        <translation>旁边的副本也无法读取，已移开并另存为 %1。</translation>
    </message>
    <message>
        <source>The copy of the journal is not whole; nothing else was changed.</source>
        <translation>操作日志副本不完整；其他内容未改动。</translation>
    </message>
    <message>
        <source>The current version is not known, so the target %1 cannot be compared with it.</source>
        <translation>当前版本未知，因此无法与目标小版本 %1 比较。</translation>
    </message>
    <message>
        <source>The current version “%1” is newer than the one the service calls the latest, “%2”.</source>
        <translation>当前版本“%1”高于服务端所称的最新版本“%2”。</translation>
    </message>
    <message>
        <source>The damaged journal %1 could not be renamed.</source>
        <translation>无法重命名已损坏的操作日志 %1。</translation>
    </message>
    <message>
        <source>The endpoint holds a user name or a password. Enter the host alone; keys belong to the account.</source>
        <translation>接入地址中含有用户名或密码。请只输入主机名；密钥属于云账号。</translation>
    </message>
    <message>
        <source>The endpoint is empty. Enter a host such as r-kvstore.aliyuncs.com.</source>
        <translation>接入地址为空。请输入主机名，例如 r-kvstore.aliyuncs.com。</translation>
    </message>
    <message>
        <source>The endpoint “%1” does not use https. Enter https:// or the host alone.</source>
        <translation>接入地址“%1”没有使用 https。请输入 https:// 或只输入主机名。</translation>
    </message>
    <message>
        <source>The endpoint “%1” holds a path. Enter the host alone.</source>
        <translation>接入地址“%1”中含有路径。请只输入主机名。</translation>
    </message>
    <message>
        <source>The endpoint “%1” is not encrypted. Use https; plain http is for this machine (127.0.0.1) alone.</source>
        <translation>接入地址“%1”未加密。请使用 https；明文 http 仅限本机（127.0.0.1）。</translation>
    </message>
    <message>
        <source>The endpoint “%1” is not one Uplift signs for.</source>
        <translation>接入地址“%1”不是 Uplift 会为其签名的地址。</translation>
    </message>
    <message>
        <source>The event starts, and connections break when it switches.</source>
        <translation>事件开始执行，切换时连接会断开。</translation>
    </message>
    <message>
        <source>The execution in %1 ended as %2.</source>
        <translation>%1 的执行以 %2 结束。</translation>
    </message>
    <message>
        <source>The execution in %1: it was not started, by the user's word.</source>
        <translation>%1 的执行：用户确认没有启动。</translation>
    </message>
    <message>
        <source>The external id holds blanks or characters that no external id has. Paste it as the role's owner gave it.</source>
        <translation>外部 ID 含有空格或不允许的字符。请按角色所有者给出的内容粘贴。</translation>
    </message>
    <message>
        <source>The field or section with this letter underlined</source>
        <translation>带此下划线字母的字段或区域</translation>
    </message>
    <message>
        <source>The fields do not tell how many nodes and zones it has.</source>
        <translation>从字段无法得知节点数与可用区数。</translation>
    </message>
    <message>
        <source>The file %1 could not be written: %2.</source>
        <translation>无法写入文件 %1：%2。</translation>
    </message>
    <message>
        <source>The file %1 exists already.</source>
        <translation>文件 %1 已存在。</translation>
    </message>
    <message>
        <source>The file holds another profile for this one already; only that one is used.</source>
        <translation>该文件中已有另一个对应此项的配置；只使用那一个。</translation>
    </message>
    <message>
        <source>The file holds no profile.</source>
        <translation>该文件中没有配置。</translation>
    </message>
    <message>
        <source>The file “%1” holds no certificate in PEM form.</source>
        <translation>文件“%1”中没有 PEM 格式的证书。</translation>
    </message>
    <message>
        <source>The first answer is awaited.</source>
        <translation>正在等待第一个应答。</translation>
    </message>
    <message>
        <source>The former value can be set again.</source>
        <translation>可以重新设置为原来的值。</translation>
    </message>
    <message>
        <source>The history is still being written to %1.</source>
        <translation>历史仍在写入 %1。</translation>
    </message>
    <message>
        <source>The id's letters suggest %1.</source>
        <translation>从 ID 的字母看，可能是%1。</translation>
    </message>
    <message>
        <source>The instance id is %1 characters long; ids have at most 64. Paste the id alone.</source>
        <translation>实例 ID 有 %1 个字符；ID 最多 64 个字符。请只粘贴 ID。</translation>
    </message>
    <message>
        <source>The instance id is empty. Enter an id such as r-bp1zxszhcgatnx4b2c.</source>
        <translation>实例 ID 为空。请输入 ID，例如 r-bp1zxszhcgatnx4b2c。</translation>
    </message>
    <message>
        <source>The instance runs %1 already. Choose a newer version.</source>
        <translation>实例已运行 %1。请选择更新的版本。</translation>
    </message>
    <message>
        <source>The instance runs the latest version, %1.</source>
        <translation>实例已运行最新版本 %1。</translation>
    </message>
    <message>
        <source>The instance serves on, with some more load while the data are saved.</source>
        <translation>实例照常服务，保存数据期间负载略有增加。</translation>
    </message>
    <message>
        <source>The instance's backups were not read.</source>
        <translation>尚未读取该实例的备份。</translation>
    </message>
    <message>
        <source>The instance's status is not known.</source>
        <translation>实例的状态未知。</translation>
    </message>
    <message>
        <source>The instance's tasks were not read.</source>
        <translation>尚未读取该实例的任务。</translation>
    </message>
    <message>
        <source>The journal %1 cannot be written.</source>
        <translation>无法写入操作日志 %1。</translation>
    </message>
    <message>
        <source>The journal %1 was written by a later version of Uplift.</source>
        <translation>操作日志 %1 由更新版本的 Uplift 写入。</translation>
    </message>
    <message>
        <source>The journal begun on %1 is gone or empty. A new one was begun.</source>
        <translation>始于 %1 的操作日志已丢失或为空。已新建操作日志。</translation>
    </message>
    <message>
        <source>The journal can be archived once nothing is open in it. Still open: %1.</source>
        <extracomment>%1 is "3 attempts, 1 batch"</extracomment>
        <translation>没有未结束的内容时才能归档操作日志。尚未结束：%1。</translation>
    </message>
    <message>
        <source>The journal can be written.</source>
        <translation>操作日志可以写入。</translation>
    </message>
    <message>
        <source>The journal cannot be archived while an upgrade or a batch is open.</source>
        <translation>有未结束的升级或批次时不能归档操作日志。</translation>
    </message>
    <message>
        <source>The journal cannot be written, and no upgrade starts without it. See the message about the journal.</source>
        <translation>操作日志无法写入，没有操作日志就不会开始升级。请查看关于操作日志的提示。</translation>
    </message>
    <message>
        <source>The journal cannot be written.</source>
        <translation>操作日志无法写入。</translation>
    </message>
    <message>
        <source>The journal could not be read</source>
        <translation>无法读取操作日志</translation>
    </message>
    <message>
        <source>The journal could not be read just now. What is shown is from before. %1</source>
        <translation>刚才无法读取操作日志，显示的是此前的内容。%1</translation>
    </message>
    <message>
        <source>The journal could not be read or written: %1</source>
        <translation>无法读写操作日志：%1</translation>
    </message>
    <message>
        <source>The journal could not be read; it was set aside as %1 and a new one was begun.</source>
        <translation>无法读取操作日志；已将其移开并另存为 %1，并新建了操作日志。</translation>
    </message>
    <message>
        <source>The journal does not hold this batch.</source>
        <translation>操作日志中没有此批次。</translation>
    </message>
    <message>
        <source>The journal holds no row yet.</source>
        <translation>操作日志中还没有记录。</translation>
    </message>
    <message>
        <source>The journal is being read</source>
        <translation>正在读取操作日志</translation>
    </message>
    <message>
        <source>The journal is not open for writing.</source>
        <translation>操作日志未以可写方式打开。</translation>
    </message>
    <message>
        <source>The journal is not open yet.</source>
        <translation>操作日志尚未打开。</translation>
    </message>
    <message>
        <source>The journal keeps what was entered before the start; this changes the ticket alone.</source>
        <translation>操作日志保留开始前输入的内容，此处只更改变更单。</translation>
    </message>
    <message>
        <source>The journal lies on a network file system. It is written in a slower way there, and two computers must not use it at once.</source>
        <translation>操作日志位于网络文件系统上。在那里写入较慢，且不得由两台计算机同时使用。</translation>
    </message>
    <message>
        <source>The journal refused the state %1 of a batch: it cannot follow the one before.</source>
        <translation>操作日志拒绝了批次的状态 %1：它不能接在前一个状态之后。</translation>
    </message>
    <message>
        <source>The journal refused the state %1: it cannot follow the one before.</source>
        <translation>操作日志拒绝了状态 %1：该状态不能接在前一状态之后。</translation>
    </message>
    <message>
        <source>The journal was cut off: its rows from %1 on are missing.</source>
        <translation>操作日志被截断：从第 %1 行起缺失。</translation>
    </message>
    <message>
        <source>The journal was moved to %1. A new one has begun.</source>
        <translation>操作日志已移至 %1，并已新建操作日志。</translation>
    </message>
    <message>
        <source>The kernel runs its latest version; the proxy does not.</source>
        <translation>内核已是最新版本，代理节点不是。</translation>
    </message>
    <message>
        <source>The key belongs to %1.</source>
        <translation>该密钥属于 %1。</translation>
    </message>
    <message>
        <source>The key cannot be kept: the system keychain does not work</source>
        <translation>无法保存密钥：系统密钥环不可用</translation>
    </message>
    <message>
        <source>The key id, the signature and the token are masked. The nonce and the time are new in every request.</source>
        <translation>AccessKey ID、签名和令牌已遮盖。每次请求的随机数和时间都不同。</translation>
    </message>
    <message>
        <source>The key is held in memory until Uplift ends. Only its last four characters are written to disk.</source>
        <translation>密钥保存在内存中，直到 Uplift 退出。磁盘上只记录其最后四个字符。</translation>
    </message>
    <message>
        <source>The key works, but it is a root key: it may do everything in account %1</source>
        <translation>密钥有效，但它是主账号密钥：对账号 %1 拥有全部权限</translation>
    </message>
    <message>
        <source>The key works: RAM user “%1” of account %2</source>
        <translation>密钥有效：账号 %2 的 RAM 用户“%1”</translation>
    </message>
    <message>
        <source>The key works: role “%1” of account %2</source>
        <translation>密钥有效：账号 %2 的角色“%1”</translation>
    </message>
    <message>
        <source>The key works: the service knows it as %1</source>
        <translation>密钥有效：服务端识别为 %1</translation>
    </message>
    <message>
        <source>The keychain (%1) cannot be used: Uplift runs without GLib's event loop, which the keychain's library needs.</source>
        <translation>密钥环（%1）无法使用：Uplift 运行时没有 GLib 事件循环，而密钥环的库需要它。</translation>
    </message>
    <message>
        <source>The keychain (%1) gave an answer that makes no sense.</source>
        <translation>密钥环（%1）的应答无法理解。</translation>
    </message>
    <message>
        <source>The keychain (%1) has the entry %2, but nothing is in it.</source>
        <translation>密钥环（%1）中有条目 %2，但其中没有内容。</translation>
    </message>
    <message>
        <source>The keychain (%1) said the secret was removed, but it is still in it.</source>
        <translation>密钥环（%1）称 Secret 已移除，但它仍在其中。</translation>
    </message>
    <message>
        <source>The keychain entry of this account is not one of Uplift's, or is damaged.</source>
        <translation>该云账号的密钥环条目不属于 Uplift，或已损坏。</translation>
    </message>
    <message>
        <source>The last attempt on this instance, %1, ended as: %2.</source>
        <translation>该实例最近一次升级（%1）的结果：%2。</translation>
    </message>
    <message>
        <source>The last full backup failed; the newest good one is %1 old.</source>
        <translation>最近一次全量备份失败；最新的成功备份已过 %1。</translation>
    </message>
    <message>
        <source>The last question was not answered</source>
        <translation>上一次询问未收到应答</translation>
    </message>
    <message>
        <source>The last upgrade of this instance is still undecided.</source>
        <translation>该实例最近一次升级仍待判定。</translation>
    </message>
    <message>
        <source>The latest proxy version of %1 is not known, so the cloud's orchestration could not wait for it.</source>
        <translation>%1 的最新代理版本未知，云端编排无法等待该版本。</translation>
    </message>
    <message>
        <source>The least critical one</source>
        <translation>重要性最低的实例</translation>
    </message>
    <message>
        <source>The least critical: %1</source>
        <translation>重要性最低：%1</translation>
    </message>
    <message>
        <source>The list of instances</source>
        <translation>实例列表</translation>
    </message>
    <message>
        <source>The list of instances cannot be kept in %1.</source>
        <translation>无法在 %1 保存实例列表。</translation>
    </message>
    <message>
        <source>The list of instances did not come. %1</source>
        <translation>没有取得实例列表。%1</translation>
    </message>
    <message>
        <source>The list of instances kept from last time could not be read.</source>
        <translation>无法读取上次保存的实例列表。</translation>
    </message>
    <message>
        <source>The list of instances kept here was written by a later version of Uplift.</source>
        <translation>此处的实例列表由更新版本的 Uplift 写入。</translation>
    </message>
    <message>
        <source>The list of instances was not kept.</source>
        <translation>没有保存实例列表。</translation>
    </message>
    <message>
        <source>The load of the last days was not read.</source>
        <translation>尚未读取最近几天的负载。</translation>
    </message>
    <message>
        <source>The load was measured in too few hours of the day to name a quiet one.</source>
        <translation>一天中有负载数据的小时太少，无法判断低峰期。</translation>
    </message>
    <message>
        <source>The load was measured on too few days to name a quiet hour.</source>
        <translation>有负载数据的天数太少，无法判断低峰期。</translation>
    </message>
    <message>
        <source>The load was measured with gaps: no time as long as this was seen throughout.</source>
        <translation>负载数据有缺口：没有足够长的连续时段。</translation>
    </message>
    <message>
        <source>The log</source>
        <translation>运行日志</translation>
    </message>
    <message>
        <source>The log - Uplift</source>
        <translation>运行日志 - Uplift</translation>
    </message>
    <message>
        <source>The log cannot be written: %1</source>
        <extracomment>%1 is a path</extracomment>
        <translation>无法写入运行日志：%1</translation>
    </message>
    <message>
        <source>The maintenance window %1 is running now.</source>
        <translation>可维护时间段 %1 正在进行。</translation>
    </message>
    <message>
        <source>The maintenance window %1 is shorter than one hour.</source>
        <translation>可维护时间段 %1 短于一小时。</translation>
    </message>
    <message>
        <source>The maintenance window is %1.</source>
        <translation>可维护时间段为 %1。</translation>
    </message>
    <message>
        <source>The maintenance window is not known, so its load cannot be told.</source>
        <translation>可维护时间段未知，无法得知其负载。</translation>
    </message>
    <message>
        <source>The menu</source>
        <translation>菜单</translation>
    </message>
    <message>
        <source>The minor version is upgraded only when somebody asks for it.</source>
        <translation>只有在有人发起时，才会升级小版本。</translation>
    </message>
    <message>
        <source>The moment is sent as</source>
        <translation>生效时间的参数名</translation>
    </message>
    <message>
        <source>The moment is sent under both of its names, EffectiveTime and EffectTime. Should the orchestration refuse EffectTime, nothing has begun: set the account to EffectiveTime alone and hand over again.</source>
        <translation>执行时间以 EffectiveTime 和 EffectTime 两个名称发送。如果编排拒绝 EffectTime，则尚未开始任何操作：请将账号设为只用 EffectiveTime，再重新移交。</translation>
    </message>
    <message>
        <source>The name %1 could not be found. Nothing was sent.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation>找不到主机名 %1。没有发送任何内容。</translation>
    </message>
    <message>
        <source>The name %1 was not found; nothing was sent.</source>
        <translation>找不到主机名 %1，没有发送任何内容。</translation>
    </message>
    <message>
        <source>The name is empty. Type one that tells this account from the others.</source>
        <translation>名称为空。请输入能与其他云账号区分的名称。</translation>
    </message>
    <message>
        <source>The name is empty. Type one that tells this instance from the others.</source>
        <translation>名称为空。请输入能与其他实例区分的名称。</translation>
    </message>
    <message>
        <source>The name is missing. Type %1 here; nothing was sent.</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>尚未输入实例名。请在此输入 %1；没有发送任何请求。</translation>
    </message>
    <message>
        <source>The newest full backup is %1 old (%2).</source>
        <translation>最近一次全量备份距今 %1（%2）。</translation>
    </message>
    <message>
        <source>The newest full backup is %1 old.</source>
        <translation>最近一次全量备份距今 %1。</translation>
    </message>
    <message>
        <source>The next is due %1.</source>
        <translation>下一个的计划时间：%1。</translation>
    </message>
    <message>
        <source>The next start goes on with them, and asks first if something was due more than an hour before.</source>
        <translation>下次启动时会继续执行；如果有升级已过期一小时以上，会先询问。</translation>
    </message>
    <message>
        <source>The number is missing. Type %1 here; nothing was sent.</source>
        <translation>尚未输入数量。请在此输入 %1；没有发送任何请求。</translation>
    </message>
    <message>
        <source>The page of ALIYUN::REDIS::UpgradeVersion (May 2025) speaks of major versions and tells to set MinorVersion to latest_version; try it on a test instance first.</source>
        <translation>ALIYUN::REDIS::UpgradeVersion 的文档页（2025 年 5 月）讲的是大版本，并要求将 MinorVersion 设为 latest_version；请先在测试实例上试用。</translation>
    </message>
    <message>
        <source>The plan %1 is saved.</source>
        <translation>计划 %1 已保存。</translation>
    </message>
    <message>
        <source>The plan %1 was removed.</source>
        <translation>计划 %1 已移除。</translation>
    </message>
    <message>
        <source>The plan changes at once. The event itself waits for the chosen moment and switches then.</source>
        <translation>计划立即更改；事件本身会等到所选时间再切换。</translation>
    </message>
    <message>
        <source>The plan has %1 instances; at most %2 fit into a saved one. Choose fewer.</source>
        <translation>此计划有 %1 个实例，而已存计划最多 %2 个。请减少所选实例。</translation>
    </message>
    <message>
        <source>The plan has no name. Enter one, such as what it is for.</source>
        <translation>计划没有名称。请输入名称，例如其用途。</translation>
    </message>
    <message>
        <source>The plan's rules are too long to be saved.</source>
        <translation>计划的规则过长，无法保存。</translation>
    </message>
    <message>
        <source>The practice cloud could not open port %1 of this machine: %2</source>
        <translation>演练云无法打开本机端口 %1：%2</translation>
    </message>
    <message>
        <source>The practice cloud did not start: %1</source>
        <translation>演练云未能启动：%1</translation>
    </message>
    <message>
        <source>The practice cloud ends when you close Uplift, and with it this upgrade.</source>
        <translation>关闭 Uplift 后演练云随之结束，此升级也会结束。</translation>
    </message>
    <message>
        <source>The practice cloud ends with Uplift</source>
        <translation>演练云随 Uplift 一起结束</translation>
    </message>
    <message>
        <source>The profile %1 was removed.</source>
        <translation>配置 %1 已移除。</translation>
    </message>
    <message>
        <source>The profile allows upgrades.</source>
        <translation>该配置允许升级。</translation>
    </message>
    <message>
        <source>The profile has no name. Enter one, such as the instance's.</source>
        <translation>该配置没有名称。请输入名称，例如实例的名称。</translation>
    </message>
    <message>
        <source>The profile is read-only: watched, never changed from here.</source>
        <translation>该配置为只读：仅供查看，不会从此处更改。</translation>
    </message>
    <message>
        <source>The profile is read-only: watched, never upgraded from here.</source>
        <translation>该配置为只读：仅供查看，不会从此处升级。</translation>
    </message>
    <message>
        <source>The profile's account is not in this workspace. Choose one of the accounts, or add it first.</source>
        <translation>该配置的云账号不在此工作区中。请选择一个云账号，或先添加该云账号。</translation>
    </message>
    <message>
        <source>The provider does not carry it out. What it was for stays undone.</source>
        <translation>服务商不会执行该事件，它原本要处理的事项仍未完成。</translation>
    </message>
    <message>
        <source>The provider does not let it be cancelled.</source>
        <translation>服务商不允许取消。</translation>
    </message>
    <message>
        <source>The provider does not let it be moved.</source>
        <translation>服务商不允许改期。</translation>
    </message>
    <message>
        <source>The provider plans nothing for this instance.</source>
        <translation>服务商没有针对该实例的计划内事件。</translation>
    </message>
    <message>
        <source>The provider plans nothing.</source>
        <translation>服务商没有计划。</translation>
    </message>
    <message>
        <source>The provider plans to upgrade this instance itself: %1.</source>
        <translation>服务商计划自行升级该实例：%1。</translation>
    </message>
    <message>
        <source>The provider plans to upgrade this instance itself; it does not say when.</source>
        <translation>服务商计划自行升级该实例，但未说明时间。</translation>
    </message>
    <message>
        <source>The provider plans “%1”: %2.</source>
        <translation>服务商计划“%1”：%2。</translation>
    </message>
    <message>
        <source>The provider plans “%1”; it does not say when.</source>
        <translation>服务商计划“%1”，但未说明时间。</translation>
    </message>
    <message>
        <source>The provider's event “%1” has the status %2, which Uplift does not know.</source>
        <translation>服务商的事件“%1”状态为 %2，Uplift 不认识该状态。</translation>
    </message>
    <message>
        <source>The provider's event “%1” is under way.</source>
        <translation>服务商的事件“%1”正在进行。</translation>
    </message>
    <message>
        <source>The provider's next event is more than a week away: %1.</source>
        <translation>服务商的下一个事件在一周之后：%1。</translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and password, or refused those it got. Nothing was sent.</source>
        <extracomment>%1 is host:port</extracomment>
        <translation>代理服务器 %1 要求用户名和密码，或拒绝了所提供的用户名和密码。未发送任何内容。</translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached or refused to connect. Nothing was sent.</source>
        <extracomment>%1 is host:port</extracomment>
        <translation>无法连接代理服务器 %1，或代理服务器拒绝连接。未发送任何内容。</translation>
    </message>
    <message>
        <source>The proxy did not let the call through to %1; nothing was sent.</source>
        <translation>代理服务器不允许调用 %1；未发送任何内容。</translation>
    </message>
    <message>
        <source>The proxy holds a user name or a password, which Uplift does not keep. Enter host:port of a proxy that needs none.</source>
        <translation>代理服务器中含有用户名或密码，Uplift 不保存这些信息。请输入无需认证的代理服务器的 host:port。</translation>
    </message>
    <message>
        <source>The proxy is behind too: it runs %1, the latest is %2. This upgrade does not touch it.</source>
        <translation>代理节点也不是最新：当前 %1，最新 %2。此次升级不涉及代理。</translation>
    </message>
    <message>
        <source>The proxy runs its latest version, %1.</source>
        <translation>代理节点已是最新版本 %1。</translation>
    </message>
    <message>
        <source>The proxy runs the latest version, %1.</source>
        <translation>代理节点运行的是最新版本 %1。</translation>
    </message>
    <message>
        <source>The proxy “%1” has no port. Enter host:port, such as proxy.example.com:3128.</source>
        <translation>代理服务器“%1”没有端口。请输入 host:port，例如 proxy.example.com:3128。</translation>
    </message>
    <message>
        <source>The proxy “%1” holds a path. Enter host:port alone.</source>
        <translation>代理服务器“%1”含有路径。请只输入 host:port。</translation>
    </message>
    <message>
        <source>The proxy “%1” is not an HTTP proxy. Enter host:port of an HTTP proxy.</source>
        <translation>代理服务器“%1”不是 HTTP 代理服务器。请输入 HTTP 代理服务器的 host:port。</translation>
    </message>
    <message>
        <source>The refresh was stopped.</source>
        <translation>刷新已停止。</translation>
    </message>
    <message>
        <source>The regions that answered have no instance %1. These did not answer: %2.</source>
        <translation>已应答的地域中没有实例 %1。以下地域未应答：%2。</translation>
    </message>
    <message>
        <source>The reply of %1 does not hold what was asked for.</source>
        <translation>%1 的应答中没有所请求的内容。</translation>
    </message>
    <message>
        <source>The reply of %1 is not a whole API reply.</source>
        <translation>%1 的应答不是完整的 API 应答。</translation>
    </message>
    <message>
        <source>The reply of %1 was larger than %2 bytes and was not read further.</source>
        <translation>%1 的应答超过 %2 字节，未继续读取。</translation>
    </message>
    <message>
        <source>The reply to the request was lost. It was not sent again.</source>
        <translation>请求的应答丢失，Uplift 没有重发。</translation>
    </message>
    <message>
        <source>The reply was incomplete or not the service's own. It is not known whether it was carried out.</source>
        <translation>应答不完整，或并非来自服务端。无法确定是否已执行。</translation>
    </message>
    <message>
        <source>The reply was lost. The service is being asked; the request is not sent again.</source>
        <translation>应答丢失。正在向服务端查询；请求不会重发。</translation>
    </message>
    <message>
        <source>The request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>The request - Uplift</source>
        <translation>请求 - Uplift</translation>
    </message>
    <message>
        <source>The request as Uplift sends it</source>
        <translation>Uplift 发送的请求</translation>
    </message>
    <message>
        <source>The request asked for the maintenance window. Check that clients have reconnected, and quote the RequestId to the provider.</source>
        <translation>请求指定的是可维护时间段。请检查客户端是否已重连，并向服务商提供 RequestId。</translation>
    </message>
    <message>
        <source>The request asked for the maintenance window. Check that clients have reconnected.</source>
        <translation>请求指定的是可维护时间段。请检查客户端是否已重连。</translation>
    </message>
    <message>
        <source>The request could not be put on the wire as it was signed, so it was not sent.</source>
        <translation>请求无法按签名时的原样发出，因此未发送。</translation>
    </message>
    <message>
        <source>The request itself will tell: a refusal changes nothing in the cloud.</source>
        <translation>请求本身会给出结果：被拒绝时云端不会有任何变化。</translation>
    </message>
    <message>
        <source>The request to %1 failed in the network.</source>
        <translation>对 %1 的请求因网络原因失败。</translation>
    </message>
    <message>
        <source>The request to %1 was cancelled, since Uplift is closing.</source>
        <translation>Uplift 正在关闭，对 %1 的请求已取消。</translation>
    </message>
    <message>
        <source>The request was not sent, since Uplift is closing.</source>
        <translation>请求没有发送，因为 Uplift 正在关闭。</translation>
    </message>
    <message>
        <source>The requests - Uplift</source>
        <translation>请求 - Uplift</translation>
    </message>
    <message>
        <source>The rest of the list is complete. Nothing was changed in the cloud.</source>
        <translation>列表的其余部分是完整的。云端没有任何改动。</translation>
    </message>
    <message>
        <source>The role it takes on is not named. Complete its role ARN where it stands.</source>
        <translation>没有写明要扮演的角色。请在原处补全其角色 ARN。</translation>
    </message>
    <message>
        <source>The role “%1” was not taken on. %2</source>
        <extracomment>%1 is a role's name, %2 a whole sentence</extracomment>
        <translation>没有扮演角色“%1”。%2</translation>
    </message>
    <message>
        <source>The role's policy is not a JSON object of at most %1 characters. Correct it, or leave it empty.</source>
        <translation>角色的策略不是最多 %1 个字符的 JSON 对象。请更正，或留空。</translation>
    </message>
    <message>
        <source>The role's session name has 2 to 64 letters, digits and . @ - _; another one will not do.</source>
        <translation>角色的会话名称由 2 到 64 个字母、数字和 . @ - _ 组成；其他字符不可用。</translation>
    </message>
    <message>
        <source>The secret could not be read: no keychain service (%1) runs in this session.</source>
        <translation>无法读取密钥：此会话中没有运行密钥环服务（%1）。</translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) does not answer.</source>
        <translation>无法读取密钥：密钥环（%1）没有应答。</translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation>无法读取密钥：密钥环（%1）已锁定，其解锁提示被关闭或无法显示。</translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) refused access.</source>
        <translation>无法读取密钥：密钥环（%1）拒绝访问。</translation>
    </message>
    <message>
        <source>The secret could not be read: this session has no D-Bus session bus, and so no keychain.</source>
        <translation>无法读取密钥：此会话没有 D-Bus 会话总线，因此没有密钥环。</translation>
    </message>
    <message>
        <source>The secret is not in the keychain (%1, unlocked).</source>
        <extracomment>In all of these, %1 is the keychain's name, e.g. Secret Service, and %2 the name of the entry in it.</extracomment>
        <translation>密钥不在密钥环中（%1，已解锁）。</translation>
    </message>
    <message>
        <source>The secret was kept for one session only, and that session is over.</source>
        <translation>该密钥仅在一次会话中保存，而该会话已结束。</translation>
    </message>
    <message>
        <source>The secret was not removed: no keychain service (%1) runs in this session.</source>
        <translation>密钥未删除：此会话中没有运行密钥环服务（%1）。</translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) does not answer.</source>
        <translation>密钥未删除：密钥环（%1）没有应答。</translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation>密钥未删除：密钥环（%1）已锁定，其解锁提示被关闭或无法显示。</translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) refused access.</source>
        <translation>密钥未删除：密钥环（%1）拒绝访问。</translation>
    </message>
    <message>
        <source>The secret was not removed: this session has no D-Bus session bus, and so no keychain.</source>
        <translation>密钥未删除：此会话没有 D-Bus 会话总线，因此没有密钥环。</translation>
    </message>
    <message>
        <source>The secret was not stored as it is: the keychain (%1) hands back something else.</source>
        <translation>密钥未能原样保存：密钥环（%1）返回的内容不同。</translation>
    </message>
    <message>
        <source>The secret was not stored: it is empty.</source>
        <translation>密钥未保存：密钥为空。</translation>
    </message>
    <message>
        <source>The secret was not stored: no keychain service (%1) runs in this session.</source>
        <translation>密钥未保存：此会话中没有运行密钥环服务（%1）。</translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) does not answer.</source>
        <translation>密钥未保存：密钥环（%1）没有应答。</translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation>密钥未保存：密钥环（%1）已锁定，其解锁提示被关闭或无法显示。</translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) refused access.</source>
        <translation>密钥未保存：密钥环（%1）拒绝访问。</translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) said it was, but it is not in it.</source>
        <translation>密钥未保存：密钥环（%1）称已保存，但其中没有该密钥。</translation>
    </message>
    <message>
        <source>The secret was not stored: this session has no D-Bus session bus, and so no keychain.</source>
        <translation>密钥未保存：此会话没有 D-Bus 会话总线，因此没有密钥环。</translation>
    </message>
    <message>
        <source>The secure connection to %1 was refused; nothing was sent.</source>
        <translation>与 %1 的安全连接被拒绝；未发送任何内容。</translation>
    </message>
    <message>
        <source>The security token expired at %1 UTC. Get a new temporary key and paste all three parts.</source>
        <translation>安全令牌已于 UTC %1 过期。请获取新的临时密钥，并粘贴全部三个部分。</translation>
    </message>
    <message>
        <source>The security token holds a blank or a line break. Paste the token alone.</source>
        <translation>安全令牌中含有空格或换行。请只粘贴令牌本身。</translation>
    </message>
    <message>
        <source>The security token holds characters no token has, or is too long. Paste the token alone.</source>
        <translation>安全令牌含有令牌中不会出现的字符，或过长。请只粘贴令牌本身。</translation>
    </message>
    <message>
        <source>The server of the proxy settings (PAC) may be down. Choose no proxy, or a fixed one, in the account's settings.</source>
        <translation>提供代理服务器设置（PAC）的服务器可能已停止。请在云账号设置中选择不使用代理服务器，或使用固定代理服务器。</translation>
    </message>
    <message>
        <source>The service accepted the change of %1, yet it still reads %2.</source>
        <translation>服务端已受理对 %1 的修改，但读回的值仍是 %2。</translation>
    </message>
    <message>
        <source>The service answered %1. That does not tell whether it was carried out.</source>
        <translation>服务端返回 %1，无法据此确定是否已执行。</translation>
    </message>
    <message>
        <source>The service contradicts itself: latest version: %1; upgrade available: %2; current %3, latest %4.</source>
        <translation>服务端返回的信息相互矛盾：是否最新版本：%1；是否可升级：%2；当前 %3，最新 %4。</translation>
    </message>
    <message>
        <source>The service could not be asked about %1 before its turn, and nothing was sent. %2 Resume when the cause is gone.</source>
        <translation>轮到 %1 之前无法向服务端查询它的情况，未发送任何请求。%2 原因消除后请继续。</translation>
    </message>
    <message>
        <source>The service denies %1 to %2.</source>
        <extracomment>%1 an action, %2 a name and the kind of identity</extracomment>
        <translation>服务端拒绝 %2 执行 %1。</translation>
    </message>
    <message>
        <source>The service denies %1.</source>
        <translation>服务端拒绝 %1。</translation>
    </message>
    <message>
        <source>The service did not answer.</source>
        <translation>服务端没有应答。</translation>
    </message>
    <message>
        <source>The service did not change the task %1.</source>
        <translation>服务端没有修改任务 %1。</translation>
    </message>
    <message>
        <source>The service did not name this instance's maintenance window.</source>
        <translation>服务端未给出此实例的可维护时间段。</translation>
    </message>
    <message>
        <source>The service did not name this instance's maintenance window. Choose Now, or refresh.</source>
        <translation>服务端未给出此实例的可维护时间段。请选择“立即”，或刷新。</translation>
    </message>
    <message>
        <source>The service did not say when that is.  %1</source>
        <extracomment>%1 "Sent as MaintainTime"</extracomment>
        <translation>服务端未说明具体时间。%1</translation>
    </message>
    <message>
        <source>The service did not tell it.</source>
        <translation>服务端未给出。</translation>
    </message>
    <message>
        <source>The service does not know %1 any more; it was released.</source>
        <translation>服务端已查不到 %1；该实例已释放。</translation>
    </message>
    <message>
        <source>The service does not know the instance</source>
        <translation>服务端查不到该实例</translation>
    </message>
    <message>
        <source>The service does not list the execution %1.</source>
        <translation>服务端的列表中没有执行 %1。</translation>
    </message>
    <message>
        <source>The service does not say when.</source>
        <translation>服务端未说明时间。</translation>
    </message>
    <message>
        <source>The service does not say whether a newer version exists.</source>
        <translation>服务端未说明是否有更新的小版本。</translation>
    </message>
    <message>
        <source>The service does not say whether a newer version of the proxy exists.</source>
        <translation>服务端未说明代理节点是否有新版本。</translation>
    </message>
    <message>
        <source>The service does not say whether an order is open.</source>
        <translation>服务端未说明是否有未完成的订单。</translation>
    </message>
    <message>
        <source>The service does not say whether it may be cancelled.</source>
        <translation>服务端未说明是否可以取消。</translation>
    </message>
    <message>
        <source>The service does not say whether it may be moved.</source>
        <translation>服务端未说明是否可以改期。</translation>
    </message>
    <message>
        <source>The service does not say whether it upgrades this instance by itself.</source>
        <translation>服务端未说明是否会自行升级该实例。</translation>
    </message>
    <message>
        <source>The service does not say whether the proxy is behind its latest version.</source>
        <translation>服务端未说明代理节点是否为最新版本。</translation>
    </message>
    <message>
        <source>The service does not say whether this instance has a proxy.</source>
        <translation>服务端未说明该实例是否有代理节点。</translation>
    </message>
    <message>
        <source>The service does not tell the maintenance window.</source>
        <translation>服务端未给出可维护时间段。</translation>
    </message>
    <message>
        <source>The service ended its work without a new version.</source>
        <translation>服务端已结束执行，但小版本未变。</translation>
    </message>
    <message>
        <source>The service ended the task before the switch.</source>
        <translation>服务端在切换前结束了任务。</translation>
    </message>
    <message>
        <source>The service has not been asked yet.</source>
        <translation>尚未向服务端查询。</translation>
    </message>
    <message>
        <source>The service has not told this instance's state yet. Wait, or refresh.</source>
        <translation>服务端尚未给出此实例的状态。请等待，或刷新。</translation>
    </message>
    <message>
        <source>The service is asked to end task %1. As long as it has not begun to switch, what was copied is thrown away and the version stays as it is; clients notice nothing. It is due %2.</source>
        <translation>将请求服务端结束任务 %1。只要切换尚未开始，已复制的数据会被丢弃，小版本保持不变，客户端无感知。计划切换时间：%2。</translation>
    </message>
    <message>
        <source>The service knows no instance %1 in the region %2.</source>
        <extracomment>%1 is an instance id, %2 a region id</extracomment>
        <translation>服务端在地域 %2 中查不到实例 %1。</translation>
    </message>
    <message>
        <source>The service limits how often %1 may be asked, and the request waited %2 s for its turn. It was not sent.</source>
        <extracomment>%1 is the name of an API operation, %2 a number of seconds</extracomment>
        <translation>服务端限制 %1 的调用频率，该请求排队等了 %2 秒。没有发送。</translation>
    </message>
    <message>
        <source>The service lists more than %1 instances in this region; the rest was not read.</source>
        <translation>服务端在此地域列出的实例超过 %1 个；其余的没有读取。</translation>
    </message>
    <message>
        <source>The service lists no execution of it (looked last at %1).</source>
        <translation>服务端的执行列表中没有它（最近一次查看：%1）。</translation>
    </message>
    <message>
        <source>The service lists several that may be it: %1.</source>
        <translation>服务端的执行列表中有多个可能是它：%1。</translation>
    </message>
    <message>
        <source>The service named no node.</source>
        <translation>服务端没有给出节点。</translation>
    </message>
    <message>
        <source>The service named no shard.</source>
        <translation>服务端没有给出分片。</translation>
    </message>
    <message>
        <source>The service no longer knows this instance.</source>
        <translation>服务端已查不到此实例。</translation>
    </message>
    <message>
        <source>The service no longer offers to cancel this upgrade.</source>
        <translation>服务端不再允许取消此升级。</translation>
    </message>
    <message>
        <source>The service no longer offers to move this switch.</source>
        <translation>服务端不再允许修改此切换时间。</translation>
    </message>
    <message>
        <source>The service refused the question for another reason, so this stays open. %1</source>
        <translation>服务端因其他原因拒绝了查询，因此仍不明确。%1</translation>
    </message>
    <message>
        <source>The service says that it has seen this very request before. An earlier copy may have been carried out.</source>
        <translation>服务端称此前收到过完全相同的请求。较早的一份可能已经执行。</translation>
    </message>
    <message>
        <source>The service says that the backup of %1 failed.</source>
        <translation>服务端称 %1 的备份失败。</translation>
    </message>
    <message>
        <source>The service says that the change of %1 failed.</source>
        <translation>服务端称对 %1 的修改失败。</translation>
    </message>
    <message>
        <source>The service says that the upgrade of %1 failed.</source>
        <translation>服务端称 %1 的升级失败。</translation>
    </message>
    <message>
        <source>The service says: “%1”</source>
        <extracomment>the orchestration service's own words about an instance</extracomment>
        <translation>服务端返回：“%1”</translation>
    </message>
    <message>
        <source>The service speaks of %1 instances in this region but listed only %2.</source>
        <translation>服务端称此地域有 %1 个实例，但只列出了 %2 个。</translation>
    </message>
    <message>
        <source>The service takes %1 at the latest.</source>
        <extracomment>%1 a moment in local time and UTC</extracomment>
        <translation>服务端最晚接受 %1。</translation>
    </message>
    <message>
        <source>The service told no status</source>
        <translation>服务端未给出状态</translation>
    </message>
    <message>
        <source>The service told no version</source>
        <translation>服务端未给出小版本</translation>
    </message>
    <message>
        <source>The service upgrades the minor version by itself in the maintenance window, and announces it as an event before. Connections break each time it does.</source>
        <translation>服务端会在可维护时间段内自行升级小版本，并提前以计划内事件通知。每次升级时连接都会断开。</translation>
    </message>
    <message>
        <source>The service's code is %1.</source>
        <translation>服务端返回的错误码为 %1。</translation>
    </message>
    <message>
        <source>The service's flags contradict each other.</source>
        <translation>服务端返回的标志相互矛盾。</translation>
    </message>
    <message>
        <source>The service's orchestration (OOS) asked for it, not Uplift.</source>
        <translation>该升级由服务端的运维编排（OOS）发起，不是 Uplift。</translation>
    </message>
    <message>
        <source>The service's release notes could not be read as a list.</source>
        <translation>服务端的发布说明无法按列表读取。</translation>
    </message>
    <message>
        <source>The sizes of the waves are numbers with commas, such as 1, 9.</source>
        <translation>各批数量须为用逗号分隔的数字，例如 1, 9。</translation>
    </message>
    <message>
        <source>The start got no answer that tells whether it was carried out. %1</source>
        <translation>启动请求没有得到能说明是否已执行的答复。%1</translation>
    </message>
    <message>
        <source>The start lies in the past. Choose a later one, or at once.</source>
        <translation>开始时间已过。请选择更晚的时间，或立即执行。</translation>
    </message>
    <message>
        <source>The start of the execution in %1 is sent.</source>
        <translation>发送 %1 的执行启动请求。</translation>
    </message>
    <message>
        <source>The start of the execution in %1 was held back.</source>
        <translation>%1 的执行启动请求没有发出。</translation>
    </message>
    <message>
        <source>The state “%1” of %2 could not be written to the journal. It is shown here only.</source>
        <translation>%2 的状态“%1”无法写入操作日志，仅在此处显示。</translation>
    </message>
    <message>
        <source>The system did not say in time which proxy to use. Nothing was sent.</source>
        <translation>系统未及时给出应使用的代理服务器。未发送任何内容。</translation>
    </message>
    <message>
        <source>The system keychain cannot keep the key: %1.</source>
        <extracomment>%1 says why, "no Secret Service on this desktop"</extracomment>
        <translation>系统密钥环无法保存密钥：%1。</translation>
    </message>
    <message>
        <source>The system keychain is being asked.</source>
        <translation>正在查询系统密钥环。</translation>
    </message>
    <message>
        <source>The system's keychain</source>
        <translation>系统密钥环</translation>
    </message>
    <message>
        <source>The system's proxy, if it names one.</source>
        <translation>系统代理服务器（如已设置）。</translation>
    </message>
    <message>
        <source>The table of error codes cannot be read.</source>
        <translation>无法读取错误码表。</translation>
    </message>
    <message>
        <source>The table of permissions cannot be read.</source>
        <translation>无法读取权限表。</translation>
    </message>
    <message>
        <source>The table was written to %1.</source>
        <translation>表格已写入 %1。</translation>
    </message>
    <message>
        <source>The target %1 is older than the current version %2.</source>
        <translation>目标小版本 %1 低于当前小版本 %2。</translation>
    </message>
    <message>
        <source>The target %1 is the version it runs now.</source>
        <translation>目标小版本 %1 就是当前运行的小版本。</translation>
    </message>
    <message>
        <source>The target is %1, but a proxy's upgrade takes no version: it goes to the latest there is.</source>
        <translation>目标为 %1，但代理升级不能指定版本：只会升级到当时的最新版本。</translation>
    </message>
    <message>
        <source>The target is %1, by name.</source>
        <translation>目标小版本指定为 %1。</translation>
    </message>
    <message>
        <source>The target is the latest version; the service chooses it.</source>
        <translation>目标小版本为最新版本，由服务端选择。</translation>
    </message>
    <message>
        <source>The target version is empty. Choose the latest one, or enter a version such as 7.0.1.14.</source>
        <translation>目标小版本为空。请选择最新版本，或输入小版本，例如 7.0.1.14。</translation>
    </message>
    <message>
        <source>The target version “%1” is not a version.</source>
        <translation>目标小版本“%1”不是有效的小版本。</translation>
    </message>
    <message>
        <source>The task %1 has the status %2.</source>
        <translation>任务 %1 的状态为 %2。</translation>
    </message>
    <message>
        <source>The task ends without a switch, and the instance stays as it is. To have it done after all, it must be started anew.</source>
        <translation>任务结束且不切换，实例保持原样。如仍需执行，必须重新发起。</translation>
    </message>
    <message>
        <source>The task goes on now, and connections break when it switches.</source>
        <translation>任务立即继续，切换时连接会断开。</translation>
    </message>
    <message>
        <source>The task list could not be read</source>
        <translation>无法读取任务列表</translation>
    </message>
    <message>
        <source>The task waits for that moment, and connections break when it switches.</source>
        <translation>任务会等到该时间，切换时连接会断开。</translation>
    </message>
    <message>
        <source>The template and its parameters were written to %1.</source>
        <translation>模板及其参数已写入 %1。</translation>
    </message>
    <message>
        <source>The template for %1 has %2 waves and grows beyond the 64 KB that the cloud's orchestration takes.</source>
        <translation>%1 的模板有 %2 批，超过了云端编排允许的 64 KB。</translation>
    </message>
    <message>
        <source>The template for the cloud's orchestration breaks a rule of it.</source>
        <translation>云端编排模板违反了其规则。</translation>
    </message>
    <message>
        <source>The temporary key of the account “%1” expired at %2 UTC.</source>
        <extracomment>%1 is the account's name, %2 a date and time in UTC</extracomment>
        <translation>云账号“%1”的临时密钥已于 UTC %2 过期。</translation>
    </message>
    <message>
        <source>The text holds half of a character pair and cannot be sent.</source>
        <translation>文本中含有不完整的字符（半个代理对），无法发送。</translation>
    </message>
    <message>
        <source>The upgrade may begin at once, or in the next window; no document says which. Be ready for both.</source>
        <translation>升级可能立即开始，也可能在下一个可维护时间段开始；没有文档说明。请对两种情况都做好准备。</translation>
    </message>
    <message>
        <source>The upgrade of %1 ended, yet it still runs %2.</source>
        <translation>%1 的升级已结束，但仍运行 %2。</translation>
    </message>
    <message>
        <source>The upgrade of %1 was cancelled at the service.</source>
        <translation>%1 的升级已在服务端取消。</translation>
    </message>
    <message>
        <source>The version changed from %1 to %2</source>
        <translation>小版本已从 %1 变为 %2</translation>
    </message>
    <message>
        <source>The version is %1; the one before is not known</source>
        <translation>小版本为 %1；之前的小版本未知</translation>
    </message>
    <message>
        <source>The version is as before. Look in the console whether a task still waits. Uplift goes on asking and sends nothing.</source>
        <translation>小版本未变。请在控制台查看是否仍有任务在等待。Uplift 会继续查询，不会发送任何升级请求。</translation>
    </message>
    <message>
        <source>The version is still %1</source>
        <translation>小版本仍为 %1</translation>
    </message>
    <message>
        <source>The versions are written with different numbers of parts: current “%1”, latest “%2”. Missing parts count as 0.</source>
        <translation>两个版本的段数不同：当前“%1”，最新“%2”。缺少的段按 0 计。</translation>
    </message>
    <message>
        <source>The versions can be compared: %1 and %2.</source>
        <translation>版本可以比较：%1 与 %2。</translation>
    </message>
    <message>
        <source>The wait for the start of the first wave runs from the moment it is handed over.</source>
        <translation>第一批开始前的等待从移交时刻起算。</translation>
    </message>
    <message>
        <source>The watching stops then, the upgrade does not. Renew the token to see the end.</source>
        <translation>届时会停止跟踪，升级不会停止。如需看到结果，请更新令牌。</translation>
    </message>
    <message>
        <source>The window begins and ends at the same time.</source>
        <translation>时间段的开始时间与结束时间相同。</translation>
    </message>
    <message>
        <source>The window has passed and nothing happened</source>
        <translation>可维护时间段已过，没有任何动作</translation>
    </message>
    <message>
        <source>The work takes minutes to hours, and the switch comes within it at a time nobody names.</source>
        <translation>整个过程需要数分钟到数小时，切换发生在其间，具体时刻没有任何说明。</translation>
    </message>
    <message>
        <source>The workspace changed since the preview was made, so nothing was imported.</source>
        <translation>预览之后工作区有变化，因此没有导入。</translation>
    </message>
    <message>
        <source>The workspace file would grow beyond 8 MiB.</source>
        <translation>工作区文件将超过 8 MiB。</translation>
    </message>
    <message>
        <source>The workspace was not saved to %1: %2. Your change is kept in this window until you close it.</source>
        <extracomment>%1 path, %2 cause</extracomment>
        <translation>工作区未能保存到 %1：%2。您的更改保留在此窗口中，直到窗口关闭。</translation>
    </message>
    <message>
        <source>The&amp;me</source>
        <translation>主题(&amp;M)</translation>
    </message>
    <message>
        <source>Their clients &amp;reconnect by themselves</source>
        <translation>这些实例的客户端会自动重连(&amp;R)</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Then by</source>
        <translation>次要排序</translation>
    </message>
    <message>
        <source>Then it goes on at once.</source>
        <translation>然后立即继续。</translation>
    </message>
    <message>
        <source>Then it waits for the window of each instance.</source>
        <translation>然后等待各实例的可维护时间段。</translation>
    </message>
    <message>
        <source>Then wait %1, and for the window of each instance.</source>
        <translation>然后等待 %1，以及各实例的可维护时间段。</translation>
    </message>
    <message>
        <source>Then wait %1.</source>
        <translation>然后等待 %1。</translation>
    </message>
    <message>
        <source>There are %1 accounts, and no more fit. Remove one first.</source>
        <translation>已有 %1 个云账号，达到上限。请先移除一个。</translation>
    </message>
    <message>
        <source>There are %1 profiles, and no more fit. Remove one first.</source>
        <translation>已有 %1 个配置，达到上限。请先移除一个。</translation>
    </message>
    <message>
        <source>There are %1 saved plans, and no more fit. Remove one first.</source>
        <translation>已有 %1 个已存计划，达到上限。请先移除一个。</translation>
    </message>
    <message>
        <source>There are no two versions to compare: current “%1”, latest “%2”.</source>
        <translation>没有可比较的两个版本：当前“%1”，最新“%2”。</translation>
    </message>
    <message>
        <source>There is no account yet.</source>
        <translation>还没有云账号。</translation>
    </message>
    <message>
        <source>There is no account yet. Add one first.</source>
        <translation>还没有云账号。请先添加一个。</translation>
    </message>
    <message>
        <source>There is no account “%1” (key ····%2) here. Choose the account that stands for it, or add it first.</source>
        <translation>此处没有云账号“%1”（密钥 ····%2）。请选择对应的云账号，或先添加它。</translation>
    </message>
    <message>
        <source>There is no copy beside it.</source>
        <translation>旁边没有备份副本。</translation>
    </message>
    <message>
        <source>There is no full backup of this instance.</source>
        <translation>该实例没有全量备份。</translation>
    </message>
    <message>
        <source>There is no language “%1”; en and zh_CN are there.</source>
        <translation>没有语言“%1”；可用的是 en 和 zh_CN。</translation>
    </message>
    <message>
        <source>There is no line yet.</source>
        <translation>还没有任何记录。</translation>
    </message>
    <message>
        <source>There is no region “%1”. Choose one from the list.</source>
        <translation>没有地域“%1”。请从列表中选择。</translation>
    </message>
    <message>
        <source>There is no way back to %1, nor to the proxy's %2. Before a switch begins it can usually be cancelled or moved; after that it runs to its end.</source>
        <translation>升级后无法退回 %1，代理节点也无法退回 %2。切换开始之前通常可以取消或改期；切换开始后将一直执行到结束。</translation>
    </message>
    <message>
        <source>There is no way back to %1. Before the switch begins it can usually be cancelled or moved; after that it runs to its end.</source>
        <translation>升级后无法退回 %1。切换开始之前通常可以取消或改期；切换开始后将一直执行到结束。</translation>
    </message>
    <message>
        <source>There is no way back to %1. No document says whether an upgrade of the proxies can be cancelled or moved once it was accepted.</source>
        <translation>升级后无法退回 %1。代理节点升级的请求被接受后能否取消或改期，没有文档说明。</translation>
    </message>
    <message>
        <source>There is no way back to the versions they run now. The cloud begins each by itself; cancelling stops only what has not begun.</source>
        <translation>升级后无法退回当前运行的版本。云端会自行开始每个升级；取消只能停止尚未开始的升级。</translation>
    </message>
    <message>
        <source>There is no way back to the versions they run now. You can pause or stop at any time: nothing new is begun then. A switch that has begun runs to its end.</source>
        <translation>升级后无法退回当前运行的版本。您可以随时暂停或停止，此后不再开始新的升级。已开始的切换将一直执行到结束。</translation>
    </message>
    <message>
        <source>There is nothing to copy here. %1</source>
        <translation>此处没有可复制的内容。%1</translation>
    </message>
    <message>
        <source>There is nothing to copy.</source>
        <translation>没有可复制的内容。</translation>
    </message>
    <message>
        <source>There is nothing to copy: no request is chosen.</source>
        <translation>没有可复制的内容：尚未选择请求。</translation>
    </message>
    <message>
        <source>There is nothing to save: no instance is chosen.</source>
        <translation>没有可保存的内容：尚未选择实例。</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>没有可撤销的操作。</translation>
    </message>
    <message>
        <source>There is nothing to upgrade.</source>
        <translation>没有可升级的内容。</translation>
    </message>
    <message>
        <source>This account is no longer in the workspace.</source>
        <translation>该云账号已不在工作区中。</translation>
    </message>
    <message>
        <source>This account sends the moment as EffectTime only. The CLI, ROS and the SDKs send EffectiveTime only: a service that knows just the old name would ignore it and upgrade at once.</source>
        <translation>此云账号只以 EffectTime 发送执行时间。CLI、ROS 和 SDK 只发送 EffectiveTime：仅识别旧名称的服务端会忽略它并立即升级。</translation>
    </message>
    <message>
        <source>This account sends the moment as EffectiveTime only, as the CLI, ROS and the SDKs do.</source>
        <translation>此云账号只以 EffectiveTime 发送执行时间，与 CLI、ROS 和 SDK 一致。</translation>
    </message>
    <message>
        <source>This account was refused %1.</source>
        <translation>该云账号被拒绝执行 %1。</translation>
    </message>
    <message>
        <source>This account's key does not expire.</source>
        <translation>该云账号的密钥不会过期。</translation>
    </message>
    <message>
        <source>This account's session ends before the upgrade may have: %1.</source>
        <translation>该云账号的会话可能在升级结束之前失效：%1。</translation>
    </message>
    <message>
        <source>This account's session has ended: %1.</source>
        <translation>该云账号的会话已失效：%1。</translation>
    </message>
    <message>
        <source>This account's session lasts beyond the upgrade: until %1.</source>
        <translation>该云账号的会话在升级结束之后才失效：%1。</translation>
    </message>
    <message>
        <source>This batch has no members; nothing was begun.</source>
        <translation>此批次没有成员，未开始任何操作。</translation>
    </message>
    <message>
        <source>This chain has %1 roles; at most %2 are followed. Shorten it.</source>
        <translation>此链有 %1 个角色；最多跟随 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>This computer slept; asked again at %1</source>
        <translation>本机曾休眠，已于 %1 重新查询</translation>
    </message>
    <message>
        <source>This computer was asleep when %1 was about to be upgraded.</source>
        <translation>即将升级 %1 时，本机处于睡眠状态。</translation>
    </message>
    <message>
        <source>This computer's clock agrees with the service's within a minute.</source>
        <translation>本机时钟与服务端时钟相差不超过一分钟。</translation>
    </message>
    <message>
        <source>This computer's clock is %1 s ahead of the service's.</source>
        <translation>本机时钟比服务端快 %1 秒。</translation>
    </message>
    <message>
        <source>This computer's clock is %1 s behind the service's.</source>
        <translation>本机时钟比服务端慢 %1 秒。</translation>
    </message>
    <message>
        <source>This computer's clock was not compared with the service's yet.</source>
        <translation>本机时钟尚未与服务端时钟比对。</translation>
    </message>
    <message>
        <source>This desktop</source>
        <translation>此桌面环境</translation>
    </message>
    <message>
        <source>This desktop opened no program for %1.</source>
        <extracomment>%1 is an address</extracomment>
        <translation>当前桌面没有打开 %1 的程序。</translation>
    </message>
    <message>
        <source>This desktop opened no program for the folder %1.</source>
        <extracomment>%1 is a path</extracomment>
        <translation>当前桌面没有打开文件夹 %1 的程序。</translation>
    </message>
    <message>
        <source>This desktop shows no notifications: no service and no tray answers.</source>
        <translation>此桌面不显示通知：通知服务和托盘都没有应答。</translation>
    </message>
    <message>
        <source>This file of profiles was written by a newer Uplift (file version %1, this one reads up to %2).</source>
        <translation>此配置文件由更新版本的 Uplift 写入（文件版本 %1，本程序最多读取 %2）。</translation>
    </message>
    <message>
        <source>This instance belongs to the batch “%1”, which was handed over to the cloud and has not ended.</source>
        <translation>该实例属于批次“%1”，该批次已移交云端，尚未结束。</translation>
    </message>
    <message>
        <source>This instance has a proxy.</source>
        <translation>该实例有代理节点。</translation>
    </message>
    <message>
        <source>This instance has no proxy.</source>
        <translation>该实例没有代理节点。</translation>
    </message>
    <message>
        <source>This is %1 characters long; at most %2 fit. Shorten it.</source>
        <extracomment>%1 length of what was typed, %2 the most that fits</extracomment>
        <translation>长度为 %1 个字符，最多 %2 个。请缩短。</translation>
    </message>
    <message>
        <source>This is a defect of Uplift. Please report it.</source>
        <translation>这是 Uplift 的缺陷，请反馈。</translation>
    </message>
    <message>
        <source>This is another journal than the one used here before.</source>
        <translation>此操作日志与之前在此使用的不是同一份。</translation>
    </message>
    <message>
        <source>This is not a file of profiles that Uplift can read. %1</source>
        <extracomment>%1 is a whole sentence that says what is wrong with the file</extracomment>
        <translation>这不是 Uplift 能读取的配置文件。%1</translation>
    </message>
    <message>
        <source>This is not the ARN of a role. It looks like acs:ram::1234567890123456:role/name; copy it from the role's page.</source>
        <translation>这不是角色的 ARN。它形如 acs:ram::1234567890123456:role/name；请从角色页面复制。</translation>
    </message>
    <message>
        <source>This is not the instance's name. Type %1 here; nothing was sent.</source>
        <translation>这不是该实例的名称。请在此输入 %1；未发送任何内容。</translation>
    </message>
    <message>
        <source>This is not the number of production instances. Type %1 here; nothing was sent.</source>
        <translation>这不是生产实例的数量。请在此输入 %1；没有发送任何请求。</translation>
    </message>
    <message>
        <source>This is not the version that was shown, %1</source>
        <translation>与之前显示的小版本 %1 不同</translation>
    </message>
    <message>
        <source>This is the window it has now.</source>
        <translation>这就是当前的时间段。</translation>
    </message>
    <message>
        <source>This key belongs to the account itself and may do everything there. Use the key of a RAM user with the policy below instead.</source>
        <translation>此密钥属于主账号本身，拥有全部权限。请改用附有下面策略的 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>This kind of instance has none.</source>
        <translation>这类实例没有此项。</translation>
    </message>
    <message>
        <source>This machine's clock is %1 s ahead.</source>
        <translation>本机时钟快 %1 秒。</translation>
    </message>
    <message>
        <source>This machine's clock is %1 s behind.</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation>本机时钟慢 %1 秒。</translation>
    </message>
    <message>
        <source>This moment has passed. Choose a later one.</source>
        <translation>该时间已过。请选择更晚的时间。</translation>
    </message>
    <message>
        <source>This request was journaled before; it is not sent again.</source>
        <translation>此请求已记入操作日志，不会重发。</translation>
    </message>
    <message>
        <source>This session only: nothing is written to disk</source>
        <translation>仅本次会话：不写入磁盘</translation>
    </message>
    <message>
        <source>This time has passed.</source>
        <translation>该时间已过。</translation>
    </message>
    <message>
        <source>This window only shows what is there. Use the other one for upgrades, or close it first.</source>
        <translation>此窗口仅供查看。请在另一个窗口中升级，或先将其关闭。</translation>
    </message>
    <message>
        <source>Those already running go on in the cloud. Nothing new is sent. A canary that is not verified always stops it.</source>
        <translation>正在执行的升级会在云端继续，但不再发送新的请求。金丝雀未通过验证时，批次总会停止。</translation>
    </message>
    <message>
        <source>Those of its upgrades that are open are watched as before. Plan the others again.</source>
        <translation>其中尚未结束的升级照常跟踪。其余的请重新计划。</translation>
    </message>
    <message>
        <source>Throttling</source>
        <translation>限流</translation>
    </message>
    <message>
        <source>Through the proxy %1.</source>
        <extracomment>%1 is host:port</extracomment>
        <translation>通过代理服务器 %1。</translation>
    </message>
    <message>
        <source>Tick at least one</source>
        <translation>请至少勾选一个</translation>
    </message>
    <message>
        <source>Tick what shall become an account. The files stay as they are.</source>
        <translation>请勾选要导入为云账号的条目。原文件保持不变。</translation>
    </message>
    <message>
        <source>Ticket</source>
        <translation>变更单</translation>
    </message>
    <message>
        <source>Ticket &amp;number (optional)</source>
        <translation>变更单号（可选）(&amp;N)</translation>
    </message>
    <message>
        <source>Ticket number</source>
        <translation>变更单号</translation>
    </message>
    <message>
        <source>Ticket number (optional)</source>
        <translation>变更单号（可选）</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Time left: unknown, the service gives none</source>
        <translation>剩余时间：未知，服务端未提供</translation>
    </message>
    <message>
        <source>Timeline of what runs</source>
        <translation>进行中升级的时间线</translation>
    </message>
    <message>
        <source>To come</source>
        <translation>待开始</translation>
    </message>
    <message>
        <source>To read</source>
        <translation>需查看</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>Tomorrow 02:00</source>
        <translation>明天 02:00</translation>
    </message>
    <message>
        <source>Tonight %1</source>
        <translation>今晚 %1</translation>
    </message>
    <message>
        <source>Too little data</source>
        <translation>数据太少</translation>
    </message>
    <message>
        <source>Too little was measured</source>
        <translation>测量数据太少</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>耗时</translation>
    </message>
    <message>
        <source>Topics</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Tried again soon</source>
        <translation>即将重试</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Try again later, or choose the region by hand.</source>
        <translation>请稍后再试，或手动选择地域。</translation>
    </message>
    <message>
        <source>Try again, or keep the secret for this session only.</source>
        <translation>请再试一次，或仅在本次会话中保留密钥。</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>请再试一次。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy may be changing replies.</source>
        <translation>请再试一次。如再次出现，可能是代理服务器改动了应答。</translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy or firewall may be in the way.</source>
        <translation>请再试一次。如再次出现，可能是代理服务器或防火墙所致。</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check endpoint and proxy.</source>
        <translation>请再试一次；如仍然如此，请检查接入地址和代理服务器。</translation>
    </message>
    <message>
        <source>Try the practice cloud</source>
        <translation>试用演练云</translation>
    </message>
    <message>
        <source>Type %1 here first. Nothing was sent.</source>
        <translation>请先在此输入 %1。未发送任何请求。</translation>
    </message>
    <message>
        <source>Type each instance's wave in the dry run, by the number of its head: a digit for the selected ones, or F2 for any number.</source>
        <translation>请在试运行中按各批标题的编号输入实例所属的批：对所选实例按一个数字键，或按 F2 输入任意数字。</translation>
    </message>
    <message>
        <source>Type the instance's name to confirm: %1</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation>请输入实例名以确认：%1</translation>
    </message>
    <message>
        <source>Type the number of production instances to confirm: %1</source>
        <extracomment>%1 is a number</extracomment>
        <translation>请输入生产实例的数量以确认：%1</translation>
    </message>
    <message>
        <source>Type the text again instead of pasting it.</source>
        <translation>请手动重新输入文本，不要粘贴。</translation>
    </message>
    <message>
        <source>UTC</source>
        <translation>UTC</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>小版本未变</translation>
    </message>
    <message>
        <source>Unchanged %1</source>
        <extracomment>Of an upgrade that ended with the version as it was. %1: an age, "12 min ago"</extracomment>
        <translation>%1版本未变</translation>
    </message>
    <message>
        <source>Unclear: the reply was not the service's</source>
        <translation>不明确：应答并非来自服务端</translation>
    </message>
    <message>
        <source>Unclear: the service itself failed</source>
        <translation>不明确：服务端自身出错</translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation>待判定</translation>
    </message>
    <message>
        <source>Undecided, needs your decision</source>
        <translation>待判定，需要您判定</translation>
    </message>
    <message>
        <source>Undecided: it is not known whether the request was carried out</source>
        <translation>待判定：无法确定请求是否已执行</translation>
    </message>
    <message>
        <source>Undecided: it is not known whether the upgrade was started</source>
        <translation>待判定：无法确定升级是否已开始</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>进行中</translation>
    </message>
    <message>
        <source>Under way: %1 of %2 instances have ended well so far.</source>
        <translation>进行中：%2 个实例中目前有 %1 个成功。</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Unfold the side&amp;bar</source>
        <translation>展开侧边栏(&amp;B)</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Unknown argument: %1</source>
        <translation>未知参数：%1</translation>
    </message>
    <message>
        <source>Unknown edition</source>
        <translation>版本类型未知</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or keep the secret for this session only.</source>
        <translation>请解锁密钥环后再试，或仅在本次会话中保留密钥。</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation>请解锁密钥环后再试，或用“密码和密钥”（seahorse）手动删除 Uplift 的条目 %2。</translation>
    </message>
    <message>
        <source>Unlock the keychain and try again. Until then it is not known whether the secret is missing.</source>
        <translation>请解锁密钥环后再试。在此之前无法确定密钥是否缺失。</translation>
    </message>
    <message>
        <source>Until it began</source>
        <translation>开始前等待</translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation>已是最新</translation>
    </message>
    <message>
        <source>Up, Down, Home, End, or the first letters</source>
        <translation>上、下、Home、End 或名称的前几个字母</translation>
    </message>
    <message>
        <source>Update available</source>
        <translation>可升级</translation>
    </message>
    <message>
        <source>Upgrade</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Upgrade %1 in the window (%2)…</source>
        <translation>在窗口内升级 %1（%2）…</translation>
    </message>
    <message>
        <source>Upgrade %1 in the window…</source>
        <translation>在窗口内升级 %1…</translation>
    </message>
    <message>
        <source>Upgrade %1 now…</source>
        <translation>立即升级 %1…</translation>
    </message>
    <message>
        <source>Upgrade %1?</source>
        <translation>升级 %1？</translation>
    </message>
    <message>
        <source>Upgrade Redis and Tair minor versions</source>
        <translation>升级 Redis 和 Tair 的小版本</translation>
    </message>
    <message>
        <source>Upgrade both in the window</source>
        <translation>在窗口内升级两者</translation>
    </message>
    <message>
        <source>Upgrade both in the window (%1)…</source>
        <translation>在窗口内升级两者（%1）…</translation>
    </message>
    <message>
        <source>Upgrade both now</source>
        <translation>立即升级两者</translation>
    </message>
    <message>
        <source>Upgrade both now…</source>
        <translation>立即升级两者…</translation>
    </message>
    <message>
        <source>Upgrade both of %1 in the window (%2)…</source>
        <translation>在窗口内升级 %1 的内核和代理（%2）…</translation>
    </message>
    <message>
        <source>Upgrade both of %1 now…</source>
        <translation>立即升级 %1 的内核和代理…</translation>
    </message>
    <message>
        <source>Upgrade by instance &amp;id…</source>
        <translation>按实例 ID 升级(&amp;I)…</translation>
    </message>
    <message>
        <source>Upgrade by instance id</source>
        <translation>按实例 ID 升级</translation>
    </message>
    <message>
        <source>Upgrade changes nothing</source>
        <translation>升级后小版本不变</translation>
    </message>
    <message>
        <source>Upgrade fails</source>
        <translation>升级失败</translation>
    </message>
    <message>
        <source>Upgrade in the window</source>
        <translation>在窗口内升级</translation>
    </message>
    <message>
        <source>Upgrade in the window (%1)…</source>
        <translation>在窗口内升级（%1）…</translation>
    </message>
    <message>
        <source>Upgrade in the window…</source>
        <translation>在窗口内升级…</translation>
    </message>
    <message>
        <source>Upgrade kernel and proxy of %1?</source>
        <translation>升级 %1 的内核和代理节点？</translation>
    </message>
    <message>
        <source>Upgrade now</source>
        <translation>立即升级</translation>
    </message>
    <message>
        <source>Upgrade now…</source>
        <translation>立即升级…</translation>
    </message>
    <message>
        <source>Upgrade runs already</source>
        <translation>升级已在进行</translation>
    </message>
    <message>
        <source>Upgrade still open</source>
        <translation>仍有未结束的升级</translation>
    </message>
    <message>
        <source>Upgrade the proxy (%1)…</source>
        <translation>在窗口内升级代理节点（%1）…</translation>
    </message>
    <message>
        <source>Upgrade the proxy in the window</source>
        <translation>在窗口内升级代理节点</translation>
    </message>
    <message>
        <source>Upgrade the proxy now</source>
        <translation>立即升级代理节点</translation>
    </message>
    <message>
        <source>Upgrade the proxy now…</source>
        <translation>立即升级代理节点…</translation>
    </message>
    <message>
        <source>Upgrade the proxy of %1 in the window (%2)…</source>
        <translation>在窗口内升级 %1 的代理节点（%2）…</translation>
    </message>
    <message>
        <source>Upgrade the proxy of %1 now…</source>
        <translation>立即升级 %1 的代理节点…</translation>
    </message>
    <message>
        <source>Upgrade the proxy of %1?</source>
        <translation>升级 %1 的代理节点？</translation>
    </message>
    <message>
        <source>Upgrade to</source>
        <translation>升级到</translation>
    </message>
    <message>
        <source>Upgrades</source>
        <translation>升级</translation>
    </message>
    <message>
        <source>Upgrades accepted from now on end well but keep the old version.</source>
        <translation>此后受理的升级会正常结束，但小版本仍为旧版本。</translation>
    </message>
    <message>
        <source>Upgrades accepted from now on fail half way and keep the old version.</source>
        <translation>此后受理的升级会中途失败，小版本仍为旧版本。</translation>
    </message>
    <message>
        <source>Upgrades in progress and ended today</source>
        <translation>进行中和今天结束的升级</translation>
    </message>
    <message>
        <source>Upgrades meant for the maintenance window begin at once.</source>
        <translation>指定在可维护时间段执行的升级会立即开始。</translation>
    </message>
    <message>
        <source>Upgrades of these instances were open: %1. Look at their status before you start another.</source>
        <translation>以下实例的升级此前未结束：%1。请先查看其状态，再开始新的升级。</translation>
    </message>
    <message>
        <source>Upgrades the minor version of ApsaraDB for Redis and Tair instances.</source>
        <translation>升级云数据库 Redis 版和 Tair 实例的小版本。</translation>
    </message>
    <message>
        <source>Upgrades the minor versions of ApsaraDB for Redis and Tair instances, and says what became of it. Not made or endorsed by Alibaba Cloud.</source>
        <translation>升级云数据库 Redis 和 Tair 实例的小版本，并告知升级结果。非阿里云出品，亦未获其认可。</translation>
    </message>
    <message>
        <source>Upgrading</source>
        <translation>升级中</translation>
    </message>
    <message>
        <source>Upgrading, %1</source>
        <translation>升级中，%1</translation>
    </message>
    <message>
        <source>Uplift</source>
        <translation>Uplift</translation>
    </message>
    <message>
        <source>Uplift %1</source>
        <translation>Uplift %1</translation>
    </message>
    <message>
        <source>Uplift asks the service what became of it.</source>
        <translation>Uplift 向服务端查询结果。</translation>
    </message>
    <message>
        <source>Uplift asks the service what became of it. It is not sent again.</source>
        <translation>Uplift 向服务端查询结果。请求不会重发。</translation>
    </message>
    <message>
        <source>Uplift does not know this status: look at it in the console.</source>
        <translation>Uplift 不认识该状态：请在控制台查看。</translation>
    </message>
    <message>
        <source>Uplift ended while it took this batch on; nothing of it was begun. Look at the plan, then resume or stop it.</source>
        <translation>Uplift 在接收此批次时退出，批次中没有任何操作开始。请查看计划，然后恢复或停止。</translation>
    </message>
    <message>
        <source>Uplift goes on looking for its execution. What became of its start is for you to say.</source>
        <translation>Uplift 会继续查找它的执行。启动结果由您判定。</translation>
    </message>
    <message>
        <source>Uplift holds each back until its window is open, then sends it as “at once”. Only while Uplift runs.</source>
        <translation>Uplift 会保留每个请求，直到其可维护时间段开始，再以“立即执行”的方式发送。仅在 Uplift 运行时有效。</translation>
    </message>
    <message>
        <source>Uplift is already running with this data folder (process %1), and does not answer.</source>
        <translation>Uplift 已在使用此数据目录运行（进程 %1），且没有应答。</translation>
    </message>
    <message>
        <source>Uplift is already running with this data folder, and does not answer.</source>
        <translation>Uplift 已在使用此数据目录运行，且没有应答。</translation>
    </message>
    <message>
        <source>Uplift is running no upgrade</source>
        <translation>Uplift 没有正在进行的升级</translation>
    </message>
    <message>
        <source>Uplift is running no upgrade, and none ended today</source>
        <translation>Uplift 没有正在进行的升级，今天也没有升级结束</translation>
    </message>
    <message>
        <source>Uplift is running no upgrade.</source>
        <translation>Uplift 没有正在进行的升级。</translation>
    </message>
    <message>
        <source>Uplift never removes anything from its journal by itself; how long it is kept is up to you. All that was journaled so far moves into a file of its own, with its chain of hashes, and a new journal begins. The history shown here is empty then; the file can be read with any SQLite tool.</source>
        <translation>Uplift 从不自行删除操作日志中的任何内容，保留多久由您决定。迄今的全部记录会连同哈希链移入单独的文件，并新建操作日志。此后这里显示的历史为空；该文件可用任何 SQLite 工具读取。</translation>
    </message>
    <message>
        <source>Uplift profiles (*.json)</source>
        <translation>Uplift 配置 (*.json)</translation>
    </message>
    <message>
        <source>Uplift sends the moment under both of its names, EffectiveTime and EffectTime. The CLI, ROS and the SDKs send EffectiveTime only.</source>
        <translation>Uplift 同时以 EffectiveTime 和 EffectTime 两个名称发送执行时间。CLI、ROS 和 SDK 只发送 EffectiveTime。</translation>
    </message>
    <message>
        <source>Uplift starts with an empty workspace.</source>
        <translation>Uplift 以空工作区启动。</translation>
    </message>
    <message>
        <source>Uplift waits for the window of each instance, then sends it as at once.</source>
        <translation>Uplift 等待各实例的可维护时间段，然后以立即执行的方式发送。</translation>
    </message>
    <message>
        <source>Uplift was not running, or this computer was asleep, when the next upgrades of wave %1 were due.</source>
        <translation>第 %1 批的下一个升级应开始时，Uplift 未在运行，或本机处于睡眠状态。</translation>
    </message>
    <message>
        <source>Uplift works without it; the next start shows no instance until the service answers. Make the folder writable, or choose another one with --data-dir.</source>
        <translation>没有它 Uplift 也能工作；下次启动时，在服务端应答之前不显示实例。请让该文件夹可写，或用 --data-dir 选择其他文件夹。</translation>
    </message>
    <message>
        <source>Usage: uplift [options]</source>
        <translation>用法：uplift [选项]</translation>
    </message>
    <message>
        <source>Use an https host under aliyuncs.com; http is for this machine's own addresses alone.</source>
        <translation>请使用 aliyuncs.com 下的 https 主机；http 仅可用于本机地址。</translation>
    </message>
    <message>
        <source>Use fewer waves, or let Uplift run this batch.</source>
        <translation>请减少批数，或由 Uplift 执行此批次。</translation>
    </message>
    <message>
        <source>Use its rules on what is &amp;selected</source>
        <translation>将其规则用于所选实例(&amp;S)</translation>
    </message>
    <message>
        <source>Use that version, or another folder with --data-dir. The file was left as it is.</source>
        <translation>请使用该版本，或用 --data-dir 指定其他文件夹。文件保持原样。</translation>
    </message>
    <message>
        <source>Use the key of a RAM user that may upgrade instances and nothing more.</source>
        <translation>请使用仅有实例升级权限的 RAM 用户的密钥。</translation>
    </message>
    <message>
        <source>Use the window %1 – %2</source>
        <extracomment>For screen readers. %1 and %2: times of day</extracomment>
        <translation>使用时间段 %1 – %2</translation>
    </message>
    <message>
        <source>Use this &amp;window…</source>
        <translation>使用此时间段(&amp;W)…</translation>
    </message>
    <message>
        <source>Use this window…</source>
        <translation>使用此时间段…</translation>
    </message>
    <message>
        <source>Usual moment</source>
        <translation>常用执行时间</translation>
    </message>
    <message>
        <source>V1 (RPC)</source>
        <translation>V1 (RPC)</translation>
    </message>
    <message>
        <source>V1 for older and private clouds</source>
        <translation>V1 用于旧版云和专有云</translation>
    </message>
    <message>
        <source>V3 (ACS3)</source>
        <translation>V3 (ACS3)</translation>
    </message>
    <message>
        <source>VPC</source>
        <translation>VPC</translation>
    </message>
    <message>
        <source>VPC endpoints exist only inside a VPC. Choose the public endpoint in the account's settings, or run Uplift inside the VPC.</source>
        <translation>VPC 接入地址仅存在于 VPC 内。请在云账号设置中选择公网接入地址，或在 VPC 内运行 Uplift。</translation>
    </message>
    <message>
        <source>Verification of the version</source>
        <translation>验证小版本</translation>
    </message>
    <message>
        <source>Verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>Verified: %1 runs %2</source>
        <translation>已验证：%1 已运行 %2</translation>
    </message>
    <message>
        <source>Verified: %1 runs %2.</source>
        <translation>已验证：%1 已运行 %2。</translation>
    </message>
    <message>
        <source>Verified: %1 runs its new version</source>
        <translation>已验证：%1 已运行新版本</translation>
    </message>
    <message>
        <source>Verified: the change of %1 was made.</source>
        <translation>已验证：%1 的变更已生效。</translation>
    </message>
    <message>
        <source>Verified: the proxies of %1 run %2</source>
        <translation>已验证：%1 的代理节点已运行 %2</translation>
    </message>
    <message>
        <source>Verified: the upgrade of %1 ended well.</source>
        <translation>已验证：%1 升级成功。</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>小版本</translation>
    </message>
    <message>
        <source>Version and level</source>
        <translation>小版本与级别</translation>
    </message>
    <message>
        <source>Version before</source>
        <translation>变更前版本</translation>
    </message>
    <message>
        <source>Version now</source>
        <translation>当前版本</translation>
    </message>
    <message>
        <source>Version or change</source>
        <translation>小版本或变更</translation>
    </message>
    <message>
        <source>Version, moment, impact and checks appear here once the instance is found.</source>
        <translation>找到实例后，此处显示小版本、执行时间、影响和检查。</translation>
    </message>
    <message>
        <source>Versions %1 of %2</source>
        <translation>小版本 %1 / %2</translation>
    </message>
    <message>
        <source>Versions not told</source>
        <translation>未提供版本</translation>
    </message>
    <message>
        <source>Versions of the nodes: unknown. They were not asked for, or the service did not tell.</source>
        <translation>各节点版本：未知。未查询，或服务端未提供。</translation>
    </message>
    <message>
        <source>W&amp;hat to upgrade</source>
        <translation>升级内容(&amp;H)</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>Wait a minute, then try again. Other programs that use the same account count too.</source>
        <translation>请等一分钟再试。使用同一云账号的其他程序也计算在内。</translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>Wait a&amp;fter canary</source>
        <translation>金丝雀后等待(&amp;F)</translation>
    </message>
    <message>
        <source>Wait for its end, or cancel it in the cloud: see Batch plans.</source>
        <translation>请等待其结束，或在云端取消：见“批量计划”。</translation>
    </message>
    <message>
        <source>Wait for its window</source>
        <translation>等待其可维护时间段</translation>
    </message>
    <message>
        <source>Wait or end that process. With --data-dir DIR another one can be started, with accounts and a journal of its own.</source>
        <translation>请等待或结束该进程。也可用 --data-dir DIR 另外启动一个，使用独立的账号和操作日志。</translation>
    </message>
    <message>
        <source>Wait until %1 if it can wait.</source>
        <translation>如可等待，请等到 %1。</translation>
    </message>
    <message>
        <source>Wait until it has ended, or move or cancel it where the service offers that.</source>
        <translation>请等待其结束，或在服务端允许时改期或取消。</translation>
    </message>
    <message>
        <source>Wait until it has ended, then look at the version.</source>
        <translation>请等待其结束，再查看小版本。</translation>
    </message>
    <message>
        <source>Wait until it has ended, then refresh.</source>
        <translation>请等待其结束，然后刷新。</translation>
    </message>
    <message>
        <source>Wait until it has ended. A second one is refused meanwhile, and the upgrade may be.</source>
        <translation>请等待其结束。在此期间，第二次备份会被拒绝，升级也可能被拒绝。</translation>
    </message>
    <message>
        <source>Wait until the order is completed, then refresh.</source>
        <translation>请等待订单完成，再刷新。</translation>
    </message>
    <message>
        <source>Wait until the status is Normal, then refresh.</source>
        <translation>请等待状态变为正常，再刷新。</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation>等待%1</translation>
    </message>
    <message>
        <source>Waiting for its window</source>
        <translation>等待可维护时间段</translation>
    </message>
    <message>
        <source>Waiting for wave %1</source>
        <translation>等待第 %1 批</translation>
    </message>
    <message>
        <source>Was %1 not started in the cloud?</source>
        <translation>%1 在云端没有启动吗？</translation>
    </message>
    <message>
        <source>Wave</source>
        <translation>批</translation>
    </message>
    <message>
        <source>Wave %1</source>
        <translation>第 %1 批</translation>
    </message>
    <message>
        <source>Wave %1 has %2 instances in %3. One loop of the cloud's orchestration takes 1,000.</source>
        <translation>第 %1 批在 %3 有 %2 个实例，而云端编排的一个循环最多 1,000 个。</translation>
    </message>
    <message>
        <source>Wave %1 waits for a moment of its own. The cloud's orchestration waits after the wave before.</source>
        <translation>第 %1 批等待自己的时刻。云端编排只能在上一批之后等待。</translation>
    </message>
    <message>
        <source>Wave %1: %2</source>
        <translation>第 %1 批：%2</translation>
    </message>
    <message>
        <source>Wave of %1</source>
        <translation>%1 所属的批</translation>
    </message>
    <message>
        <source>Waves</source>
        <translation>分批</translation>
    </message>
    <message>
        <source>Waves and stop rules</source>
        <translation>分批与停止规则</translation>
    </message>
    <message>
        <source>Waves are kept within one account and region; those of others are not waited for.</source>
        <translation>各批次只在同一账号和地域内依次进行，不等待其他账号和地域的批次。</translation>
    </message>
    <message>
        <source>Went on in spite of: %1.</source>
        <translation>忽略以下情况继续执行：%1。</translation>
    </message>
    <message>
        <source>What</source>
        <translation>升级内容</translation>
    </message>
    <message>
        <source>What %1 may do - Uplift</source>
        <translation>“%1”的权限 - Uplift</translation>
    </message>
    <message>
        <source>What and when</source>
        <translation>对象与时间</translation>
    </message>
    <message>
        <source>What did not answer - Uplift</source>
        <translation>未取得的部分 - Uplift</translation>
    </message>
    <message>
        <source>What each error means</source>
        <translation>各错误的含义</translation>
    </message>
    <message>
        <source>What else breaks</source>
        <translation>还会中断什么</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>What happened:</source>
        <translation>发生了什么：</translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation>发生了什么：%1</translation>
    </message>
    <message>
        <source>What is known</source>
        <translation>已知情况</translation>
    </message>
    <message>
        <source>What is not sent before this window ends waits for the next one.</source>
        <extracomment>Follows another sentence</extracomment>
        <translation>此时间段结束前未发送的请求，会等待下一个时间段。</translation>
    </message>
    <message>
        <source>What is planned for the maintenance window, by you or by the provider, begins in the new one.</source>
        <translation>您或服务商计划在可维护时间段执行的操作，会在新的时间段开始。</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>What it does not</source>
        <translation>不会做的事</translation>
    </message>
    <message>
        <source>What needs it will be missing. “What may it do…” in the account's menu shows a policy to copy.</source>
        <translation>需要该权限的信息将缺失。云账号菜单中的“它可以做什么…”会给出可复制的策略。</translation>
    </message>
    <message>
        <source>What runs in the cloud goes on all the same.</source>
        <translation>云端已在执行的升级会继续进行。</translation>
    </message>
    <message>
        <source>What the cloud does otherwise than Uplift</source>
        <translation>云端执行与 Uplift 执行的不同之处</translation>
    </message>
    <message numerus="yes">
        <source>What the documents say. %n source(s)</source>
        <translation>
            <numerusform>文档的说明，%n 个来源</numerusform>
        </translation>
    </message>
    <message>
        <source>What the provider plans for this instance was not read.</source>
        <translation>尚未读取服务商针对该实例的计划内事件。</translation>
    </message>
    <message>
        <source>What the ticket says, as text</source>
        <translation>变更单的文本内容</translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>What to do next:</source>
        <translation>下一步：</translation>
    </message>
    <message>
        <source>What to do next: %1</source>
        <translation>下一步：%1</translation>
    </message>
    <message>
        <source>What to upgrade</source>
        <translation>升级内容</translation>
    </message>
    <message>
        <source>What was done last is not in it; look at the instances' own versions and tasks.</source>
        <translation>最近的操作不在其中；请查看实例自身的版本和任务。</translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation>观察到的情况</translation>
    </message>
    <message>
        <source>What was sent goes on in the cloud by itself. The next ones begin only while Uplift runs.</source>
        <translation>已发送的会在云端自行继续。之后的仅在 Uplift 运行时开始。</translation>
    </message>
    <message>
        <source>What was sent runs to its end in the cloud; nothing new is begun. A stopped batch cannot be resumed; its other members can be planned again.</source>
        <translation>已发送的请求会在云端执行到结束，不再开始新的操作。停止的批次无法恢复，但其中其余的实例可以重新计划。</translation>
    </message>
    <message>
        <source>What was verified, failed or held, and what waits for your decision, through the desktop's notifications.</source>
        <translation>哪些已验证、失败或暂停，以及哪些等待您判定，通过桌面通知告知。</translation>
    </message>
    <message>
        <source>When</source>
        <translation>执行时间</translation>
    </message>
    <message>
        <source>When confirmed</source>
        <translation>确认后</translation>
    </message>
    <message>
        <source>When it begins is not known</source>
        <translation>开始时间未知</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>当前进度</translation>
    </message>
    <message>
        <source>Where keys lie, unless an account keeps its key for the session alone; Uplift writes them nowhere else.</source>
        <translation>密钥存放在此，除非账号设为仅在本次会话中保留；Uplift 不会写到别处。</translation>
    </message>
    <message>
        <source>Where nothing can be shown, a look at the window tells the same.</source>
        <translation>如果桌面无法显示通知，请在窗口中查看，内容相同。</translation>
    </message>
    <message>
        <source>Where they are installed or came along: Inter and Noto Sans CJK, SIL Open Font License 1.1; DejaVu Sans Mono, Bitstream Vera licence.</source>
        <translation>已安装或随附时使用：Inter 与 Noto Sans CJK，SIL Open Font License 1.1；DejaVu Sans Mono，Bitstream Vera 许可。</translation>
    </message>
    <message>
        <source>Whether a request inside the window starts at once is not documented. %1</source>
        <translation>可维护时间段内的请求是否立即开始，文档未作说明。%1</translation>
    </message>
    <message>
        <source>Whether this account may upgrade cannot be tested without calling.</source>
        <translation>该云账号能否升级，只有实际调用才能验证。</translation>
    </message>
    <message>
        <source>Which upgrades to show</source>
        <translation>选择要显示的升级</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Will be kept in the system keychain (%1): you will be asked to unlock it.</source>
        <extracomment>%1 "Secret Service, locked"</extracomment>
        <translation>将保存在系统密钥环（%1），届时会请您解锁。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>时间段</translation>
    </message>
    <message>
        <source>Window %1 – %2</source>
        <translation>时间段 %1 – %2</translation>
    </message>
    <message>
        <source>Window %1 – %2, %3 %</source>
        <translation>时间段 %1 – %2，%3%</translation>
    </message>
    <message>
        <source>Window ignored</source>
        <translation>忽略可维护时间段</translation>
    </message>
    <message>
        <source>Window is open now</source>
        <translation>时间段正在进行</translation>
    </message>
    <message>
        <source>Window too short</source>
        <translation>时间段过短</translation>
    </message>
    <message>
        <source>Window unknown</source>
        <translation>可维护时间段未知</translation>
    </message>
    <message>
        <source>Window: %1</source>
        <translation>可维护时间段：%1</translation>
    </message>
    <message>
        <source>With the &amp;actions that change something</source>
        <translation>包括会改动资源的操作(&amp;A)</translation>
    </message>
    <message>
        <source>With the actions that change something</source>
        <translation>包括会改动资源的操作</translation>
    </message>
    <message>
        <source>Without a proxy.</source>
        <translation>不使用代理服务器。</translation>
    </message>
    <message>
        <source>Write it as 7.0.1.8, or choose the latest version.</source>
        <translation>请写成 7.0.1.8 的形式，或选择最新版本。</translation>
    </message>
    <message>
        <source>Write numbers with commas, such as 1, 9.</source>
        <translation>请输入用逗号分隔的数字，例如 1, 9。</translation>
    </message>
    <message>
        <source>Write the time as %1.</source>
        <extracomment>%1 "2026-11-20 02:00"</extracomment>
        <translation>请按 %1 的格式输入时间。</translation>
    </message>
    <message>
        <source>Write the time as 02:00.</source>
        <translation>请按 02:00 的格式输入时间。</translation>
    </message>
    <message>
        <source>Write the time as 06:00.</source>
        <translation>请按 06:00 的格式输入时间。</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>正在写入…</translation>
    </message>
    <message>
        <source>Written by Uplift %1 on %2</source>
        <translation>由 Uplift %1 生成于 %2</translation>
    </message>
    <message>
        <source>Written to %1.</source>
        <translation>已写入 %1。</translation>
    </message>
    <message>
        <source>Wrong state</source>
        <translation>状态不符</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Yes, but it will be refused again until the cause is removed.</source>
        <translation>是，但在原因消除之前仍会被拒绝。</translation>
    </message>
    <message>
        <source>Yes, it is remote</source>
        <translation>是，是远程显示</translation>
    </message>
    <message>
        <source>Yes. A switch took place. The version did not change: it is still %1.</source>
        <translation>是。已发生切换，但小版本未变，仍为 %1。</translation>
    </message>
    <message>
        <source>Yes. It runs %1 now.</source>
        <translation>是。当前运行 %1。</translation>
    </message>
    <message>
        <source>Yes. The request was carried out.</source>
        <translation>是。请求已执行。</translation>
    </message>
    <message>
        <source>Yes. The same may be asked again, once its cause is mended.</source>
        <translation>是。排除原因后，可再次发送同样的请求。</translation>
    </message>
    <message>
        <source>You can close Uplift. The cloud goes on by itself.</source>
        <translation>可以关闭 Uplift，云端会继续执行。</translation>
    </message>
    <message>
        <source>You see each one before it is taken; the files stay as they are.</source>
        <translation>导入前逐条显示；原文件保持不变。</translation>
    </message>
    <message>
        <source>Your change is kept in this window until you close it.</source>
        <translation>您的更改保留在此窗口中，直到窗口关闭。</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>您的判定</translation>
    </message>
    <message>
        <source>Zhangjiakou</source>
        <translation>张家口</translation>
    </message>
    <message>
        <source>Zones</source>
        <translation>可用区</translation>
    </message>
    <message>
        <source>a Deny stands in a policy</source>
        <translation>策略中有 Deny</translation>
    </message>
    <message>
        <source>a batch</source>
        <translation>某个批次</translation>
    </message>
    <message>
        <source>about %1</source>
        <extracomment>%1: a moment that rests on how long the wave before is taken to run
----------
%1: a time such as 20:35 that rests on how long the upgrades before it are taken to run</extracomment>
        <translation>约%1</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>剩余约 %1</translation>
    </message>
    <message>
        <source>after the ones before</source>
        <translation>前面的结束后</translation>
    </message>
    <message>
        <source>aliyun CLI, profile %1</source>
        <translation>aliyun CLI，配置 %1</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>already on the latest version</source>
        <translation>已是最新小版本</translation>
    </message>
    <message>
        <source>an outcome is un&amp;decided</source>
        <translation>有结果待判定(&amp;D)</translation>
    </message>
    <message>
        <source>an outcome is undecided</source>
        <translation>有结果待判定</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>and %1 more waves</source>
        <translation>以及另外 %1 批</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
    <message>
        <source>answers</source>
        <translation>有应答</translation>
    </message>
    <message>
        <source>any upgrade fai&amp;ls or ends unchanged</source>
        <translation>任一升级失败或小版本未变(&amp;L)</translation>
    </message>
    <message>
        <source>any upgrade fails or ends unchanged</source>
        <translation>任一升级失败或小版本未变</translation>
    </message>
    <message>
        <source>as before</source>
        <translation>与之前相同</translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation>最近查询：%1</translation>
    </message>
    <message>
        <source>asked %1 times, last %2</source>
        <translation>已查询 %1 次，最近一次 %2</translation>
    </message>
    <message>
        <source>asked for: %1</source>
        <translation>请求的值：%1</translation>
    </message>
    <message>
        <source>asked once, %1</source>
        <translation>已查询 1 次，%1</translation>
    </message>
    <message>
        <source>asking the service what became of it</source>
        <translation>正在向服务端查询结果</translation>
    </message>
    <message>
        <source>asking, %1 of %2</source>
        <extracomment>In a list of counts. %1 of %2 questions to the service were answered</extracomment>
        <translation>正在查询 %1/%2</translation>
    </message>
    <message>
        <source>assumes %1</source>
        <translation>扮演 %1</translation>
    </message>
    <message>
        <source>at most %1 connections</source>
        <translation>最多 %1 个连接</translation>
    </message>
    <message>
        <source>at most %1 s</source>
        <translation>不超过 %1 秒</translation>
    </message>
    <message>
        <source>at once</source>
        <translation>立即</translation>
    </message>
    <message>
        <source>at once or %1</source>
        <extracomment>%1: "22:08", "tomorrow 22:08"</extracomment>
        <translation>立即或%1</translation>
    </message>
    <message>
        <source>at the latest %1</source>
        <translation>最迟 %1</translation>
    </message>
    <message>
        <source>attempt %1</source>
        <translation>第 %1 次尝试</translation>
    </message>
    <message>
        <source>batch finished</source>
        <translation>批次已完成</translation>
    </message>
    <message>
        <source>batch held</source>
        <translation>批次因规则暂停</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>之前：%1</translation>
    </message>
    <message>
        <source>being started</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>cached %1</source>
        <translation>缓存于 %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>chosen twice</source>
        <translation>重复选择</translation>
    </message>
    <message>
        <source>connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>connections break %1</source>
        <translation>连接将于 %1 中断</translation>
    </message>
    <message>
        <source>connections drop</source>
        <translation>连接闪断</translation>
    </message>
    <message>
        <source>copy time, no effect</source>
        <translation>复制耗时，不影响访问</translation>
    </message>
    <message>
        <source>critical update available</source>
        <translation>有重要更新</translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation>M 月 d 日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>the format of a date in a sentence, as QLocale reads it</extracomment>
        <translation>yyyy 年 M 月 d 日</translation>
    </message>
    <message>
        <source>daily, %1 – %2 UTC</source>
        <translation>每天 UTC %1 – %2</translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day with its weekday, as QLocale formats it: Fri 20 Nov</extracomment>
        <translation>M 月 d 日 ddd</translation>
    </message>
    <message>
        <source>decided by %1</source>
        <translation>由 %1 判定</translation>
    </message>
    <message>
        <source>decided by somebody whose name was not kept</source>
        <translation>已人工判定，未记录姓名</translation>
    </message>
    <message>
        <source>did not end verified</source>
        <translation>结束时未通过验证</translation>
    </message>
    <message>
        <source>does not answer</source>
        <translation>没有应答</translation>
    </message>
    <message>
        <source>dry run, nothing is sent</source>
        <translation>试运行，不发送任何请求</translation>
    </message>
    <message>
        <source>ended %1</source>
        <translation>已于 %1 结束</translation>
    </message>
    <message>
        <source>execution id</source>
        <translation>执行 ID</translation>
    </message>
    <message>
        <source>found out by asking the service</source>
        <translation>通过查询服务端得知</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>%1起</translation>
    </message>
    <message>
        <source>from about %1</source>
        <extracomment>%1: a moment, the earlier of two; "about": it rests on how long the upgrades before it are taken to run</extracomment>
        <translation>约%1起</translation>
    </message>
    <message>
        <source>host:port</source>
        <translation>host:port</translation>
    </message>
    <message>
        <source>in %1</source>
        <translation>%1后</translation>
    </message>
    <message>
        <source>in %1 min %2 s</source>
        <translation>%1 分 %2 秒后</translation>
    </message>
    <message>
        <source>in 23 h 59 min</source>
        <translation>23 小时 59 分后</translation>
    </message>
    <message>
        <source>in the window</source>
        <translation>在可维护时间段内</translation>
    </message>
    <message>
        <source>in the window, %1</source>
        <extracomment>%1 "29 Nov 06:30 – 09:30 UTC+8 (22:30 – 01:30 UTC)"</extracomment>
        <translation>在可维护时间段内，%1</translation>
    </message>
    <message>
        <source>instance id</source>
        <translation>实例 ID</translation>
    </message>
    <message>
        <source>instance no longer seen</source>
        <translation>实例已不再出现</translation>
    </message>
    <message>
        <source>is being asked</source>
        <translation>正在查询</translation>
    </message>
    <message>
        <source>is documented</source>
        <translation>文档未给出</translation>
    </message>
    <message>
        <source>it has no proxy</source>
        <translation>没有代理节点</translation>
    </message>
    <message>
        <source>it would not be readable again</source>
        <translation>写入后将无法再次读取</translation>
    </message>
    <message>
        <source>its account is not in the workspace</source>
        <translation>其云账号不在此工作区中</translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation>无法创建其文件夹</translation>
    </message>
    <message>
        <source>its maintenance window is not known</source>
        <translation>可维护时间段未知</translation>
    </message>
    <message>
        <source>its moment was changed: %1</source>
        <extracomment>%1 "at once", or a moment</extracomment>
        <translation>执行时间已更改：%1</translation>
    </message>
    <message>
        <source>its state is not known yet</source>
        <translation>其状态尚未知</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>keep all state under DIR</source>
        <translation>将全部状态保存在 DIR 下</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>密钥 %1</translation>
    </message>
    <message>
        <source>keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>kind unknown</source>
        <translation>类型未知</translation>
    </message>
    <message>
        <source>latest</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>master</source>
        <comment>role of a node</comment>
        <translation>主节点</translation>
    </message>
    <message>
        <source>moved from %1 to %2</source>
        <translation>从 %1 移动到 %2</translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation>需要您判定</translation>
    </message>
    <message>
        <source>next window %1</source>
        <translation>下一个时间段 %1</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>none came</source>
        <translation>未收到</translation>
    </message>
    <message>
        <source>none came. Nonce ····%1</source>
        <translation>未收到。Nonce ····%1</translation>
    </message>
    <message>
        <source>none given</source>
        <translation>未填写</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚未收到</translation>
    </message>
    <message>
        <source>not ended</source>
        <translation>未结束</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>不清楚</translation>
    </message>
    <message>
        <source>not listed</source>
        <translation>未列出</translation>
    </message>
    <message>
        <source>not moved</source>
        <translation>未移动</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>not told</source>
        <translation>未给出</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>尚未</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>nothing happened; needs your decision</source>
        <translation>没有任何动作，需要您判定</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>now</source>
        <comment>an age</comment>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>one switches outside its window</source>
        <translation>有实例在可维护时间段之外切换</translation>
    </message>
    <message>
        <source>only if the canary is Verified</source>
        <translation>仅当金丝雀实例已验证</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>已在时间段内</translation>
    </message>
    <message>
        <source>open with a practice cloud on this machine; its state is kept apart</source>
        <translation>打开本机上的演练云，其状态单独保存</translation>
    </message>
    <message>
        <source>past the point of no return</source>
        <translation>已过不可撤回点</translation>
    </message>
    <message>
        <source>print the version and end</source>
        <translation>显示版本后退出</translation>
    </message>
    <message>
        <source>print this and end</source>
        <translation>显示此帮助后退出</translation>
    </message>
    <message>
        <source>proxies are replaced</source>
        <translation>更换代理节点</translation>
    </message>
    <message>
        <source>proxies restart</source>
        <translation>代理节点重启</translation>
    </message>
    <message>
        <source>put into wave %1 by hand</source>
        <translation>手动放入第 %1 批</translation>
    </message>
    <message>
        <source>read-only</source>
        <translation>只读</translation>
    </message>
    <message>
        <source>reads back as asked for</source>
        <translation>读回的值与请求一致</translation>
    </message>
    <message>
        <source>runs %1</source>
        <translation>已运行 %1</translation>
    </message>
    <message>
        <source>see what happened</source>
        <translation>查看发生了什么</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>自 %1 起</translation>
    </message>
    <message>
        <source>single node</source>
        <translation>单节点</translation>
    </message>
    <message>
        <source>slave</source>
        <comment>role of a node</comment>
        <translation>备节点</translation>
    </message>
    <message>
        <source>starts %1</source>
        <translation>开始于 %1</translation>
    </message>
    <message>
        <source>switched outside its window</source>
        <translation>在可维护时间段之外切换</translation>
    </message>
    <message>
        <source>task succeeded</source>
        <translation>任务成功</translation>
    </message>
    <message>
        <source>the change of its moment came to nothing</source>
        <translation>对执行时间的更改未生效</translation>
    </message>
    <message>
        <source>the disk is full (%1)</source>
        <extracomment>the disk is full; %1 are the system's own words</extracomment>
        <translation>磁盘已满（%1）</translation>
    </message>
    <message>
        <source>the file or its folder is read-only (%1)</source>
        <translation>文件或其文件夹为只读（%1）</translation>
    </message>
    <message>
        <source>the language to use</source>
        <translation>使用的语言</translation>
    </message>
    <message>
        <source>the latest</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>the latest version</source>
        <translation>最新版本</translation>
    </message>
    <message>
        <source>the present version</source>
        <translation>当前小版本</translation>
    </message>
    <message>
        <source>the service chose the latest one when it began</source>
        <translation>服务端在升级开始时选择了最新版本</translation>
    </message>
    <message>
        <source>the service could not be asked at all</source>
        <translation>完全无法向服务端查询</translation>
    </message>
    <message>
        <source>the service did not answer for it</source>
        <translation>服务端未应答该实例的查询</translation>
    </message>
    <message>
        <source>the service names %1</source>
        <translation>服务端指出 %1</translation>
    </message>
    <message>
        <source>the service no longer lists it</source>
        <translation>服务端不再列出该实例</translation>
    </message>
    <message>
        <source>today %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation>明天 %1</translation>
    </message>
    <message>
        <source>tonight %1</source>
        <translation>今晚 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时：%1</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>不到 1 秒</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>至 %1</translation>
    </message>
    <message>
        <source>until it is effective</source>
        <translation>生效所需时间</translation>
    </message>
    <message>
        <source>update available</source>
        <translation>有可用更新</translation>
    </message>
    <message>
        <source>used by the CLI now</source>
        <translation>CLI 正在使用</translation>
    </message>
    <message>
        <source>verified</source>
        <translation>已验证</translation>
    </message>
    <message>
        <source>version unchanged</source>
        <translation>小版本未变</translation>
    </message>
    <message>
        <source>wave %1 of %2, %3</source>
        <extracomment>%1 and %2 numbers, %3 "4 of 9 ended"</extracomment>
        <translation>第 %1/%2 批，%3</translation>
    </message>
    <message>
        <source>wave %1, %2</source>
        <extracomment>%1 a number, %2 the name of the wave</extracomment>
        <translation>第 %1 批（%2）</translation>
    </message>
    <message>
        <source>what they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>what was written could not be read back</source>
        <translation>写入的内容无法读回</translation>
    </message>
    <message>
        <source>when the wave before has ended</source>
        <translation>上一批结束时</translation>
    </message>
    <message>
        <source>with the switch, which was not seen</source>
        <translation>含切换，切换未被单独观察到</translation>
    </message>
    <message>
        <source>worst of %1</source>
        <translation>%1 个中的最坏情况</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>“%1” belongs to another product line, which this upgrade does not serve. Redis and Tair instance ids begin with r-.</source>
        <translation>“%1”属于其他产品线，此升级不适用。Redis 和 Tair 的实例 ID 以 r- 开头。</translation>
    </message>
    <message>
        <source>“%1” is not a file with certificates.</source>
        <translation>“%1”不是证书文件。</translation>
    </message>
    <message>
        <source>“%1” is not a host of the provider. Signed requests go to hosts under aliyuncs.com only.</source>
        <translation>“%1”不是服务商的主机。签名请求只发往 aliyuncs.com 下的主机。</translation>
    </message>
    <message>
        <source>“%1” is not a host. Enter a host such as r-kvstore.aliyuncs.com.</source>
        <translation>“%1”不是主机。请输入主机，例如 r-kvstore.aliyuncs.com。</translation>
    </message>
    <message>
        <source>“%1” is not a minor version. Enter numbers with dots, such as 7.0.1.14, or choose the latest one.</source>
        <translation>“%1”不是小版本。请输入以点分隔的数字，例如 7.0.1.14，或选择最新版本。</translation>
    </message>
    <message>
        <source>“%1” is not a proxy. Enter host:port, such as proxy.example.com:3128.</source>
        <translation>“%1”不是代理服务器。请输入 host:port，例如 proxy.example.com:3128。</translation>
    </message>
    <message>
        <source>“%1” is not a region id.</source>
        <translation>“%1”不是地域 ID。</translation>
    </message>
    <message>
        <source>“%1” is not a region id. Region ids look like cn-hangzhou.</source>
        <translation>“%1”不是地域 ID。地域 ID 形如 cn-hangzhou。</translation>
    </message>
    <message>
        <source>“%1” is not a whole path. Name the certificate file from the root on.</source>
        <translation>“%1”不是完整路径。请从根目录起写明证书文件。</translation>
    </message>
    <message>
        <source>“%1” is not an instance id. It begins with r- and goes on with letters and digits, such as r-bp1zxszhcgatnx4b2c; old ones are 16 hex digits.</source>
        <translation>“%1”不是实例 ID。实例 ID 以 r- 开头，后接字母和数字，例如 r-bp1zxszhcgatnx4b2c；旧的为 16 位十六进制数。</translation>
    </message>
    <message>
        <source>“%1” is one node of an instance. Enter the instance's id: %2.</source>
        <translation>“%1”是实例的一个节点。请输入实例 ID：%2。</translation>
    </message>
    <message>
        <source>“%1” is the id of a distributed instance. Its children are upgraded one by one: enter a child's id, which begins with r-.</source>
        <translation>“%1”是分布式实例的 ID。其子实例需逐个升级：请输入子实例的 ID，以 r- 开头。</translation>
    </message>
    <message>
        <source>“%1” looks like production, yet its profile does not say so.</source>
        <translation>“%1”看起来是生产环境，但其配置未如此标明。</translation>
    </message>
    <message>
        <source>≤ %1 min</source>
        <translation>≤ %1 分钟</translation>
    </message>
    <message>
        <source>≤ %1 s</source>
        <translation>≤ %1 秒</translation>
    </message>
    <message>
        <source>≤ %1 s disconnected</source>
        <translation>闪断 ≤ %1 秒</translation>
    </message>
    <message>
        <source>≤ %1 s disconnected, ≤ %2 s read-only</source>
        <translation>闪断 ≤ %1 秒，只读 ≤ %2 秒</translation>
    </message>
    <message>
        <source>≤ %1 s read-only</source>
        <translation>只读 ≤ %1 秒</translation>
    </message>
</context>
</TS>
