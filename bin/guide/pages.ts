/** The pages whose commands are run one after the other on one machine, by `npm run test:guide`. */
export const GUIDE_PAGES = [
  'docs/production/first-day.md',
  'docs/production/adding-a-brand.md',
  'docs/production/second-process.md',
  'docs/production/rotation.md',
  'docs/production/incidents.md',
  'docs/production/personal-data.md',
  'docs/production/upgrade.md',
] as const;
