import { createInstance, type FormatterModule } from 'i18next';
import { formatPlaceholder } from './format.ts';

const formatter: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value: unknown, format, lng) {
    return format === undefined
      ? String(value)
      : formatPlaceholder(value, format, lng === 'en' ? 'en' : 'ko');
  },
};

// Values are never read as templates again: what a sender writes may contain {{…}} or $t(…).
const OPTIONS = { nest: false, interpolation: { escapeValue: false, skipOnVariables: true } } as const;

/**
 * The texts of a catalogue's part in one language: by their key, filled with their variables. Throws for a variable that
 * is missing. Servers use it with all that they say, a page with its own words only.
 */
export function textsIn(
  locale: 'ko' | 'en',
  texts: Readonly<Record<string, string>>,
): (key: string, vars: object) => string {
  const instance = createInstance();
  instance.use(formatter);
  void instance.init({
    lng: locale,
    fallbackLng: false,
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    resources: { [locale]: { translation: texts } },
    interpolation: OPTIONS.interpolation,
    missingInterpolationHandler: (_text: string, match: RegExpExecArray) => {
      throw new TypeError(`A text of the catalogue got no ${match[1]}.`);
    },
  });
  // `replace` keeps the variables apart from i18next's own options, such as `count` and `lng`.
  return (key, vars) => String(instance.t(key, { ...OPTIONS, replace: vars }));
}
