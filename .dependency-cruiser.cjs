/** What may import what: ARCHITECTURE.md says why. `test/architecture.test.ts` shows that each rule can fail. */
const SERVERS = ['management', 'settlement', 'carrier', 'shop'];

module.exports = {
  forbidden: [
    ...SERVERS.map((role) => ({
      name: `${role}-imports-only-itself`,
      severity: 'error',
      from: { path: `^servers/${role}/`, pathNot: '[.](test|builder)[.]ts$' },
      to: { path: '^(servers|sandbox|bin|test)/', pathNot: `^servers/${role}/` },
    })),
    {
      name: 'kit-knows-no-server',
      severity: 'error',
      from: { path: '^kit/', pathNot: '[.](test|builder)[.]ts$' },
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
        'A page has what its server tells it by its API; it shares with servers only words, formats and contracts.',
      severity: 'error',
      from: { path: '^web/(?!vite)' },
      to: { path: '^(servers|sandbox|bin|test)/|^kit/(?!words/|format/|money|phone-format)' },
    },
    {
      name: 'pages-know-not-each-other',
      severity: 'error',
      from: { path: '^web/([^/]+)/' },
      to: { path: '^web/([^/]+)/', pathNot: '^web/($1|kit|api)/' },
    },
    {
      name: 'production-needs-no-development-package',
      comment:
        'What runs in production is installed by `npm install --omit=dev`: `dependencies`, and nothing else.',
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
      to: { path: 'node_modules/(kysely|pg)/|^kit/db/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node'],
    },
  },
};
