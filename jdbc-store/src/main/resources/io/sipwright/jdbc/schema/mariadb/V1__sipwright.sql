-- Sipwright, version 1, for MariaDB 10.5 or newer. Every statement may be run again.
-- ${table} stands for the schema, a dot, and the prefix of the tables, as far as they are set.

CREATE TABLE IF NOT EXISTS ${table}sip_users (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    username VARCHAR(100) UNIQUE NOT NULL,
    secret VARCHAR(100) NOT NULL,
    extension VARCHAR(20) NOT NULL,
    context VARCHAR(50) DEFAULT 'default',
    codecs VARCHAR(200) DEFAULT 'ulaw,alaw',
    max_contacts INTEGER DEFAULT 1,
    qualify_frequency INTEGER DEFAULT 30,
    transport VARCHAR(50) DEFAULT 'transport-udp',
    template_type VARCHAR(50) DEFAULT 'basic_user',
    callerid VARCHAR(100),
    voicemail VARCHAR(100),
    call_limit INTEGER DEFAULT 5,
    is_active BOOLEAN DEFAULT true,
    notes TEXT,
    created_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)
) DEFAULT CHARACTER SET utf8mb4;

CREATE TABLE IF NOT EXISTS ${table}sip_trunks (
    id INTEGER AUTO_INCREMENT PRIMARY KEY,
    trunk_name VARCHAR(100) UNIQUE NOT NULL,
    provider VARCHAR(50) NOT NULL,
    username VARCHAR(100),
    password VARCHAR(100),
    server VARCHAR(255) NOT NULL,
    port INTEGER DEFAULT 5060,
    context VARCHAR(50) DEFAULT 'default',
    codecs VARCHAR(100) DEFAULT 'ulaw,alaw',
    auth_type VARCHAR(20) DEFAULT 'credential',
    registration_enabled BOOLEAN DEFAULT true,
    is_active BOOLEAN DEFAULT true,
    config_template TEXT,
    created_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6),
    updated_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6)
) DEFAULT CHARACTER SET utf8mb4;

-- All of Unicode, also where the table was made before.
ALTER TABLE ${table}sip_users CONVERT TO CHARACTER SET utf8mb4;
ALTER TABLE ${table}sip_trunks CONVERT TO CHARACTER SET utf8mb4;

-- Names are compared as they are written; sip_names sees to it that none stands twice in another case.
ALTER TABLE ${table}sip_users MODIFY COLUMN username VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL;
ALTER TABLE ${table}sip_trunks MODIFY COLUMN trunk_name VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin NOT NULL;

-- Wide enough for ciphertext, and for what Asterisk takes.
ALTER TABLE ${table}sip_users MODIFY COLUMN secret VARCHAR(1000) NOT NULL;
ALTER TABLE ${table}sip_users MODIFY COLUMN context VARCHAR(79) DEFAULT 'default';
ALTER TABLE ${table}sip_users MODIFY COLUMN transport VARCHAR(79) DEFAULT 'transport-udp';
ALTER TABLE ${table}sip_users MODIFY COLUMN voicemail VARCHAR(1000);
ALTER TABLE ${table}sip_users MODIFY COLUMN codecs VARCHAR(1000) DEFAULT 'ulaw,alaw';
ALTER TABLE ${table}sip_trunks MODIFY COLUMN password VARCHAR(1000);
ALTER TABLE ${table}sip_trunks MODIFY COLUMN context VARCHAR(79) DEFAULT 'default';
ALTER TABLE ${table}sip_trunks MODIFY COLUMN codecs VARCHAR(1000) DEFAULT 'ulaw,alaw';

-- Exact times that no one changes but the store.
ALTER TABLE ${table}sip_users MODIFY COLUMN created_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6);
ALTER TABLE ${table}sip_users MODIFY COLUMN updated_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6);
ALTER TABLE ${table}sip_trunks MODIFY COLUMN created_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6);
ALTER TABLE ${table}sip_trunks MODIFY COLUMN updated_at DATETIME(6) DEFAULT CURRENT_TIMESTAMP(6);

-- What the template asks for beyond the columns above, and what keeps track of changes.
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS field_values LONGTEXT;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS overrides LONGTEXT;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS template_version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS field_values LONGTEXT;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS overrides LONGTEXT;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS template_version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS allow_wide_inbound BOOLEAN DEFAULT false NOT NULL;

-- One row: the number of the state, the key of the stamps, and a text that tells whether the keys of the secrets are the
-- right ones; and which changes wait to be confirmed, if any. Whoever writes locks it.
CREATE TABLE IF NOT EXISTS ${table}sip_state (
    id INTEGER PRIMARY KEY,
    generation BIGINT NOT NULL,
    stamp_key VARCHAR(32) NOT NULL,
    key_check VARCHAR(1000) NOT NULL,
    provisional LONGTEXT
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Names are unique over trunks and users, in any case; keys are compared as Java compares them.
CREATE TABLE IF NOT EXISTS ${table}sip_names (
    name_key VARCHAR(100) PRIMARY KEY,
    kind VARCHAR(10) NOT NULL,
    name VARCHAR(100) NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Audit and history: one row for each change of an object, with the state that it left behind; secrets in it are sealed.
CREATE TABLE IF NOT EXISTS ${table}sip_changes (
    id BIGINT AUTO_INCREMENT PRIMARY KEY,
    generation BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    name_key VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    action VARCHAR(10) NOT NULL,
    version BIGINT NOT NULL,
    actor VARCHAR(255) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    state LONGTEXT NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
CREATE INDEX IF NOT EXISTS ${prefix}sip_changes_generation ON ${table}sip_changes (generation);
CREATE INDEX IF NOT EXISTS ${prefix}sip_changes_name ON ${table}sip_changes (name_key);

-- One row for each node: who may apply to it until when (milliseconds since 1970, by the clock of this database), and
-- how far it has come. The fence grows each time that someone takes the lease.
CREATE TABLE IF NOT EXISTS ${table}sip_nodes (
    node VARCHAR(100) PRIMARY KEY,
    owner VARCHAR(255) NOT NULL,
    fence BIGINT NOT NULL,
    lease_until BIGINT NOT NULL,
    written_generation BIGINT NOT NULL,
    verified_generation BIGINT NOT NULL,
    note LONGTEXT NOT NULL
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;

-- Which of these scripts were run.
CREATE TABLE IF NOT EXISTS ${table}sip_schema (
    version INTEGER PRIMARY KEY
) DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin;
INSERT INTO ${table}sip_schema (version)
    SELECT 1 FROM DUAL WHERE NOT EXISTS (SELECT version FROM ${table}sip_schema WHERE version = 1);
