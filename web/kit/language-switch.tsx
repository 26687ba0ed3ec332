import { Button, NativeSelect } from '@mantine/core';
import { isLocale, LANGUAGE_NAMES, languageTag } from '../../kit/format/locale.ts';
import { LANGUAGE_LABELS } from '../../kit/words/everyone/languages.ts';
import { useCommonWords } from './words.tsx';

/** Shows the page in another language: a button for the only other one, else a list of all, each named in itself. */
export function LanguageSwitch() {
  const { t, locale, locales, setLocale } = useCommonWords();
  const [other, ...more] = locales.filter((known) => known !== locale);
  if (other === undefined) return null;
  if (more.length === 0)
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        lang={languageTag(other)}
        onClick={() => setLocale(other)}
      >
        {t('common.language')}
      </Button>
    );
  return (
    <NativeSelect
      variant="filled"
      size="xs"
      styles={{ input: { paddingInline: '6px 24px' } }}
      aria-label={LANGUAGE_LABELS[locale]}
      value={locale}
      onChange={({ currentTarget: { value } }) => isLocale(value) && setLocale(value)}
    >
      {locales.map((known) => (
        <option key={known} value={known} lang={languageTag(known)}>
          {LANGUAGE_NAMES[known]}
        </option>
      ))}
    </NativeSelect>
  );
}
