import './digits.css';
import { AsYouType } from 'libphonenumber-js/max';
import { useState } from 'react';
import { useWords } from '../words.ts';
import { BADGE_DIGITS, Pad } from './pad.tsx';
import { Question, Refused } from './question.tsx';

const PHONE_DIGITS_MAX = 15;
const PHONE_DIGITS_MIN = 3;
const CLERK_DIGITS_MAX = 9;
/** Amounts are typed in the currency's minor unit. */
const AMOUNT_DIGITS_MAX = 9;

type QuestionProps = {
  title: string;
  hint?: React.ReactNode;
  onBack?: (() => void) | undefined;
  /** A request is under way; no more digits are accepted. */
  busy?: boolean;
  /** Digits are accepted, but not submitted. */
  offline?: boolean;
  problem?: unknown;
  children?: React.ReactNode;
};

/** Formats a number while it is typed: `010-1234-5678`. */
export function formatAsTyped(phone: string): string {
  return new AsYouType('KR').input(phone);
}

/** Asks for a phone number; where `onScan` is given, a scanned certificate will do. */
export function PhoneQuestion({
  start = '',
  onPhone,
  onScan,
  children,
  ...question
}: QuestionProps & {
  start?: string;
  onPhone(phone: string): void;
  onScan?(certificateNumber: string): void;
}) {
  const { t } = useWords();
  const [phone, setPhone] = useState(start);
  return (
    <DigitsQuestion {...question} value={phone} shown={formatAsTyped(phone)} more={children}>
      <Pad
        value={phone}
        onChange={setPhone}
        onDone={() => onPhone(phone)}
        digitsMax={PHONE_DIGITS_MAX}
        ready={phone.length >= PHONE_DIGITS_MIN}
        doneLabel={t('terminal.next')}
        busy={question.busy ?? false}
        offline={question.offline ?? false}
        {...(onScan === undefined ? {} : { onScan })}
      />
    </DigitsQuestion>
  );
}

/**
 * Asks for a PIN or a code. A secret is shown as dots, is nowhere in the DOM, and is cleared as soon as it is submitted.
 */
export function SecretQuestion({
  digits,
  secret = true,
  onSecret,
  children,
  ...question
}: QuestionProps & {
  digits: { min: number; max: number };
  secret?: boolean;
  onSecret(secret: string): void;
}) {
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
    <DigitsQuestion {...question} value={typed} shown={shown} secret={secret} more={children}>
      <Pad
        value={typed}
        onChange={setTyped}
        onDone={done}
        digitsMax={digits.max}
        ready={typed.length >= digits.min}
        doneLabel={t('terminal.ok')}
        busy={question.busy ?? false}
        offline={question.offline ?? false}
      />
    </DigitsQuestion>
  );
}

/** Asks for a clerk's number, or for their badge. */
export function ClerkNumberQuestion({
  onNumber,
  onBadge,
  children,
  ...question
}: QuestionProps & { onNumber(clerkNumber: number): void; onBadge(badge: string): void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  return (
    <DigitsQuestion {...question} value={typed} shown={typed} more={children}>
      <Pad
        value={typed}
        onChange={(digits) => setTyped(digits.replace(/^0+/, ''))}
        onDone={() => onNumber(Number(typed))}
        digitsMax={CLERK_DIGITS_MAX}
        ready={typed !== ''}
        doneLabel={t('terminal.next')}
        busy={question.busy ?? false}
        offline={question.offline ?? false}
        onScan={onBadge}
        scanDigits={BADGE_DIGITS}
      />
    </DigitsQuestion>
  );
}

/** Asks for an amount of money, in the currency's minor unit; no more than `max_minor`. */
export function AmountQuestion({
  currency,
  max_minor = Number.POSITIVE_INFINITY,
  onAmount,
  children,
  ...question
}: QuestionProps & { currency: string; max_minor?: number; onAmount(amount_minor: number): void }) {
  const { t, money } = useWords();
  const [digits, setDigits] = useState('');
  const amount_minor = Number(digits);
  return (
    <DigitsQuestion
      {...question}
      value={digits}
      shown={<span className="figure">{money({ amount_minor, currency })}</span>}
      more={children}
    >
      <Pad
        zeros
        value={digits}
        onChange={(typed) => setDigits(typed.replace(/^0+/, ''))}
        onDone={() => onAmount(amount_minor)}
        digitsMax={AMOUNT_DIGITS_MAX}
        ready={amount_minor > 0 && amount_minor <= max_minor}
        doneLabel={t('terminal.next')}
        busy={question.busy ?? false}
        offline={question.offline ?? false}
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
}: QuestionProps & { value: string; shown: React.ReactNode; secret?: boolean; more?: React.ReactNode }) {
  const { t } = useWords();
  const details = (
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
    <Question title={title} details={details} {...(hint ? { hint } : {})} {...(onBack ? { onBack } : {})}>
      {children}
    </Question>
  );
}

function Dots({ filled, of }: { filled: number; of: number }) {
  return (
    <span className="dots" aria-hidden>
      {Array.from({ length: of }, (_, place) => (
        // The positions of a PIN have no other key than their index.
        // biome-ignore lint/suspicious/noArrayIndexKey: said above
        <span key={place} data-filled={place < filled || undefined} />
      ))}
    </span>
  );
}
