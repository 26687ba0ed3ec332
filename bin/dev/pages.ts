import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Server } from 'node:http';
import { join, posix, resolve } from 'node:path';
import { createServer, type ViteDevServer } from 'vite';
import { buildPagesIfNeeded } from '../web/build.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The path below which a browser finds the pages' sources; no server of ours uses it. */
export const SOURCES_PATH = '/@dev/';
const NONCE_PLACEHOLDER = '__NONCE__';

export type Pages = {
  vite: ViteDevServer;
  /** Takes the WebSockets over which a page hears that its source has changed. */
  updates: Server;
  /** The page from its sources, to replace a built one; undefined when the text is not one of our pages. */
  fromSources(path: string, built: string): Promise<{ html: string; nonce: string } | undefined>;
};

/** The name of a built page, which its script is named after. */
function nameOf(built: string): string {
  return /<script type="module"[^>]* src="\/assets\/([a-z]+)-/.exec(built)?.[1] ?? '';
}

/** A server says by its built page which page belongs to an address, so each must have been built once, however long ago. */
export async function buildMissingPages(say: (line: string) => void): Promise<void> {
  const pages = readdirSync(join(ROOT, 'web')).filter((name) =>
    existsSync(join(ROOT, 'web', name, 'index.html')),
  );
  const isBuilt = (name: string) => {
    const built = join(ROOT, 'web', 'dist', name, 'index.html');
    return existsSync(built) && nameOf(readFileSync(built, 'utf8')) === name;
  };
  if (!pages.every(isBuilt)) await buildPagesIfNeeded(say);
}

/** Serves the pages from their sources, with hot reloading. */
export async function startPages(): Promise<Pages> {
  // It never listens: the proxies hand over requests below SOURCES_PATH.
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
      // A page's address is not the path of its source.
      const source = readFileSync(file, 'utf8').replaceAll(
        /(?<= (?:src|href)=")[.]{1,2}\/[^"]+/g,
        (relative) => posix.join('/', name, relative),
      );
      const html = await vite.transformIndexHtml(`/${name}/index.html`, source, path);
      return { html: html.replaceAll(NONCE_PLACEHOLDER, nonce), nonce };
    },
  };
}
