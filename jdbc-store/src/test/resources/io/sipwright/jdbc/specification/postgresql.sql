-- The tables as the specification writes them down.
CREATE TABLE sip_users (
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

CREATE TABLE sip_trunks (
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
