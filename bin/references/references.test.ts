import { Value } from 'typebox/value';
import { expect, test } from 'vitest';
import { SERVERS } from '../operate/servers.ts';
import { FORMATS } from './formats.ts';
import { membersOf } from './members.ts';
import { references } from './pages.ts';

test.each(FORMATS)('the example of $name is one', ({ schema, example }) => {
  expect([...Value.Errors(schema, example)]).toEqual([]);
});

test('every setting that names a JSON file has its format on the page, and every setting is in the reference', () => {
  const page = references().get('docs/production/configuration.md') ?? '';
  const described = new Set(FORMATS.flatMap(({ settings }) => settings));
  for (const { settings } of Object.values(SERVERS))
    for (const { name, meaning } of Object.values(settings)) {
      expect(page).toContain(`| \`${name}\` |`);
      const isJson = name.endsWith('_FILE') && meaning.includes('JSON') && name !== 'CLOCK_FILE';
      if (isJson) expect([...described], name).toContain(name);
    }
});

test('members are told with where they are, whether they must be there, and their form', () => {
  const schema = {
    type: 'array',
    items: {
      anyOf: [
        {
          type: 'object',
          required: ['kind'],
          properties: {
            kind: { const: 'smpp' },
            url: { type: 'string', pattern: '^smpp://' },
            prices: { type: 'object', patternProperties: { '^[A-Z]{2}$': { type: 'number', minimum: 0 } } },
          },
        },
      ],
    },
  };
  expect(membersOf(schema)).toEqual([
    { path: '[kind=smpp].kind', isRequired: true, form: '`"smpp"`' },
    { path: '[kind=smpp].url', isRequired: false, form: 'string, `^smpp://`' },
    { path: '[kind=smpp].prices', isRequired: false, form: 'object' },
    { path: '[kind=smpp].prices.<name>', isRequired: false, form: 'number, at least 0' },
  ]);
});
