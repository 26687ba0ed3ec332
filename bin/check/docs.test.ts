import { expect, test } from 'vitest';
import { checkoutAt, treeOf } from './docs/tree.ts';
import { docsFaults } from './docs.ts';

const RIGHT: Record<string, string> = {
  '.gitignore': 'node_modules/\nweb/dist*/\n',
  'package.json': '{"scripts":{"start":"","check":""}}',
  'ARCHITECTURE.md': `# Architecture

## Layout

\`\`\`
servers/<role>/    main.ts (process)
  orders/          of the shop
bin/               seonmul.mjs, and stack/
docs/              adr/ and guide/
\`\`\`
`,
  'README.md': `Read [the guide](docs/guide/README.md#first-steps), \`servers/<role>/main.ts\` and \`orders/place.ts\`.
\`npm start\`, \`npm run check\` and \`node bin/seonmul.mjs\`; ADR 1; \`web/dist\` is built; \`/openapi.json\` is served.
`,
  'docs/guide/README.md': '# Guide\n\n## First steps\n\n[more](more.md)\n',
  'docs/guide/more.md': '[back](../../README.md)\n',
  'docs/adr/0001-first.md': '# 1\n',
  'servers/shop/main.ts': '',
  'servers/shop/orders/place.ts': '// `npm run check` looks at it.\n',
  'bin/seonmul.mjs': '',
  'bin/stack/stack.ts': '',
};

const faultsOf = (files: Record<string, string>) =>
  docsFaults(treeOf(Object.keys(files), (file) => files[file] ?? ''));

test('the documentation of this checkout is right', () => {
  expect(docsFaults(checkoutAt('.'))).toEqual([]);
});

test('correct documentation passes', () => {
  expect(faultsOf(RIGHT)).toEqual([]);
});

test.each([
  ['README.md', '[gone](docs/gone.md)', 'README.md: the link to docs/gone.md leads nowhere'],
  ['README.md', '[gone](docs/guide/README.md#gone)', 'README.md: docs/guide/README.md has no heading #gone'],
  ['README.md', '`servers/shop/gone.ts`', 'README.md: there is no `servers/shop/gone.ts`'],
  ['README.md', '`gone.sql`', 'README.md: there is no `gone.sql`'],
  ['README.md', '`servers/gone/`', 'README.md: there is no `servers/gone/`'],
  ['README.md', '`npm run gone`', 'README.md: there is no `npm run gone`'],
  ['README.md', '`npm test`', 'README.md: there is no `npm test`'],
  ['README.md', '```sh\nnode bin/gone.mjs\n```', 'README.md: there is no `node bin/gone.mjs`'],
  ['README.md', 'ADR 7', 'README.md: there is no ADR 7'],
  ['servers/shop/main.ts', '// npm run gone', 'servers/shop/main.ts: there is no `npm run gone`'],
  ['docs/guide/lost.md', '', 'docs/guide/README.md: docs/guide/lost.md is not listed'],
  ['bin/fresh/fresh.ts', '', 'ARCHITECTURE.md: the layout does not name bin/fresh/'],
  ['fresh/fresh.ts', '', 'ARCHITECTURE.md: the layout does not name fresh/'],
])('finds an error planted in %s: %j', (file, text, fault) => {
  expect(faultsOf({ ...RIGHT, [file]: `${RIGHT[file] ?? ''}${text}\n` })).toEqual([fault]);
});

test.each<[string, string, string[]]>([
  ['that is not run', '```sh\ntrue\n```', ['docs/production/x.md:1: is run by no test and does not say why']],
  ['that says why not', '```sh\ntrue\n```\n\n*Not run by the test: it does nothing.*', []],
  [
    'that another command runs',
    '*The commands on this page are run by `npm run check`.*\n\n```sh\ntrue\n```',
    [],
  ],
])('a block of the guide %s', (_what, text, faults) => {
  const index = { 'docs/production/README.md': '[x](x.md)\n' };
  expect(faultsOf({ ...RIGHT, ...index, 'docs/production/x.md': `${text}\n` })).toEqual(faults);
});

test.each(['bin/stack/stack.ts', 'bin/seonmul.mjs', 'servers/shop/main.ts', 'servers/shop/orders/place.ts'])(
  'finds that the layout names a missing %s',
  (file) => {
    const { [file]: _, ...rest } = RIGHT;
    expect(faultsOf(rest)).toContainEqual(expect.stringMatching(/^ARCHITECTURE[.]md: the layout names /));
  },
);
