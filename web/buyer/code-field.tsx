import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { parseCode } from '../../kit/typed/code.ts';

type CodeFieldProps = {
  label: ReactNode;
  value: string;
  onChange: (code: string) => void;
  error?: ReactNode;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** The code of a text that was pasted with it, or the digits typed so far. */
function digitsOf(typed: string): string {
  const code = parseCode(typed);
  return code.ok ? code.value : typed.normalize('NFKC').replace(/\D/g, '');
}

/** A field for a six-digit verification code. */
export function CodeField({ onChange, ...field }: CodeFieldProps) {
  return (
    <TextInput
      size="md"
      inputMode="numeric"
      autoComplete="one-time-code"
      styles={{ input: { letterSpacing: '0.35em', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => onChange(digitsOf(event.currentTarget.value))}
      {...field}
    />
  );
}
