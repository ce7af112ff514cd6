package io.sipwright.simulation;

/**
 * The moments at which a crash would hurt most, each by the step that comes next. C34, within an exchange of keys, and C35,
 * within a change of the tables, belong to the store in a database, and are tried there.
 */
enum CrashPoint {
    C1_BEFORE_BEGIN("begin the transaction"),
    C2_ROW_WRITTEN("raise the generation"),
    C3_GENERATION_RAISED("commit"),
    C4_COMMITTED_BUT_NOT_TOLD("learn of the commit"),
    C5_BEFORE_WAKE("wake the engine"),
    C6_LOCKED("create .pjsip_trunks.conf.tmp"),
    C7_STATE_READ("lock the directory"),
    C8_RENDERED("create .pjsip_trunks.conf.tmp"),
    C9_READ_BACK("set time of .pjsip_trunks.conf.tmp"),
    C10_FIRST_CREATED("set mode of .pjsip_trunks.conf.tmp"),
    C11_FIRST_HALF_WRITTEN("write the rest of .pjsip_trunks.conf.tmp"),
    C12_FIRST_NOT_FORCED("force .pjsip_trunks.conf.tmp"),
    C13_FIRST_FORCED("set time of .pjsip_trunks.conf.tmp"),
    C14_SECOND_CREATED("set mode of .pjsip_users.conf.tmp"),
    C15_SECOND_HALF_WRITTEN("write the rest of .pjsip_users.conf.tmp"),
    C16_SECOND_NOT_FORCED("force .pjsip_users.conf.tmp"),
    C17_SECOND_FORCED("set time of .pjsip_users.conf.tmp"),
    C18_LAST_KNOWN_GOOD_LINKED("rename .pjsip_users.conf.tmp-link to .pjsip_users.conf.lkg"),
    C19_FIRST_RENAMED("rename .pjsip_users.conf.tmp to pjsip_users.conf"),
    C20_SECOND_RENAMED("sync the directory"),
    C21_DIRECTORY_NOT_SYNCED("sync the directory"),
    C22_DIRECTORY_SYNCED("unlock the directory"),
    C23_STATE_NOT_RECORDED("record the state of the node"),
    C24_CONNECTED("log in to Asterisk"),
    C25_LOGGED_IN("send the reload"),
    C26_RELOAD_SENT("let Asterisk reload"),
    C27_ANSWER_READ("ask for half of the objects"),
    C28_HALF_SEEN("ask for the other half of the objects"),
    C29_SEEN_NOT_RECORDED("record the state of the node"),
    C30_RECORDED("release the lease"),
    C31_FIRST_TAKEN_BACK("rename .pjsip_trunks.conf.tmp to pjsip_trunks.conf"),
    C32_SECOND_TAKEN_BACK("rename .pjsip_users.conf.tmp to pjsip_users.conf"),
    C33_RELOAD_OF_WHAT_WAS_TAKEN_BACK("connect to Asterisk"),
    C36_CLEANING_UP("delete .pjsip_trunks.conf.tmp");

    final String next;

    CrashPoint(String next) {
        this.next = next;
    }
}
