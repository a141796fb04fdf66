<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>uplift</name>
    <message>
        <source># Parameters, decoded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  (AccessKey %2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1  →  %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %, about %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (latest)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 The service says: “%2”</source>
        <extracomment>%1 is a whole sentence of ours, %2 the service's own words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 UTC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Uplift goes on asking.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with HTTP status %2 and a page that is not from the API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with a redirect (HTTP status %2), which was not followed.</source>
        <extracomment>%1 is a host name, %2 an HTTP status</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 answered with a web page instead of an API reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be opened (%2), so nothing is saved over it. Let your user read and write it, then start Uplift again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read, and it cannot be set aside since its folder is read-only, so nothing is saved over it. %2 Make the folder writable for your user and start Uplift again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written: the file or its folder is read-only. Changes last until you close Uplift. Make both writable for your user, or start Uplift with --data-dir and another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 could not be read and was set aside as %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 did not answer within %2 s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is older than the version in use, %2. A minor version cannot be downgraded: choose a newer one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 nodes on %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 nodes report %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 questions got no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 shards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 was written by a newer Uplift (file version %2, this one reads up to %3). It stays untouched and nothing is saved here. Start the newer Uplift, or this one with --data-dir and another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 – %2, your time (%3), %4</source>
        <extracomment>%1 "Tonight 02:00", %2 "06:00", %3 "UTC+8", %4 "in 11 h 28 min"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, LGPL 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, your time (%2)  ·  %3 – %4 UTC, %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, your time (%2), %3.  %4 UTC.  %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1.  %2 – %3 UTC, %4.  %5</source>
        <extracomment>%1 "Fri 20 Nov 2026", %2 and %3 times in UTC, %4 "Thu 19 Nov", %5 "Sent as MaintainTime"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n account(s) answer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n blocked</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n check(s) passed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to read</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n version(s) behind, oldest from %1</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Duplicate…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit or test the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit the profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Group (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;High contrast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the key for this session only; it is asked for again after the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Maintenance window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Read-only: shown and watched, never upgraded from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Refresh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save as profile…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Upgrade to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 + %1 replicas</source>
        <extracomment>one master and %1 read replicas</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 + 1 replica</source>
        <extracomment>one master and one read replica</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 day ago</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 shard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 nodes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2 zones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A captive portal may be in the way: open a web page in a browser to log in, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A change order for this instance is still running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A host under aliyuncs.com, for every region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A key id that begins with STS. needs its security token. Paste all three parts of the temporary key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A newer version exists: %1 after %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A plan in the journal lacks its field “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy on the way may have failed. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or a captive portal may be in the way: open a web page in a browser to log in, or check the endpoint in the account's settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or a login page may have answered in its place: check proxy and endpoint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A proxy or firewall may be in the way, or it expects a protocol older than TLS 1.2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A renewal or change order is pending.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A security token belongs to a key id that begins with STS. only. Remove the token, or paste the temporary key id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small imitation on this machine: no account, no internet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A&amp;bout Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About %1 left, says the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted by the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AccessKey &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AccessKey &amp;Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AccessKey ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AccessKey Secret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Account</source>
        <extracomment>%1 is the account's name, %2 the key's last characters, "····X7Qd"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add account - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add&amp;ress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or enter the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Allow Uplift in the keychain's settings and try again, or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An AccessKey pair of a RAM user. The secret goes to the system keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade is started, then the connection breaks before the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade of %1 is still open in the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade of %1 is still open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade of this instance is still open in the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An upgrade starts from Normal only. Wait, then refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another Uplift has the journal open: process %1 on %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another account is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another profile is called “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another version…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered in %1 ms from %2.</source>
        <extracomment>%1 is a number of milliseconds, %2 a host</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apache License 2.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As soon as the service accepts it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first. Look what the instance does now, before anything is sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask the provider why before you start another; quote the RequestId.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking the service about this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>BSD, 3 clauses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you start an upgrade, look at each instance's status in case one is under way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before you start an upgrade, look at each instance's status in case one is under way. If you have a copy of %1, close Uplift and put it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better keep it on a local disk: start Uplift with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Billing change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blocked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both, unless this service refuses one of them: a name it does not know could upgrade at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By data size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled: it was stopped here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change account, region and instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check in the console if a task's time fits your request. None of the three sends an upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that disk, or start Uplift with --data-dir and another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account and region if this surprises you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the account's proxy setting, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock of this computer. If your company's proxy inspects traffic, install its certificate in the system's store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the disk's free space and the file's permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings, and whether a firewall is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings, then the network connection and the name server of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings. If it is right, report this with the request id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the endpoint in the account's settings: this is not how the service answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the entry %2 of Uplift in the keychain, then save again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the id and the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the instance id and the region. A released instance can no longer be found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network and the account's endpoint, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the name server of this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection and the region. If other regions can be reached, set the endpoint in the account's settings to r-kvstore.aliyuncs.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network connection of this computer, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the network, the region and the account's endpoint, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the profile's environment before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy in the account's settings and the system's proxy settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the proxy, the certificates and this computer's clock, then start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check which of the two is right before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a region from the list, for example cn-hangzhou.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an instance first; then it can be saved as a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose from the list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the latest version, or refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clearing keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clients notice nothing. In the console it can usually still be cancelled or moved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clock skew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close this notice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare the versions yourself before you go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complete. Enter moves to the button that upgrades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections break and writes may fail until the switch is over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections drop ≤ %1 s, then read-only ≤ %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contradictory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Custom address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>D</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dev</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Development</source>
        <extracomment>The letter beside the key of a folded sidebar: development</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did anything change in the cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Did anything change in the cloud: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not trust what the journal says from there on; look at the instances' own versions and tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Documented bounds, worst case. %n source(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Documented worst case for: %1. The copy before it has no effect.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit account - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit profile - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the account and enter its AccessKey again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the profile first if this instance shall be upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>En&amp;dpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended, and the version is still %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ended, version unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Endpoint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it again and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the secret again and save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the secret and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Environment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every reply comes 3 seconds late.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every second call is refused because too many were sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failing over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by name, id, tag, version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fold the side&amp;bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fonts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on that disk, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk of %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the version in use, %1, to the latest. In the service's own words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GNU General Public License, version 3 or later. It comes without any warranty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it at least one hour in the console; the upgrade may not fit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on asking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Group (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>I do not &amp;know yet: go on asking every minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If missed: %1, %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If you put an older copy back, look at each instance's status before you start an upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Impact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In progress and ended today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the instance's next maintenance window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the window that is open now, until %1, your time (%2)</source>
        <extracomment>%1 "06:00", %2 "UTC+8": the maintenance window is open at this moment</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Uplift again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install and start gnome-keyring or KWallet and try again, or enter the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install and start gnome-keyring or KWallet and try again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instance released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instances, accounts and saved profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inter and Noto Sans CJK, SIL Open Font License 1.1, where they are installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is trying again safe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is trying again safe: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It did not say which regions it may list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is larger than 8 MiB, which no workspace is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not complete JSON: the reader stopped at byte %1 of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the secret was removed: the keychain (%1) did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the secret was stored: the keychain (%1) did not answer in time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is not known whether the upgrade was started. The reply was lost. It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>It may list instances in %n region(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>It runs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It switched outside its window, at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was &amp;not started: close this attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was &amp;started: follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was &amp;started: follow task %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was started: follow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its clients &amp;reconnect by themselves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its field %1 is missing or holds something else than it should.</source>
        <extracomment>%1 is a field's name in the file, such as profiles[3].region</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its field %1 is named like a secret, and this file never holds one. If a key was written there, delete it and change that key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its list %1 has more than %2 entries.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Its secret is deleted from the keychain, and its %n saved profile(s) go with it. Nothing changes in the cloud, and the journal keeps what was done with it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Its secret is deleted from the keychain. Nothing changes in the cloud, and the journal keeps what was done with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the key for this session only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this window open and note the RequestId. Nothing is sent again; Uplift goes on trying to write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keeping the key…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keychain (%1). Only the last four characters of the key id are written to disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system keychain (%1). Only “%2” is written to disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept. Type a new one to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keychain: being asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the &amp;practice cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave the practice cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let your user create %1, or start Uplift with --data-dir and another folder; then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the instance's orders in the console if one was placed lately.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the instance's version and status, then ask the provider, naming the task.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at what was seen and decide. None of the choices sends an upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows and answer it, then save again. Or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows and answer it, then try again. Or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service; then save again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for an unlock prompt behind other windows. If there is none, restart the keychain service; then try again, or remove the entry %2 of Uplift by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in all regions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look in the provider's console what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look it up in the console: the upgrade begins whenever the service takes the window to be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lost request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintenance window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Major upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make both writable for your user, or start Uplift with --data-dir and another folder; then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make sure that it does not take effect during the upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked as production: the confirmation asks for its name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memcache</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend that, then save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mend the keychain and open this dialog again, or choose to keep the key for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Menu (F10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Migrating</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move the file away by hand, then start Uplift again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moving zone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;otes (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a newer version, or choose the latest one. There is no way back to an older version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, tags and account do not contradict its environment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer to the request for %1 yet. It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer: the deadline passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No bound is documented; an interruption is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change order is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1 could be made; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1 was made within %2 s. As far as known, nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No longer seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No other upgrade of it is open here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region is chosen. Choose the region of the instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No region of this account has an instance %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reply came in time. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved instance is in this list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No saved instance yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No secure connection to %1 could be made. Nothing was sent.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No telemetry. Only your accounts' endpoints are contacted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upgrade starts without a journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upgrade starts without a journal. Make its folder writable, or choose another one with --data-dir.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upgrade starts without a journal. See the message about the journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No upgrade task since %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. A second request could do it twice.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No. Status and version are as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not available: the keychain did not help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not complete yet. Enter does not send anything from this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found: the service knows no such instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known. The request may have been carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: something typed needs correcting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the certificate was not trusted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not sent: the proxy refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not written: the disk or file refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Notes (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running, and nothing ended today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches “%1”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed in the cloud by this attempt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now, as soon as the service takes it</source>
        <extracomment>%1 "14:32", %2 "UTC+8", %3 "Thu 19 Nov 2026", %4 "06:32", %5 "Sent as Immediately"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline: the service was not reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One field needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One question got no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only %1 are free where the journal lies; an upgrade needs %2, so that its outcome can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for keys that begin with STS.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the latest version is documented as a target; the service may refuse another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only “latest” is documented for this call; whether the service takes a version by name is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the &amp;practice cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>P</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Permission refused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plan again…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Planned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Point of no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice cloud - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Practice cloud: nothing here is real.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prod</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <extracomment>The letter beside the key of a folded sidebar: production</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production asks to type names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Progress of the upgrade</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proxy address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Public internet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;gion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move the account…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;move the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only: shown and watched, never upgraded from here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read/write splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason, kept in the journal (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh (Ctrl+R)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh in a few minutes. If it stays so, ask the provider before upgrading.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh. The service refuses the upgrade unless the status is Normal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refresh; the next reply tells.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: the instance is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: this key may not do that</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refused: too many calls at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Region</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected: the service refused the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release notes - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release notes as sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Release notes for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Release notes of %n version(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove account - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the account %1?</source>
        <extracomment>%1 is the account's name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename profile - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replies</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RequestId</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Requested</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restart the keychain service and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restarting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restored from the last good copy, %1, saved %2.</source>
        <extracomment>%1 path, %2 date and time</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review the upgrade…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row %1 of the journal was changed after it was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running upgrades</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runs now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save account</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save profile - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved profiles</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say first that clients reconnect, or see Help: preparing clients.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Searched: name, id, tag, region, account and version of %n instance(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Security &amp;token (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Security token (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See In progress; decide there if it waits for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>See what is outdated, read what an upgrade will do, confirm once, and follow it to a verified end. No upgrade is sent before you confirm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select an instance, or press Ctrl+N to type an id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent as EffectTime=%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock. Uplift signs with the service's time meanwhile; times shown here are this computer's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set the clock: the service refuses requests that are 15 minutes off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set them in the system's proxy settings, or choose another proxy in the account's settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settle the account's bill, then refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the re&amp;quest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shown in lists and on change tickets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signature, replies, proxy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Singapore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some instances did not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something on the way answered with a redirect (%1), not the service. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Staging</source>
        <extracomment>The letter beside the key of a folded sidebar: staging</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Uplift from a desktop session or under dbus-run-session, or enter the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Uplift from a desktop session or under dbus-run-session, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Uplift from the desktop session that stored it and try again, or remove the entry %2 of Uplift there by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start Uplift without the environment variable QT_NO_GLIB, or use secrets for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start it again when you want it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start the keychain service that stored it (gnome-keyring or KWallet) and try again, or remove the entry %2 of Uplift there by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting an upgrade is refused because of the instance's state.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starting an upgrade is refused: the key lacks the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status became MinorVersionUpgrading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is %1: this instance cannot be upgraded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is %1; an upgrade starts from Normal only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is Inactive: the instance is disabled, for example unpaid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is MinorVersionUpgrading: an upgrade already runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is Normal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status is “%1”, which Uplift does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status stayed %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Status went through %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop asking (Ctrl+.)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped: a fault in Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on a fault</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TLS change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair cluster</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair read/write</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair read/write splitting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair standard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tair, unknown edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1 (%2) is %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task %1 is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey ID holds a blank or a line break. Paste the id alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey ID holds characters no key id has, or is too long. Paste the id alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey ID is empty. Enter the id of a RAM user's AccessKey.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey Secret holds a blank or a line break. Paste the secret alone, without what stood around it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey Secret holds characters no secret has, or is too long. Paste the secret alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The AccessKey Secret is empty. Paste the secret that belongs to this id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account and its key are as they were before. Mend the cause and save again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account has no name. Enter one, such as “Shop”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The account is marked as production, the profile is not.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is not one of the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer lacks what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was cut short by this program. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The certificate of %1 was not accepted: %2. Nothing was sent.</source>
        <extracomment>%1 is a host name, %2 are the reasons</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clocks agree to the second.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cloud's clock runs 20 minutes ahead of this machine's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection breaks before an upgrade is started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection failed after the request may have left. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection to %1 was closed before the whole reply had come.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connection was closed before a reply came. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy beside it cannot be opened: %1 (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy beside it cannot be read either and was set aside as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The current version is not known, so the target %1 cannot be compared with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The damaged journal %1 could not be renamed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint holds a user name or a password. Enter the host alone; keys belong to the account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint is empty. Enter a host such as r-kvstore.aliyuncs.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint “%1” does not use https. Enter https:// or the host alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint “%1” holds a path. Enter the host alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint “%1” is not encrypted. Use https; plain http is for this machine (127.0.0.1) alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The endpoint “%1” is not one Uplift signs for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The id's letters suggest %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance id is %1 characters long; ids have at most 64. Paste the id alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance id is empty. Enter an id such as r-bp1zxszhcgatnx4b2c.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance runs %1 already. Choose a newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance runs the latest version, %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The instance's status is not known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal %1 was written by a later version of Uplift.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal begun on %1 is gone or empty. A new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal can be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal cannot be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be read or written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal could not be read; it was set aside as %1 and a new one was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is not open for writing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal is not open yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal lies on a network file system. It is written in a slower way there, and two computers must not use it at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The journal refused the state %1: it cannot follow the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key cannot be kept: the system keychain does not work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key id, the signature and the token are masked. The nonce and the time are new in every request.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is held in memory until Uplift ends. Only its last four characters are written to disk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works, but it is a root key: it may do everything in account %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works: RAM user “%1” of account %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works: role “%1” of account %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key works: the service knows it as %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain (%1) cannot be used: Uplift runs without GLib's event loop, which the keychain's library needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain (%1) gave an answer that makes no sense.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain (%1) has the entry %2, but nothing is in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain (%1) said the secret was removed, but it is still in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The keychain entry of this account is not one of Uplift's, or is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last question was not answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maintenance window %1 is running now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maintenance window %1 is shorter than one hour.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The maintenance window is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moment is sent as</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 could not be found. Nothing was sent.</source>
        <extracomment>%1 is a host name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name %1 was not found; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty. Type one that tells this account from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is empty. Type one that tells this instance from the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing. Type %1 here; nothing was sent.</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page of ALIYUN::REDIS::UpgradeVersion (May 2025) speaks of major versions and tells to set MinorVersion to latest_version; try it on a test instance first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice cloud could not open port %1 of this machine: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The practice cloud did not start: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile %1 was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile allows upgrades.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile has no name. Enter one, such as the instance's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile is read-only: watched, never upgraded from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The profile's account is not in this workspace. Choose one of the accounts, or add it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 asks for a user name and password, or refused those it got. Nothing was sent.</source>
        <extracomment>%1 is host:port</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy %1 could not be reached or refused to connect. Nothing was sent.</source>
        <extracomment>%1 is host:port</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy did not let the call through to %1; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy holds a user name or a password, which Uplift does not keep. Enter host:port of a proxy that needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy “%1” has no port. Enter host:port, such as proxy.example.com:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy “%1” holds a path. Enter host:port alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The proxy “%1” is not an HTTP proxy. Enter host:port of an HTTP proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The regions that answered have no instance %1. These did not answer: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply of %1 does not hold what was asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply of %1 is not a whole API reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply of %1 was larger than %2 bytes and was not read further.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply to the request was lost. It was not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was incomplete or not the service's own. It is not known whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reply was lost. The service is being asked; the request is not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request - Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request as Uplift sends it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request asked for the maintenance window. Check that clients have reconnected, and quote the RequestId to the provider.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request could not be put on the wire as it was signed, so it was not sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to %1 failed in the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The request to %1 was cancelled, since Uplift is closing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be read: no keychain service (%1) runs in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be read: the keychain (%1) refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret could not be read: this session has no D-Bus session bus, and so no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret is not in the keychain (%1, unlocked).</source>
        <extracomment>In all of these, %1 is the keychain's name, e.g. Secret Service, and %2 the name of the entry in it.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not removed: no keychain service (%1) runs in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not removed: the keychain (%1) refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not removed: this session has no D-Bus session bus, and so no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored as it is: the keychain (%1) hands back something else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: it is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: no keychain service (%1) runs in this session.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) does not answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) is locked, and its prompt was dismissed or could not be shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) refused access.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: the keychain (%1) said it was, but it is not in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret was not stored: this session has no D-Bus session bus, and so no keychain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secure connection to %1 was refused; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The security token expired at %1 UTC. Get a new temporary key and paste all three parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The security token holds a blank or a line break. Paste the token alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The security token holds characters no token has, or is too long. Paste the token alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The server of the proxy settings (PAC) may be down. Choose no proxy, or a fixed one, in the account's settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service answered %1. That does not tell whether the upgrade was started.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service contradicts itself: latest version: %1; upgrade available: %2; current %3, latest %4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not name this instance's maintenance window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not name this instance's maintenance window. Choose Now, or refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service did not say when that is.  %1</source>
        <extracomment>%1 "Sent as MaintainTime"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know %1 any more; it was released.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not know the instance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not say whether a newer version exists.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not say whether an order is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service does not tell the maintenance window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service ended its work without a new version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service ended the task before the switch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has not been asked yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service has not told this instance's state yet. Wait, or refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service knows no instance %1 in the region %2.</source>
        <extracomment>%1 is an instance id, %2 a region id</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service no longer knows this instance.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that it has seen this very request before. An earlier copy may have been carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service says that the upgrade of %1 failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service told no status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service told no version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service's code is %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service's flags contradict each other.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The service's release notes could not be read as a list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state “%1” of %2 could not be written to the journal. It is shown here only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system did not say in time which proxy to use. Nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain cannot keep the key: %1.</source>
        <extracomment>%1 says why, "no Secret Service on this desktop"</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system keychain is being asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The table of error codes cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target %1 is older than the current version %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target %1 is the version it runs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is %1, by name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target is the latest version; the service chooses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target version is empty. Choose the latest one, or enter a version such as 7.0.1.14.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target version “%1” is not a version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task list could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds half of a character pair and cannot be sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade may begin at once, or in the next window; no document says which. Be ready for both.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade of %1 ended, yet it still runs %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The upgrade of %1 was cancelled at the service.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version changed from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is %1; the one before is not known</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is as before. Look in the console whether a task still waits. Uplift goes on asking and sends nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The version is still %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window has passed and nothing happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The work takes minutes to hours, and the switch comes within it at a time nobody names.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workspace was not saved to %1: %2. Your change is kept in this window until you close it.</source>
        <extracomment>%1 path, %2 cause</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 accounts, and no more fit. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are %1 profiles, and no more fit. Remove one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no account yet. Add one first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no copy beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no region “%1”. Choose one from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no way back to %1. Before the switch begins it can usually be cancelled or moved; after that it runs to its end.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to copy here. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to upgrade.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account sends the moment as EffectTime only. The CLI, ROS and the SDKs send EffectiveTime only: a service that knows just the old name would ignore it and upgrade at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This account sends the moment as EffectiveTime only, as the CLI, ROS and the SDKs do.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock agrees with the service's within a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock is %1 s ahead of the service's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock is %1 s behind the service's.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This computer's clock was not compared with the service's yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is %1 characters long; at most %2 fit. Shorten it.</source>
        <extracomment>%1 length of what was typed, %2 the most that fits</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a defect of Uplift. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another journal than the one used here before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the instance's name. Type %1 here; nothing was sent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the version that was shown, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine's clock is %1 s ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This machine's clock is %1 s behind.</source>
        <extracomment>%1 is a number of seconds</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This request was journaled before; it is not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window only shows what is there. Use the other one for upgrades, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Throttling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time left: unknown, the service gives none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tomorrow 02:00</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tonight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again later, or choose the region by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy may be changing replies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again. If it happens again, a proxy or firewall may be in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, check endpoint and proxy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the practice cloud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type an instance's id, look at what its upgrade would do, and save it as a profile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the instance's name to confirm: %1</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type the text again instead of pasting it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear: the reply was not the service's</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unclear: the service itself failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided, needs your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided: it is not known whether the upgrade was started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown edition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or keep the secret for this session only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again, or remove the entry %2 of Uplift by hand, with Passwords and Keys (seahorse).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unlock the keychain and try again. Until then it is not known whether the secret is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade %1 in the window (%2)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade %1 in the window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade %1 now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade %1?</source>
        <extracomment>%1 is the instance's name</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade Redis and Tair minor versions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade by instance &amp;id…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade by instance id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade fails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade in the window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade in the window (%1)…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade in the window…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade now…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades accepted from now on end well but keep the old version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades accepted from now on fail half way and keep the old version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades in progress and ended today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades meant for the maintenance window begin at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades of these instances were open: %1. Look at their status before you start another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrades the minor versions of ApsaraDB for Redis and Tair instances, and says what became of it. Not made or endorsed by Alibaba Cloud.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift asks the service what became of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift asks the service what became of it. It is not sent again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift sends the moment under both of its names, EffectiveTime and EffectTime. The CLI, ROS and the SDKs send EffectiveTime only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uplift starts with an empty workspace.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use an https host under aliyuncs.com; http is for this machine's own addresses alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use that version, or another folder with --data-dir. The file was left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use the key of a RAM user that may upgrade instances and nothing more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usual moment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V1 (RPC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V1 for older and private clouds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V3 (ACS3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VPC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>VPC endpoints exist only inside a VPC. Choose the public endpoint in the account's settings, or run Uplift inside the VPC.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verified: %1 runs %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verifying the version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and level</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version, moment, impact and checks appear here once the instance is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until it has ended, then look at the version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the order is completed, then refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the status is Normal, then refresh.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for its window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What else breaks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to do next: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whether a request inside the window starts at once is not documented. %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which upgrades to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window ignored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write it as 7.0.1.8, or choose the latest version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes. The request was carried out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes. The same may be asked again, once its cause is mended.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You can close Uplift. The cloud goes on by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your change is kept in this window until you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked %1 times, last %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked once, %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asking the service what became of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>connections drop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy time, no effect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <extracomment>the format of a date in a sentence, as QLocale reads it</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd d MMM</source>
        <extracomment>A day with its weekday, as QLocale formats it: Fri 20 Nov</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>host:port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in %1 min %2 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in 23 h 59 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>instance id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it would not be readable again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its folder cannot be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needs your decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>next window %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none came</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none came. Nonce ····%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>past the point of no return</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>runs %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>see what happened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>task succeeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full (%1)</source>
        <extracomment>the disk is full; %1 are the system's own words</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file or its folder is read-only (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the latest version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the present version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service chose the latest one when it began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the service could not be asked at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tl::expected, CC0 1.0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tonight %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>until it is effective</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was written could not be read back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” belongs to another product line, which this upgrade does not serve. Redis and Tair instance ids begin with r-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a host of the provider. Signed requests go to hosts under aliyuncs.com only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a host. Enter a host such as r-kvstore.aliyuncs.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a minor version. Enter numbers with dots, such as 7.0.1.14, or choose the latest one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a proxy. Enter host:port, such as proxy.example.com:3128.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a region id.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not a region id. Region ids look like cn-hangzhou.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is not an instance id. It begins with r- and goes on with letters and digits, such as r-bp1zxszhcgatnx4b2c; old ones are 16 hex digits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is one node of an instance. Enter the instance's id: %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” is the id of a distributed instance. Its children are upgraded one by one: enter a child's id, which begins with r-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“%1” looks like production, yet its profile does not say so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 s disconnected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 s disconnected, ≤ %2 s read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>≤ %1 s read-only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
