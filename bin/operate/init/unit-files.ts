import { extname, join } from 'node:path';
import type { Plan, PlannedServer } from './plan.ts';

export const unitNameOf = ({ name }: PlannedServer): string => `seonmul-${name}.service`;

/** The line that runs a program: `.js` in a build, `.ts` in a checkout, as this file is. */
export const nodeRuns = ({ app, node }: Plan, program: string): string =>
  `${node} --disable-warning=ExperimentalWarning ${join(app, program)}${extname(import.meta.filename)}`;

/** A systemd unit that runs a server as a user of its own, which may write nowhere but in its cache. */
export function unitText(plan: Plan, { role, party, folder }: PlannedServer): string {
  const { app, user } = plan;
  return `[Unit]
Description=Seonmul: ${party}
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
User=${user}
WorkingDirectory=${app}
EnvironmentFile=${join(folder, 'server.env')}
ExecStart=${nodeRuns(plan, `servers/${role}/main`)}
Restart=always
RestartSec=2
# On SIGTERM what has begun is finished.
TimeoutStopSec=30
# Spoken texts are kept there; nothing else is written.
CacheDirectory=seonmul
Environment=SPEECH_DIR=/var/cache/seonmul/speech
UMask=0077
NoNewPrivileges=yes
CapabilityBoundingSet=
AmbientCapabilities=
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
DevicePolicy=closed
PrivateIPC=yes
RemoveIPC=yes
KeyringMode=private
ProtectProc=invisible
ProcSubset=pid
ProtectClock=yes
ProtectHostname=yes
ProtectKernelLogs=yes
ProtectKernelModules=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX
RestrictNamespaces=yes
RestrictRealtime=yes
RestrictSUIDSGID=yes
LockPersonality=yes
SystemCallArchitectures=native
SystemCallFilter=@system-service
SystemCallFilter=~@privileged @resources
SystemCallErrorNumber=EPERM
# Not MemoryDenyWriteExecute: Node compiles JavaScript while it runs.

[Install]
WantedBy=multi-user.target
`;
}
