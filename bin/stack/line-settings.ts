import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export type LineSettings = {
  dir: string;
  ports: { ari: number; sip: number; phones: number; rtp: { first: number; last: number } };
  ari: { url: string; user: string; password: string };
  voiceProgram: string;
  speechCommand: string;
  speechDir: string;
};

/**
 * Where a demo system's phone line is, whether or not it is running: management looks there, and `npm run phone-line`
 * starts it there. Whichever comes first creates the password. Both use the same data folder.
 */
export function lineSettings(portBase: number, dataDir: string): LineSettings {
  const dir = join(dataDir, 'phone-line');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  const ports = {
    ari: portBase + 140,
    sip: portBase + 150,
    phones: portBase + 160,
    // UDP, so they don't collide with another system's servers at these numbers, which use TCP.
    rtp: { first: portBase + 1_000, last: portBase + 1_999 },
  };
  const voiceProgram = join(dir, 'espeak-ng');
  return {
    dir,
    ports,
    ari: { url: `http://127.0.0.1:${ports.ari}`, user: 'management', password: ariPassword(dir) },
    voiceProgram,
    speechCommand: JSON.stringify([voiceProgram, '-v', '{voice}', '-s', '150', '--stdin', '--stdout']),
    speechDir: join(dir, 'speech'),
  };
}

function ariPassword(dir: string): string {
  const file = join(dir, 'ari-password');
  if (!existsSync(file)) {
    try {
      writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // The other program created it at the same moment.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
  }
  return readFileSync(file, 'utf8').trim();
}
