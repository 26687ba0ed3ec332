import { join } from 'node:path';
import type { Plan, PlannedServer } from './plan.ts';

export const unitNameOf = ({ party }: PlannedServer): string => `seonmul-${party.replace(':', '-')}.service`;

/** A systemd unit that runs a server as a user of its own, which may write nowhere but in its cache. */
export function unitText({ app, node, user }: Plan, { role, party, folder }: PlannedServer): string {
  return `[Unit]
Description=Seonmul: ${party}
After=network-online.target postgresql.service
Wants=network-online.target

[Service]
User=${user}
WorkingDirectory=${app}
EnvironmentFile=${join(folder, 'server.env')}
ExecStart=${node} --disable-warning=ExperimentalWarning ${join(app, 'servers', role, 'main.ts')}
Restart=always
RestartSec=2
# On SIGTERM what has begun is finished.
TimeoutStopSec=30
CacheDirectory=seonmul
Environment=SPEECH_DIR=/var/cache/seonmul/speech
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes
ProtectKernelTunables=yes
ProtectControlGroups=yes
RestrictSUIDSGID=yes
LockPersonality=yes
CapabilityBoundingSet=

[Install]
WantedBy=multi-user.target
`;
}
