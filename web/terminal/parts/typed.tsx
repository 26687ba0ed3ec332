import './typed.css';
import { AsYouType } from 'libphonenumber-js/max';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { Pad } from './pad.tsx';
import { Question, Refused } from './question.tsx';

const PHONE_DIGITS_MAX = 15;
const PHONE_DIGITS_MIN = 3;
/** Before the won; other currencies' amounts are typed in their minor unit as well. */
const AMOUNT_DIGITS_MAX = 9;

type Asked = {
  title: string;
  hint?: string | undefined;
  onBack?: (() => void) | undefined;
  /** What was typed is with the server; until it answers, nothing more is taken. */
  busy?: boolean;
  /** Digits are taken, and wait for the line. */
  lineDown?: boolean;
  problem?: unknown;
  children?: React.ReactNode;
};

/** As people write it while they type: `010-1234-5678`. */
export function grouped(phone: string): string {
  return new AsYouType('KR').input(phone);
}

/** Asks for a phone number; a scanned certificate answers as well where it may. */
export function PhoneQuestion({
  start = '',
  onPhone,
  onScan,
  children,
  ...asked
}: Asked & { start?: string; onPhone(phone: string): void; onScan?(certificateNumber: string): void }) {
  const { t } = useWords();
  const [phone, setPhone] = useState(start);
  return (
    <DigitsQuestion {...asked} value={phone} shown={grouped(phone)} more={children}>
      <Pad
        value={phone}
        onChange={setPhone}
        onDone={() => onPhone(phone)}
        digitsMax={PHONE_DIGITS_MAX}
        ready={phone.length >= PHONE_DIGITS_MIN}
        doneLabel={t('terminal.next')}
        busy={asked.busy ?? false}
        lineDown={asked.lineDown ?? false}
        {...(onScan === undefined ? {} : { onScan })}
      />
    </DigitsQuestion>
  );
}

/**
 * Asks for a PIN or a code. A secret one is shown as dots and stands nowhere in the page; what was typed is forgotten as
 * soon as it is handed on.
 */
export function SecretQuestion({
  digits,
  secret = true,
  onSecret,
  children,
  ...asked
}: Asked & { digits: { min: number; max: number }; secret?: boolean; onSecret(secret: string): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const done = () => {
    setTyped('');
    onSecret(typed);
  };
  const shown = secret ? (
    <Dots filled={typed.length} of={digits.max} />
  ) : (
    typed.replace(/(.{5})(?=.)/g, '$1 ')
  );
  return (
    <DigitsQuestion {...asked} value={typed} shown={shown} secret={secret} more={children}>
      <Pad
        value={typed}
        onChange={setTyped}
        onDone={done}
        digitsMax={digits.max}
        ready={typed.length >= digits.min}
        doneLabel={t('terminal.ok')}
        busy={asked.busy ?? false}
        lineDown={asked.lineDown ?? false}
      />
    </DigitsQuestion>
  );
}

/** Asks for an amount of money, in the currency's minor unit. */
export function AmountQuestion({
  currency,
  onAmount,
  children,
  ...asked
}: Asked & { currency: string; onAmount(amount_minor: number): void }) {
  const { t, money } = useWords();
  const [digits, setDigits] = useState('');
  const amount_minor = Number(digits);
  return (
    <DigitsQuestion {...asked} value={digits} shown={money({ amount_minor, currency })} more={children}>
      <Pad
        value={digits}
        onChange={(typed) => setDigits(typed.replace(/^0+/, ''))}
        onDone={() => onAmount(amount_minor)}
        digitsMax={AMOUNT_DIGITS_MAX}
        ready={amount_minor > 0}
        doneLabel={t('terminal.next')}
        busy={asked.busy ?? false}
        lineDown={asked.lineDown ?? false}
      />
    </DigitsQuestion>
  );
}

function DigitsQuestion({
  value,
  shown,
  secret = false,
  more,
  children,
  title,
  hint,
  onBack,
  problem,
}: Asked & { value: string; shown: React.ReactNode; secret?: boolean; more?: React.ReactNode }) {
  const { t } = useWords();
  const said = (
    <>
      <output className="typed" aria-live="polite" data-empty={value === '' || undefined}>
        {value === '' && !secret ? <span className="sr-only">{t('terminal.typed_none')}</span> : shown}
        {secret && <span className="sr-only">{t('terminal.typed_digits', { count: value.length })}</span>}
      </output>
      <Refused problem={value === '' || !secret ? problem : undefined} />
      {more}
    </>
  );
  return (
    <Question title={title} said={said} {...(hint ? { hint } : {})} {...(onBack ? { onBack } : {})}>
      {children}
    </Question>
  );
}

function Dots({ filled, of }: { filled: number; of: number }) {
  return (
    <span className="dots" aria-hidden>
      {Array.from({ length: of }, (_, place) => (
        // The places of a PIN have no other name than their number.
        // biome-ignore lint/suspicious/noArrayIndexKey: said above
        <span key={place} data-filled={place < filled || undefined} />
      ))}
    </span>
  );
}
