import { TextInput } from '@mantine/core';
import type { ReactNode, Ref } from 'react';

type CodeFieldProps = {
  label: ReactNode;
  value: string;
  onChange: (code: string) => void;
  error?: ReactNode;
  disabled?: boolean;
  ref?: Ref<HTMLInputElement>;
};

/** A field for a six-digit verification code. */
export function CodeField({ onChange, ...field }: CodeFieldProps) {
  return (
    <TextInput
      size="md"
      inputMode="numeric"
      autoComplete="one-time-code"
      styles={{ input: { letterSpacing: '0.35em', fontVariantNumeric: 'tabular-nums' } }}
      onChange={(event) => onChange(event.currentTarget.value.normalize('NFKC').replace(/\D/g, ''))}
      {...field}
    />
  );
}
