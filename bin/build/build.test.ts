import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { isUsed, productionPackages } from './modules.ts';
import { asJavaScript, READ_BESIDE, sourcesOfPrograms } from './programs.ts';

test('a source becomes JavaScript, with everything where it was', () => {
  const later = (ending: string) =>
    ['const later = await import(`../servers/$', `{b}/main.${ending}\`);`].join('');
  const source = [
    "import type { A } from './a.ts';",
    "import { b, type C } from '../b.ts';",
    "export * from './c.ts';",
    "import pg from 'pg';",
    "const text: string = 'from here, ./d.ts';",
    later('ts'),
  ];
  const lines = asJavaScript('x.ts', source.join('\n')).split('\n');
  expect(lines.map((line) => line.replaceAll(/ +/g, ' ').trim())).toEqual([
    '',
    "import { b, } from '../b.js';",
    "export * from './c.js';",
    "import pg from 'pg';",
    "const text = 'from here, ./d.ts';",
    later('js'),
  ]);
  expect(lines[4]?.indexOf('=')).toBe(source[4]?.indexOf('='));
  expect(asJavaScript('run.mjs', "import './a.ts'")).toBe("import './a.ts'");
});

test('it consists of servers and operators’ commands, and of nothing for developers', () => {
  const sources = sourcesOfPrograms();
  for (const file of ['servers/shop/main.ts', 'bin/operate/commands/init.ts', 'bin/launcher/run.mjs'])
    expect(sources).toContain(file);
  expect(
    sources.filter((file) => /[.]test[.]|^(?:test|sandbox|web)\/|^bin\/(?:dev|tests)\//.test(file)),
  ).toEqual([]);
  expect(sources.filter((file) => !existsSync(file))).toEqual([]);
});

test('everything is in it that a program reads beside its code', () => {
  const places = sourcesOfPrograms().flatMap((file) => {
    const read = readFileSync(file, 'utf8').matchAll(
      /readWebFile\('([^'$]+)'\)|serveScript\(\w+, '([^']+)'\)/g,
    );
    return [...read].map(([, page, script]) => `web/${page ?? script}`);
  });
  expect(places.length).toBeGreaterThan(2);
  for (const place of places)
    expect(
      READ_BESIDE.some((path) => place === path || place.startsWith(`${path}/`)),
      place,
    ).toBe(true);
});

test('its packages are those of production, without what only others use', () => {
  const packages = productionPackages();
  expect(packages).toContain('node_modules/fastify');
  expect(packages).toContain('node_modules/pretendard');
  for (const name of ['vite', 'vitest', 'typescript', 'react'])
    expect(packages).not.toContain(`node_modules/${name}`);
  const used = (name: string, path: string) => isUsed(name, path, false);
  expect(used('pg', 'lib/index.js')).toBe(true);
  expect(used('pg', 'LICENSE')).toBe(true);
  expect(used('glob', 'dist/commonjs/index.min.js')).toBe(true);
  expect(used('pg', 'lib/index.d.ts')).toBe(false);
  expect(used('pg', 'README.md')).toBe(false);
  expect(used('pretendard', 'dist/public/static/Pretendard-Bold.otf')).toBe(true);
  expect(used('pretendard', 'dist/public/static/Pretendard-Black.otf')).toBe(false);
  expect(isUsed('fastify', 'test', true)).toBe(false);
  expect(isUsed('fastify', 'lib', true)).toBe(true);
});
