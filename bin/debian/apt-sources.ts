import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type DebianSource = { mirror: string; keyring: string };

const KEYRINGS = ['debian-archive-keyring.pgp', 'debian-archive-keyring.gpg'].map((name) =>
  join('/usr/share/keyrings', name),
);

/**
 * The mirror that this machine gets Debian's packages from, according to its own apt sources so that a company's mirror is
 * used where there is one, and the keyring that it verifies them with. Undefined where there is none.
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

/** The main archive: by convention its path ends in `debian`, unlike security updates and third-party repositories. */
function isDebianArchive(uri: string): boolean {
  return /^(https?|ftp|file|mirror\+\w+):.*\/debian\/?$/.test(uri);
}
