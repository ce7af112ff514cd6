-- Sipwright, version 1, for PostgreSQL 13 or newer. Every statement may be run again.
-- ${table} stands for the schema, a dot, and the prefix of the tables, as far as they are set.

CREATE TABLE IF NOT EXISTS ${table}sip_users (
    id SERIAL PRIMARY KEY,
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
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

CREATE TABLE IF NOT EXISTS ${table}sip_trunks (
    id SERIAL PRIMARY KEY,
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
    created_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP,
    updated_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP
);

-- Wide enough for ciphertext, and for what Asterisk takes.
ALTER TABLE ${table}sip_users ALTER COLUMN secret TYPE VARCHAR(1000);
ALTER TABLE ${table}sip_users ALTER COLUMN context TYPE VARCHAR(79);
ALTER TABLE ${table}sip_users ALTER COLUMN transport TYPE VARCHAR(79);
ALTER TABLE ${table}sip_users ALTER COLUMN voicemail TYPE VARCHAR(1000);
ALTER TABLE ${table}sip_users ALTER COLUMN codecs TYPE VARCHAR(1000);
ALTER TABLE ${table}sip_trunks ALTER COLUMN password TYPE VARCHAR(1000);
ALTER TABLE ${table}sip_trunks ALTER COLUMN context TYPE VARCHAR(79);
ALTER TABLE ${table}sip_trunks ALTER COLUMN codecs TYPE VARCHAR(1000);

-- What the template asks for beyond the columns above, and what keeps track of changes.
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS field_values TEXT;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS overrides TEXT;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS template_version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${table}sip_users ADD COLUMN IF NOT EXISTS version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS field_values TEXT;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS overrides TEXT;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS template_version INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS version BIGINT DEFAULT 1 NOT NULL;
ALTER TABLE ${table}sip_trunks ADD COLUMN IF NOT EXISTS allow_wide_inbound BOOLEAN DEFAULT false NOT NULL;

-- Pages are read in the order of these; an index in the order of the database would not serve them.
CREATE INDEX IF NOT EXISTS ${prefix}sip_users_order ON ${table}sip_users (username COLLATE "C");
CREATE INDEX IF NOT EXISTS ${prefix}sip_trunks_order ON ${table}sip_trunks (trunk_name COLLATE "C");

-- One row: the number of the state, the key of the stamps, and a text that tells whether the keys of the secrets are the
-- right ones; and which changes wait to be confirmed, if any. Whoever writes locks it.
CREATE TABLE IF NOT EXISTS ${table}sip_state (
    id INTEGER PRIMARY KEY,
    generation BIGINT NOT NULL,
    stamp_key VARCHAR(32) NOT NULL,
    key_check VARCHAR(1000) NOT NULL,
    provisional TEXT
);

-- Names are unique over trunks and users, in any case.
CREATE TABLE IF NOT EXISTS ${table}sip_names (
    name_key VARCHAR(100) PRIMARY KEY,
    kind VARCHAR(10) NOT NULL,
    name VARCHAR(100) NOT NULL
);

-- Audit and history: one row for each change of an object, with the state that it left behind; secrets in it are sealed.
CREATE TABLE IF NOT EXISTS ${table}sip_changes (
    id BIGSERIAL PRIMARY KEY,
    generation BIGINT NOT NULL,
    kind VARCHAR(10) NOT NULL,
    name_key VARCHAR(100) NOT NULL,
    name VARCHAR(100) NOT NULL,
    action VARCHAR(10) NOT NULL,
    version BIGINT NOT NULL,
    actor VARCHAR(255) NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    state TEXT NOT NULL
);
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
    note TEXT NOT NULL
);

-- Which of these scripts were run.
CREATE TABLE IF NOT EXISTS ${table}sip_schema (
    version INTEGER PRIMARY KEY
);
INSERT INTO ${table}sip_schema (version)
    SELECT 1 WHERE NOT EXISTS (SELECT version FROM ${table}sip_schema WHERE version = 1);
