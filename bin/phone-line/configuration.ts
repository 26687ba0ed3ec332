import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unpacked } from '../debian/packages.ts';

export type LinePorts = {
  /** Asterisk's HTTP interface (ARI), TCP. */
  ari: number;
  /** Where Asterisk takes calls, SIP over UDP. */
  sip: number;
  /** Where the phones of this machine are called, SIP over UDP. */
  phones: number;
  /** Speech, RTP over UDP: two ports a call. */
  rtp: { first: number; last: number };
};

export type LineConfiguration = {
  /** Folder for configuration, state and logs. */
  dir: string;
  packages: Unpacked;
  ports: LinePorts;
  ari: { user: string; password: string };
  /** How many processes of management can take calls; see ADR 13. */
  seats: number;
  /** A sound file without its extension, played to callers when no management process is connected. */
  nobodyThere: string;
};

/** Writes Asterisk's whole configuration; returns its main file. Everything listens on loopback only. */
export function writeConfiguration(configuration: LineConfiguration): string {
  const { dir } = configuration;
  for (const folder of ['etc', 'lib', 'spool', 'run', 'log', 'cache'])
    mkdirSync(join(dir, folder), { recursive: true, mode: 0o700 });
  const files = {
    'asterisk.conf': asteriskConf(configuration),
    'modules.conf': `[modules]\nautoload=no\n${MODULES.map((name) => `load=${name}.so`).join('\n')}\n`,
    'logger.conf': LOGGER,
    'http.conf': httpConf(configuration),
    'ari.conf': ariConf(configuration),
    'pjsip.conf': pjsipConf(configuration),
    'rtp.conf': rtpConf(configuration),
    'amd.conf': AMD,
    'extensions.conf': dialplan(configuration),
    ...UNUSED,
  };
  for (const [name, text] of Object.entries(files))
    writeFileSync(join(dir, 'etc', name), text, { mode: 0o600 });
  return join(dir, 'etc', 'asterisk.conf');
}

/**
 * A key press that a busy machine hears late seems short. Asterisk would stretch it, delay the next key meanwhile, and
 * report that one twice; we only want to know that it was pressed.
 */
function asteriskConf({ dir, packages: { root, triplet } }: LineConfiguration): string {
  return `[directories]
astetcdir => ${dir}/etc
astmoddir => ${root}/usr/lib/${triplet}/asterisk/modules
astdatadir => ${root}/usr/share/asterisk
astvarlibdir => ${dir}/lib
astdbdir => ${dir}/lib
astkeydir => ${dir}/lib
astagidir => ${dir}/lib
astspooldir => ${dir}/spool
astrundir => ${dir}/run
astlogdir => ${dir}/log
astcachedir => ${dir}/cache
[options]
documentation_language = en_US
nocolor = yes
verbose = 0
debug = 0
mindtmfduration = 0
`;
}

/**
 * Only what calls need, by name. Left out on purpose: recording, and the SIP and RTP tracers, which could write keyed
 * digits down. Some pull others in without saying so: chan_pjsip needs res_pjsip_pubsub.
 */
const MODULES = [
  ...['res_sorcery_config', 'res_sorcery_memory', 'res_sorcery_astdb', 'res_timing_timerfd'],
  ...['res_http_websocket', 'res_websocket_client', 'pbx_config', 'bridge_simple', 'bridge_holding'],
  ...['app_stasis', 'app_amd', 'app_waitforsilence', 'app_playback', 'app_dial'],
  ...['func_channel', 'func_callerid', 'func_rand', 'func_dialplan'],
  ...['codec_ulaw', 'codec_alaw', 'codec_a_mu', 'format_pcm'],
  ...['res_rtp_asterisk', 'res_pjproject', 'res_pjsip', 'res_pjsip_session', 'res_pjsip_sdp_rtp'],
  ...['res_pjsip_pubsub', 'res_pjsip_caller_id', 'res_pjsip_dtmf_info', 'res_pjsip_rfc3326'],
  ...['res_pjsip_endpoint_identifier_ip', 'chan_pjsip'],
  ...['res_stasis', 'res_stasis_answer', 'res_stasis_playback', 'res_stasis_device_state', 'res_ari_model'],
  ...['res_stasis_recording', 'res_stasis_snoop'],
  ...['res_ari', 'res_ari_applications', 'res_ari_asterisk', 'res_ari_channels', 'res_ari_events'],
  ...['res_ari_playbacks'],
];

/** Neither \`dtmf\` nor \`debug\`: both write keyed digits, PINs included, in clear. Management refuses a line that has them. */
const LOGGER = `[general]
[logfiles]
console => warning,error
messages => notice,warning,error
`;

