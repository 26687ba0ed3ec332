import type { UseFormReturnType } from '@mantine/form';
import { useState } from 'react';
import { Problem } from '../kit/problem.ts';
import { useWords } from './words.ts';

/**
 * Shows a refusal at the field that it is about and focuses it; a refusal about no field is returned as `notice`.
 * `fieldOfCode` maps refusal codes to fields.
 */
export function useRefusals<Values extends Record<string, unknown>>(
  form: UseFormReturnType<Values>,
  fieldOfCode: Readonly<Record<string, keyof Values & string>> = {},
) {
  const { t } = useWords();
  const [notice, setNotice] = useState<unknown>(undefined);
  function refused(thrown: unknown): void {
    const wrong = wrongFields(thrown, fieldOfCode, t('door.check_field')).filter(
      ([field]) => field in form.getValues(),
    );
    for (const [field, text] of wrong) form.setFieldError(field, text);
    const first = wrong[0]?.[0];
    if (first === undefined) setNotice(thrown);
    // After the error is rendered, so that a screen reader reads it with the field.
    else setTimeout(() => form.getInputNode(first)?.focus());
  }
  return { notice, refused, clear: () => setNotice(undefined) };
}

function wrongFields(
  thrown: unknown,
  fieldOfCode: Readonly<Record<string, string>>,
  checkThis: string,
): [field: string, text: string][] {
  if (!(thrown instanceof Problem)) return [];
  const field = fieldOfCode[thrown.code];
  if (field !== undefined) return [[field, thrown.detail]];
  return thrown.code === 'validation_failed' ? thrown.fields.map((name) => [name, checkThis]) : [];
}

/** Focuses the first field that failed Mantine's own validation. */
export function focusFirst(form: { getInputNode(path: string): HTMLElement | null }) {
  return (errors: Record<string, unknown>) => {
    const [first] = Object.keys(errors);
    if (first !== undefined) form.getInputNode(first)?.focus();
  };
}
