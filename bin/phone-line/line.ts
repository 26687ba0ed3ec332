import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SEATS } from '../../servers/management/voice/asterisk/seats.ts';
import { commandEngine } from '../../servers/management/voice/speech/engine.ts';
import { cachedSpeech } from '../../servers/management/voice/speech/speech.ts';
import { type Unpacked, unpackedPackages, type Wanted } from '../debian/packages.ts';
import { lineSettings } from '../stack/line-settings.ts';
import { type Asterisk, startAsterisk } from './asterisk.ts';
import { writeConfiguration } from './configuration.ts';

export const LINE_PACKAGES: Wanted = {
  packages: ['asterisk', 'espeak-ng'],
  megabytes: 85,
  otherwise: 'docs/phone-line.md says how to join an Asterisk of your own.',
};

export type PhoneLine = Asterisk & { ports: ReturnType<typeof lineSettings>['ports'] };

/** A telephone line for the system on `dataDir`: Asterisk and a voice. Packages are kept in `packagesDir`. */
export async function startPhoneLine(place: {
  portBase: number;
  dataDir: string;
  packagesDir: string;
  say: (line: string) => void;
}): Promise<PhoneLine> {
  const dataDir = resolve(place.dataDir);
  const settings = lineSettings(place.portBase, dataDir);
  const packages = await unpackedPackages(LINE_PACKAGES, place.packagesDir, place.say);
  const dir = join(dataDir, 'phone-line', 'asterisk');
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  writeVoice(packages, settings.voiceProgram);
  const configurationFile = writeConfiguration({
    dir,
    packages,
    ports: settings.ports,
    ari: settings.ari,
    seats: SEATS,
    nobodyThere: await nobodyThere(settings),
  });
  const asterisk = await startAsterisk(packages, configurationFile, dir, settings.ari);
  return { ...asterisk, ports: settings.ports };
}

/** Wraps espeak-ng in a program that management calls by its path, as if it were installed. */
function writeVoice(packages: Unpacked, file: string): void {
  const data = join(packages.root, 'usr/lib', packages.triplet, 'espeak-ng-data');
  const command = packages.command('usr/bin/espeak-ng', `--path=${data}`).map(quoted).join(' ');
  writeFileSync(file, `#!/bin/sh\nexec ${command} "$@"\n`);
  chmodSync(file, 0o755);
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}

function nobodyThere({ speechCommand, dir }: { speechCommand: string; dir: string }): Promise<string> {
  const speech = cachedSpeech(commandEngine(speechCommand), { ko: 'ko', en: 'en' }, join(dir, 'sounds'));
  return speech.soundOf({
    locale: 'ko',
    text: '죄송해요. 지금은 전화를 받을 수 없어요. 잠시 뒤에 다시 걸어 주세요.',
  });
}
