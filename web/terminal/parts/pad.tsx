import './pad.css';
import { IconBackspace } from '@tabler/icons-react';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useWords } from '../words.ts';

type PadProps = {
  value: string;
  onChange(value: string): void;
  onDone(): void;
  digitsMax: number;
  doneLabel: string;
  /** Whether the input could be complete; the done key is disabled until then. */
  ready: boolean;
  busy?: boolean;
  offline?: boolean;
  /** Whether there are keys for two and three zeros, as amounts have them. */
  zeros?: boolean;
  /** Called when a hand scanner types as many digits as `scanDigits`. */
  onScan?(scanned: string): void;
  scanDigits?: number;
};

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
/** A certificate's number. Phone numbers are shorter (E.164 allows 15 digits), so no timing is needed to tell them apart. */
export const CERTIFICATE_DIGITS = 16;
/** A clerk's badge. */
export const BADGE_DIGITS = 30;

/** Big number keys. A keyboard works too, and so does a hand scanner, which types and ends with Enter. */
export function Pad({
  value,
  onChange,
  onDone,
  digitsMax,
  doneLabel,
  ready,
  busy,
  offline,
  zeros = false,
  onScan,
  scanDigits = CERTIFICATE_DIGITS,
}: PadProps) {
  const { t } = useWords();
  const typed = useRef('');
  const mayAsk = !busy && !offline;

  const press = (digits: string) => {
    if (!busy && value.length + digits.length <= digitsMax) onChange(value + digits);
  };
  const done = () => {
    if (ready && mayAsk) onDone();
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    // Full-width from an input method.
    const key = event.key.normalize('NFKC');
    if (/^[0-9]$/.test(key)) {
      typed.current = (typed.current + key).slice(-32);
      press(key);
    } else if (event.key === 'Backspace') {
      typed.current = '';
      if (!busy) onChange(value.slice(0, -1));
    } else if (event.key === 'Enter') {
      const scanned = typed.current.length < scanDigits ? undefined : typed.current.slice(-scanDigits);
      typed.current = '';
      if (scanned !== undefined && onScan !== undefined) {
        event.preventDefault();
        if (mayAsk) onScan(scanned);
      } else if (!(event.target instanceof HTMLButtonElement)) done();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    // In the capture phase: a scanner's Enter must not press the focused button.
    addEventListener('keydown', listen, true);
    return () => removeEventListener('keydown', listen, true);
  }, []);

  const erase = (
    <Key
      label={<IconBackspace size={34} aria-hidden />}
      name={t('terminal.erase')}
      onPress={() => onChange(value.slice(0, -1))}
    />
  );
  return (
    <div className={zeros ? 'pad zeros' : 'pad'}>
      {KEYS.map((digit) => (
        <Key key={digit} label={digit} onPress={() => press(digit)} />
      ))}
      {zeros ? <Key label="00" onPress={() => press('00')} /> : erase}
      <Key label="0" onPress={() => press('0')} />
      {zeros && <Key label="000" onPress={() => press('000')} />}
      {zeros && erase}
      <button type="button" className="key key-done" disabled={!ready || !mayAsk} onClick={done}>
        {doneLabel}
      </button>
    </div>
  );
}

function Key({ label, name, onPress }: { label: React.ReactNode; name?: string; onPress(): void }) {
  return (
    <button type="button" className="key" {...(name ? { 'aria-label': name } : {})} onClick={onPress}>
      {label}
    </button>
  );
}
