import { useState } from 'react';
import { Problem } from '../../kit/problem.ts';
import { useTerminal } from '../device/terminal.tsx';
import { useWords } from '../words.ts';
import { SecretQuestion } from './digits.tsx';

/** A new PIN, typed twice. */
export function NewPin({
  title,
  hint,
  digits,
  busy,
  problem,
  onPin,
}: {
  title: string;
  hint: string;
  digits: { min: number; max: number };
  busy: boolean;
  /** Why the last one was refused. */
  problem: unknown;
  onPin(pin: string): void;
}) {
  const { t } = useWords();
  const { online } = useTerminal();
  const [pin, setPin] = useState<string | undefined>(undefined);
  const [differs, setDiffers] = useState(false);
  if (pin === undefined) {
    const mismatch = differs
      ? new Problem({ code: 'pin_differs', title: t('terminal.new_pin_differs') })
      : undefined;
    return (
      <SecretQuestion
        key="pin"
        title={title}
        hint={hint}
        digits={digits}
        busy={busy}
        problem={mismatch ?? problem}
        onSecret={(typed) => {
          setDiffers(false);
          setPin(typed);
        }}
      />
    );
  }
  return (
    <SecretQuestion
      key="again"
      title={t('terminal.new_pin_again')}
      hint={t('terminal.new_pin_again_hint')}
      digits={digits}
      offline={!online}
      onBack={() => setPin(undefined)}
      onSecret={(repeated) => {
        setPin(undefined);
        if (repeated === pin) onPin(pin);
        else setDiffers(true);
      }}
    />
  );
}
