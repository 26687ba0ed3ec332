/** Import rules; ARCHITECTURE.md says why. `test/architecture.test.ts` plants a violation of each. */

/**
 * The rooms of each server, from the top down. A room imports itself and rooms below it, never those above or beside it.
 * The folder names are the server's table of contents: a folder that is missing here is a violation.
 */
const ROOMS = {
  management: [
    ['main'],
    ['app', 'seed', 'settle-calls', 'key-uses', 'watched'],
    ['console', 'restore'],
    ['groups', 'voice', 'text', 'disputes', 'compare-books'],
    ['delivery'],
    ['offers', 'members'],
    ['orders'],
    ['shops', 'contacts', 'wordings'],
    ['messages'],
    ['books', 'http'],
    ['context'],
    ['config', 'peer-calls'],
    ['carriers'],
    ['call-hours', 'db'],
  ],
  shop: [
    ['main'],
    ['app', 'seed', 'key-uses', 'watched'],
    ['office'],
    ['checkout', 'tills', 'holders'],
    ['members', 'redeem', 'restore'],
    ['opening'],
    ['certificates'],
    ['payments', 'messages', 'books'],
    ['http'],
    ['clerks'],
    ['stores'],
    ['context'],
    ['config', 'db'],
  ],
  settlement: [
    ['main'],
    ['app', 'seed', 'key-uses', 'watched'],
    ['console', 'payer'],
    ['statements', 'restore'],
    ['disputes', 'payouts', 'reconciliation'],
    ['payments'],
    ['payment-methods', 'payee-accounts'],
    ['books'],
    ['context'],
    ['config'],
    ['acquirers', 'banks', 'db'],
  ],
  carrier: [
    ['main'],
    ['app', 'seed'],
    ['camara', 'subscribers', 'restore'],
    ['look-ups'],
    ['context'],
    ['config', 'db'],
  ],
};
const SERVERS = Object.keys(ROOMS);
/** Tests may import anything in the project. */
const TESTS = '[.]test[.]ts$';

const directions = SERVERS.flatMap((role) => {
  const levels = ROOMS[role];
  const known = levels.flat().join('|');
  return [
    {
      name: `${role}-has-no-other-rooms`,
      severity: 'error',
      from: {},
      to: { path: `^servers/${role}/`, pathNot: `^servers/${role}/(${known})(/|[.]ts$)|${TESTS}` },
    },
    ...levels.flatMap((level, height) =>
      level.flatMap((room) => {
        const others = [...levels.slice(0, height).flat(), ...level.filter((other) => other !== room)];
        if (others.length === 0) return [];
        return [
          {
            name: `${role}-${room}-imports-downwards`,
            severity: 'error',
            from: { path: `^servers/${role}/${room}(/|[.]ts$)`, pathNot: TESTS },
            to: { path: `^servers/${role}/(${others.join('|')})(/|[.]ts$)` },
          },
        ];
      }),
    ),
  ];
});

module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'Types count: two files that need each other should be one, or share a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...SERVERS.map((role) => ({
      name: `${role}-imports-only-itself`,
      severity: 'error',
      from: { path: `^servers/${role}/`, pathNot: TESTS },
      to: { path: '^(servers|sandbox|bin|test)/', pathNot: `^servers/${role}/` },
    })),
    ...directions,
    {
      name: 'kit-knows-no-server',
      severity: 'error',
      from: { path: '^kit/', pathNot: TESTS },
      to: { path: '^(servers|contracts|sandbox|bin|test)/' },
    },
    {
      name: 'contracts-know-only-kit',
      severity: 'error',
      from: { path: '^contracts/' },
      to: { path: '^(servers|sandbox|bin|test)/' },
    },
    {
      name: 'sandbox-knows-no-server',
      severity: 'error',
      from: { path: '^sandbox/' },
      to: { path: '^(servers|bin|test)/' },
    },
    {
      name: 'pages-know-only-words-and-shapes',
      comment:
        'A page gets its data from the API; it shares only words, how they may be worded, formats, contracts, the model of a gift’s state and the parsers of digits and amounts, which are light, with the servers.',
      severity: 'error',
      from: { path: '^web/(?!vite)' },
      to: {
        path: '^(servers|sandbox|bin|test)/|^kit/(?!words/|wordings/|format/|money|gift-state[.]ts|phone-format|typed/(digits|code|pin|amount|certificate-number)[.]ts)',
      },
    },
    {
      name: 'pages-know-not-each-other',
      severity: 'error',
      from: { path: '^web/([^/]+)/' },
      to: { path: '^web/([^/]+)/', pathNot: '^web/($1|kit|api)/' },
    },
    {
      name: 'production-needs-no-development-package',
      comment: 'Production installs with `npm install --omit=dev`: `dependencies` and nothing else.',
      severity: 'error',
      from: { path: '^(servers|kit|contracts)/', pathNot: '[.](test|builder)[.]ts$' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-optional', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'routes-have-no-sql',
      severity: 'error',
      from: { path: '^servers/[^/]+/.*routes[.]ts$' },
      to: { path: 'node_modules/pg/|^kit/db/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^web/dist' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
