import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textsIn } from '../format/engine.ts';
import { WORK_PROBLEMS } from './everyone/work-problems.ts';
import { LOCALES, type Locale, MAIN_LOCALES } from './index.ts';

const ROOT = join(import.meta.dirname, '../..');
const SOURCES = ['kit', 'servers', 'sandbox', 'web'];

type Texts = Readonly<Record<string, string>>;

/** Every catalogue of the repository, wherever it stands: its path without `.en.ts`, `.ko.ts`, `.ja.ts` and `.zh.ts`. */
const CATALOGUES = SOURCES.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(en|ko|ja|zh)\.ts$/.test(file))
    .map((file) => join(folder, file).replace(/\.(en|ko|ja|zh)\.ts$/, '')),
);

/** All texts that a catalogue's file exports, in one table. Of a problem, its title and its detail. */
async function textsOf(catalogue: string, locale: Locale): Promise<Texts> {
  const exported: Record<string, object> = await import(join(ROOT, `${catalogue}.${locale}.ts`));
  return Object.fromEntries(
    Object.values(exported).flatMap((part) =>
      Object.entries(part).flatMap(([key, text]: [string, string | readonly string[]]) =>
        typeof text === 'string' ? [[key, text]] : text.map((line, i) => [`${key}.${i}`, line]),
      ),
    ),
  );
}

/** What recipients and buyers read is in all languages, everything else in Korean and English. */
function localesOf(catalogue: string): readonly Locale[] {
  const isPaper = /\/letter$/.test(catalogue);
  const isRead = /words\/(?:everyone|buyer|recipient)\/|words\/phone\/dialogue$/.test(catalogue);
  return isRead && !isPaper ? LOCALES : MAIN_LOCALES;
}

const WORD = ['가나다', 'Kim', '', '홍*동'];
/** What a caller may pass, by the format that the English text names: the compiler lets through just these. */
const VALUES: readonly [RegExp, readonly unknown[]][] = [
  [
    /^(spoken_)?money$/,
    [
      { amount_minor: 50_000n, currency: 'KRW' },
      { amount_minor: 1231, currency: 'USD' },
    ],
  ],
  [/^(spoken_)?date(_time)?$/, ['2026-01-02T09:00:00Z', new Date('2026-12-31T00:05:00Z')]],
  [/^(spoken_)?phone$/, ['+821098765432', '+12025550123']],
  [/^spoken_digits$/, ['739258', '0']],
  [/^spoken_count$/, [1, 9, 20, 123]],
  [/^spoken_hours$/, ['매일 10:00–21:00', 'Closed on Mondays']],
  [/^(quoted_line|card_brand|spoken_(name|person|text))$/, WORD],
  [/^$/, [...WORD, 0, 3, 1_200]],
];

/** Each of these, once: variables of the English text with every value that each of them may have. */
function sampleVars(english: string): Record<string, unknown>[] {
  const variables = Array.from(english.matchAll(/\{\{(.+?)\}\}/g), ([, inside = '']) => {
    const [name = '', format = ''] = inside.split(', ');
    const values = VALUES.find(([formats]) => formats.test(format))?.[1];
    if (values === undefined) throw new TypeError(`No values are known for the format ${format}.`);
    return { name, values };
  });
  const most = Math.max(1, ...variables.map(({ values }) => values.length));
  return Array.from({ length: most }, (_, i) =>
    Object.fromEntries(variables.map(({ name, values }) => [name, values[i % values.length]])),
  );
}

test('the catalogues are found, each in its languages', () => {
  expect(CATALOGUES).toContain('kit/words/recipient/recipient');
  expect(CATALOGUES).toContain('kit/words/buyer/several');
  const times = Object.groupBy(CATALOGUES, (catalogue) => catalogue);
  for (const [catalogue, found] of Object.entries(times))
    expect([catalogue, found?.length]).toEqual([catalogue, localesOf(catalogue).length]);
});

describe.each([...new Set(CATALOGUES)])('%s', (catalogue) => {
  test.each(localesOf(catalogue))('in %s can be said with whatever its callers may pass', async (locale) => {
    const [english, texts] = [await textsOf(catalogue, 'en'), await textsOf(catalogue, locale)];
    const isMain = MAIN_LOCALES.some((main) => main === locale);
    const isWork = (key: string) => WORK_PROBLEMS.some((code) => key.startsWith(`${code}.`));
    const read = Object.entries(english).filter(
      ([key]) => isMain || (!key.endsWith('.spoken') && !isWork(key)),
    );
    expect(Object.keys(texts).sort()).toEqual(read.map(([key]) => key).sort());
    expect(Object.keys(texts)).not.toEqual([]);
    const say = textsIn(locale, texts);
    const unsayable = read.flatMap(([key, template]) =>
      sampleVars(template).flatMap((vars) => {
        try {
          const said = say(key, vars);
          return said !== key && !/\{\{|\}\}|undefined|\[object|NaN/.test(said) ? [] : [`${key}: ${said}`];
        } catch (error) {
          return [`${key}: ${error}`];
        }
      }),
    );
    expect(unsayable).toEqual([]);
  });
});
