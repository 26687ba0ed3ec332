import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type DebianSource = { mirror: string; keyring: string };

const KEYRINGS = ['debian-archive-keyring.pgp', 'debian-archive-keyring.gpg'].map((name) =>
  join('/usr/share/keyrings', name),
);

/**
 * Where this machine gets Debian's packages from, and whose signatures it trusts for them: what its own apt sources
 * say, so that a company's mirror is used where there is one. Undefined where there is none.
 */
export function debianSource(): DebianSource | undefined {
  const keyring = KEYRINGS.find((file) => existsSync(file));
  const mirror = debianMirror('/etc/apt');
  return keyring === undefined || mirror === undefined ? undefined : { mirror, keyring };
}

export function debianMirror(aptDir: string): string | undefined {
  return sourceTexts(aptDir).flatMap(urisOf).find(isDebianArchive);
}

function sourceTexts(aptDir: string): { text: string; deb822: boolean }[] {
  const parts = join(aptDir, 'sources.list.d');
  const files = [
    join(aptDir, 'sources.list'),
    ...(existsSync(parts)
      ? readdirSync(parts)
          .sort()
          .map((name) => join(parts, name))
      : []),
  ];
  return files
    .filter((file) => /\.(list|sources)$/.test(file) && existsSync(file))
    .map((file) => ({ text: readFileSync(file, 'utf8'), deb822: file.endsWith('.sources') }));
}

/** Both forms of sources.list(5): one line a source, or paragraphs with `URIs:`. */
function urisOf({ text, deb822 }: { text: string; deb822: boolean }): string[] {
  const lines = text.split('\n').filter((line) => !line.startsWith('#'));
  if (deb822) {
    return lines.flatMap((line) => /^URIs:\s*(.*)$/i.exec(line)?.[1]?.split(/\s+/) ?? []);
  }
  return lines.flatMap((line) => /^deb\s+(?:\[[^\]]*\]\s+)?(\S+)\s/.exec(line)?.[1] ?? []);
}

/** The archive itself: its path ends in `debian` by custom, while security updates and other owners' do not. */
function isDebianArchive(uri: string): boolean {
  return /^(https?|ftp|file|mirror\+\w+):.*\/debian\/?$/.test(uri);
}