/** The default session limit is 100, and every HTTP connection counts. */
function httpConf({ ports }: LineConfiguration): string {
  return `[general]
enabled = yes
bindaddr = 127.0.0.1
bindport = ${ports.ari}
sessionlimit = 500
enable_static = no
enable_status = no
`;
}

function ariConf({ ari }: LineConfiguration): string {
  return `[general]
enabled = yes
pretty = no
[${ari.user}]
type = user
read_only = no
password = ${ari.password}
`;
}

/** One trunk: calls from this machine come in on it, and calls to this machine's own phones go out on it. */
function pjsipConf({ ports }: LineConfiguration): string {
  return `[global]
type = global
user_agent = seonmul
[udp]
type = transport
protocol = udp
bind = 127.0.0.1:${ports.sip}
[seonmul-trunk]
type = endpoint
context = seonmul-inbound
transport = udp
disallow = all
allow = ulaw,alaw
direct_media = no
dtmf_mode = rfc4733
media_address = 127.0.0.1
bind_rtp_to_media_address = yes
identify_by = ip
rtp_timeout = 60
trust_id_inbound = yes
aors = seonmul-trunk
[seonmul-trunk]
type = aor
contact = sip:127.0.0.1:${ports.phones}
[seonmul-trunk]
type = identify
endpoint = seonmul-trunk
match = 127.0.0.1
`;
}

function rtpConf({ ports }: LineConfiguration): string {
  return `[general]
rtpstart = ${ports.rtp.first}
rtpend = ${ports.rtp.last}
icesupport = no
`;
}

/** Asterisk's variables, not ours. */
const AMD_RESULT = ['STATUS', 'CAUSE'].map((name) => `\${AMD${name}}`).join(',');

/** A person says a word or two and waits; a machine talks on. Times in milliseconds. */
const AMD = `[general]
total_analysis_time = 5000
silence_threshold = 256
initial_silence = 2500
after_greeting_silence = 800
greeting = 1500
min_word_length = 100
maximum_word_length = 5000
between_words_silence = 50
maximum_number_of_words = 2
`;

/**
 * Incoming calls go to one of the seats that management processes hold. The search starts at a random seat and proceeds by a
 * random odd step, which reaches each of eight and loads neighbours equally. Checking that a seat exists keeps errors out
 * of the log; it may still vanish before the call, so then the next one is tried. An outgoing call that was answered is
 * analysed first, person or machine; a machine is spoken to after its greeting.
 */
function dialplan({ seats, nobodyThere }: LineConfiguration): string {
  const findSeat = (args: string) => `
 same => n,Set(SEAT=\${RAND(1,${seats})})
 same => n,Set(STEP=$[2 * \${RAND(1,${seats / 2})} - 1])
 same => n,Set(LEFT=${seats})
 same => n(try),GotoIf(\${DIALPLAN_EXISTS(stasis-seonmul-\${SEAT},_.,1)}?enter:next)
 same => n(enter),Stasis(seonmul-\${SEAT},${args})
 same => n,GotoIf($["\${STASISSTATUS}" = "FAILED"]?next:done)
 same => n(next),Set(SEAT=$[(\${SEAT} + \${STEP} - 1) % ${seats} + 1])
 same => n,Set(LEFT=$[\${LEFT} - 1])
 same => n,GotoIf($[\${LEFT} > 0]?try)
 same => n,Answer()
 same => n,Playback(${nobodyThere})
 same => n(done),Hangup()`;
  return `[general]
static = yes
writeprotect = yes
[seonmul-inbound]
exten => _[+0-9].,1,NoOp()${findSeat('inbound')}
[seonmul-answered]
exten => s,1,AMD()
 same => n,GotoIf($["\${AMDSTATUS}" != "MACHINE"]?seat)
 same => n,GotoIf($["\${AMDCAUSE:0:14}" = "INITIALSILENCE"]?seat)
 same => n,WaitForSilence(1500,1,60)
 same => n(seat),NoOp()${findSeat(`answered,${AMD_RESULT}`)}
[seonmul-operator]
exten => _[+0-9].,1,Dial(PJSIP/\${EXTEN}@seonmul-trunk,60)
 same => n,Hangup()
`;
}

/** Files that Asterisk complains about when they are missing. No records of calls are kept: they would be personal data. */
const UNUSED = {
  'cdr.conf': '[general]\nenable = no\n',
  'cel.conf': '[general]\nenable = no\n',
  'manager.conf': '[general]\nenabled = no\n',
  'features.conf': '[general]\n',
  'indications.conf': '[general]\n',
  'acl.conf': '',
  'ccss.conf': '[general]\n',
  'udptl.conf': '[general]\n',
  'pjproject.conf': '',
  'websocket_client.conf': '',
};
