import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Server } from 'node:http';
import { join, posix, resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { buildPagesIfNeeded } from '../web/build.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Under this path a browser finds the sources of the pages; no server of ours has anything there. */
export const SOURCES_PATH = '/@dev/';
const NONCE_PLACEHOLDER = '__NONCE__';

export type Pages = {
  vite: ViteDevServer;
  /** Gets the WebSockets by which a page hears that its source has changed. */
  updates: Server;
  /** The page of the sources in place of a built one; undefined when the text is none of ours. */
  fromSources(path: string, built: string): Promise<{ html: string; nonce: string } | undefined>;
};

/** Which page a built one is: its script is named after it. */
function nameOf(built: string): string {
  return /<script type="module"[^>]* src="\/assets\/([a-z]+)-/.exec(built)?.[1] ?? '';
}

/** Which page belongs to an address is the server's to say, by the built one; how old that is does not matter. */
export async function buildUnknownPages(say: (line: string) => void): Promise<void> {
  const pages = readdirSync(join(ROOT, 'web')).filter((name) =>
    existsSync(join(ROOT, 'web', name, 'index.html')),
  );
  const isKnown = (name: string) => {
    const built = join(ROOT, 'web', 'dist', name, 'index.html');
    return existsSync(built) && nameOf(readFileSync(built, 'utf8')) === name;
  };
  if (!pages.every(isKnown)) await buildPagesIfNeeded(say);
}

/** The pages from their sources, each part of which a browser loads anew when it changes. */
export async function startPages(): Promise<Pages> {
  // It never listens: whoever has the port hands over what is asked for below SOURCES_PATH.
  const updates = new Server();
  const vite = await createServer({
    configFile: join(ROOT, 'web', 'vite.config.ts'),
    base: SOURCES_PATH,
    appType: 'custom',
    cacheDir: join(ROOT, 'node_modules', '.cache', 'vite'),
    html: { cspNonce: NONCE_PLACEHOLDER },
    server: { middlewareMode: true, hmr: { server: updates }, fs: { allow: [ROOT] } },
  });
  return {
    vite,
    updates,
    async fromSources(path, built) {
      const name = nameOf(built);
      const [, nonce = ''] = /<meta name="style-nonce" content="([^"]+)"/.exec(built) ?? [];
      const file = join(ROOT, 'web', name, 'index.html');
      if (name === '' || !existsSync(file)) return undefined;
      // The address of the page is not where its source is.
      const source = readFileSync(file, 'utf8').replaceAll(
        /(?<= (?:src|href)=")[.]{1,2}\/[^"]+/g,
        (relative) => posix.join('/', name, relative),
      );
      const html = await vite.transformIndexHtml(`/${name}/index.html`, source, path);
      return { html: html.replaceAll(NONCE_PLACEHOLDER, nonce), nonce };
    },
  };
}
