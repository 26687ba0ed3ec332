import { PasswordInput, type PasswordInputProps } from '@mantine/core';
import { useId } from 'react';
import { useWords } from './words.ts';

/** A password field. Mantine's own does not announce its error and description to screen readers. */
export function SecretField({ description, error, ...field }: PasswordInputProps) {
  const { t } = useWords();
  const id = useId();
  const isWrong = Boolean(error);
  const describedBy = [description ? `${id}-description` : '', isWrong ? `${id}-error` : ''].filter(Boolean);
  return (
    <PasswordInput
      size="md"
      visibilityToggleButtonProps={{ 'aria-label': t('common.show_password') }}
      {...field}
      id={id}
      description={description}
      error={error}
      aria-invalid={isWrong}
      {...(describedBy.length > 0 ? { 'aria-describedby': describedBy.join(' ') } : {})}
    />
  );
}
