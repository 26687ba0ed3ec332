import { createInstance, type FormatterModule } from 'i18next';
import { formatPlaceholder } from './format.ts';
import { isolated } from './isolate.ts';
import { isLocale, type Locale } from './locale.ts';

const formatter: FormatterModule = {
  type: 'formatter',
  init() {},
  add() {},
  addCached() {},
  format(value, format, lng) {
    if (format !== undefined) return formatPlaceholder(value, format, isLocale(lng) ? lng : 'ko');
    // Numbers become text later, and a missing variable goes to its handler.
    return typeof value === 'string' ? isolated(value) : value;
  },
};

// Values are never interpreted as templates, because a sender's text may contain {{…}} or $t(…).
const OPTIONS = {
  nest: false,
  interpolation: { alwaysFormat: true, escapeValue: false, skipOnVariables: true },
} as const;

/**
 * Looks up the texts of a catalogue in one language by key and fills in their variables. Throws for a missing variable.
 * Servers use it with the whole catalogue, a page only with its own texts.
 */
export function textsIn(
  locale: Locale,
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
