import './display.css';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { followTill, type Telling } from './device/display.ts';
import { useWords } from './words.ts';

/** The second window of a till, turned to the customer: the amount, and what became of it. */
export function CustomerDisplay() {
  const { t, money, pick, locale, setLocale } = useWords();
  const [told, setTold] = useState<Telling | undefined>(undefined);
  useEffect(() => followTill(setTold), []);
  const wanted = told?.locale;
  useEffect(() => {
    if (wanted !== undefined && wanted !== locale) setLocale(wanted);
  }, [wanted, locale, setLocale]);
  if (told === undefined)
    return (
      <main className="display">
        <h1 className="display-label">{t('display.alone')}</h1>
        <p>{t('display.alone_detail')}</p>
      </main>
    );
  const { brand, shown } = told;
  const amount = 'amount_minor' in shown ? money(shown) : undefined;
  const label = {
    welcome: t('display.welcome'),
    due: t('display.due'),
    checking: t('display.checking'),
    used: t('display.used'),
    reversed: t('display.reversed'),
    refused: t('display.refused'),
  }[shown.at];
  const isDone = shown.at === 'used' || shown.at === 'reversed';
  return (
    <main className="display" aria-live="polite">
      <p className="display-brand">{pick(brand.name_ko, brand.name_en)}</p>
      {isDone && <IconCircleCheck className="done" size={96} aria-hidden />}
      {shown.at === 'refused' && <IconCircleX className="not-done" size={96} aria-hidden />}
      <h1 className="display-label">{label}</h1>
      {amount !== undefined && <p className="display-amount">{amount}</p>}
      {shown.at === 'used' && shown.rest_minor > 0 && (
        <p className="display-rest">
          {t('display.rest', { amount: { amount_minor: shown.rest_minor, currency: shown.currency } })}
        </p>
      )}
    </main>
  );
}
