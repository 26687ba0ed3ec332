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
 * Style sheets are fetched early and applied by `startPage`: as they stand in the head they would hold up the first paint of
 * what a server has put into the page, which needs none of them.
 */
const stylesByScript: Plugin = {
  name: 'styles-by-script',
  transformIndexHtml: {
    order: 'post',
    handler: (html) => html.replaceAll('<link rel="stylesheet"', '<link rel="preload" as="style"'),
  },
};

export default defineConfig({
  root: ROOT,
  plugins: [react(), stylesByScript],
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
