import { useDisplay } from '../device/display.ts';
import { useWords } from '../words.ts';

/** The amount that a sale is about, on the screens where the customer identifies themselves, and on their display. */
export function Due({ amount, currency }: { amount: number; currency: string }) {
  const { t, money, locale } = useWords();
  useDisplay({ at: 'due', amount_minor: amount, currency }, locale);
  return (
    <span className="due">
      {t('till.due')} <strong>{money({ amount_minor: amount, currency })}</strong>
    </span>
  );
}
