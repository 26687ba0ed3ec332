import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const ROOT = import.meta.dirname;

/** One page an audience, by its name: every folder here with an `index.html`. What they share is one file for all. */
const pages = Object.fromEntries(
  readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^[a-z]+\/index\.html$/.test(file) && !file.startsWith('dist'))
    .map((file) => [dirname(file), join(ROOT, file)]),
);

/**
 * Style sheets go behind the page's content, which a server may have put there: in the head they would hold up its first
 * paint. Scripts still wait for them.
 */
const stylesLast: Plugin = {
  name: 'styles-last',
  transformIndexHtml: {
    order: 'post',
    handler(html) {
      const styles = html.match(STYLE_LINKS) ?? [];
      return html
        .replace(STYLE_LINKS, '')
        .replace('</body>', () => `${styles.map((link) => `  ${link.trim()}\n`).join('')}  </body>`);
    },
  },
};
const STYLE_LINKS = /[^\S\n]*<link rel="stylesheet"[^>]*>\n?/g;

export default defineConfig({
  root: ROOT,
  plugins: [react(), stylesLast],
  logLevel: 'warn',
  build: {
    outDir: join(ROOT, 'dist'),
    emptyOutDir: true,
    // No inlined assets: the Content-Security-Policy blocks data: fonts and scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2_000,
    rolldownOptions: { input: pages },
  },
});
