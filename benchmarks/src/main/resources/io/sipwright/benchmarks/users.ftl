<#list users as user>
; === SIP USER: ${user.name} (Mobile SIP User) ===
[${user.name}]
type=auth
auth_type=digest
username=${user.name}
password=${user.secret}
@rev=${user.auth_stamp}

[${user.name}]
type=aor
max_contacts=${user.max_contacts}
remove_existing=yes
qualify_frequency=${user.qualify_frequency}
@rev=${user.aor_stamp}

[${user.name}]
type=endpoint
transport=${user.transport}
context=${user.context}
disallow=all
allow=${user.codecs}
auth=${user.name}
aors=${user.name}
direct_media=no
rtp_symmetric=yes
rewrite_contact=yes
callerid="${user.display_name}" <${user.extension}>
ice_support=yes
rtcp_mux=yes
@rev=${user.endpoint_stamp}

; === END SIP USER: ${user.name} ===

</#list>
