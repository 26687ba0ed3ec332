import { type UseFormReturnType, useForm } from '@mantine/form';
import { Problem, useProblemText } from '../../kit/problem.ts';
import { useOfficeWords } from '../words.ts';

export type MemberValues = { member_no: string; name: string; phone: string; email: string };
type Field = keyof MemberValues;

const FIELDS: readonly Field[] = ['member_no', 'name', 'phone', 'email'];

/** The form of a member; refusals are shown at the field they are about. */
export function useMemberForm(initialValues: MemberValues): {
  form: UseFormReturnType<MemberValues>;
  /** Shows a refusal at its field. */
  refuse: (thrown: unknown) => void;
} {
  const { t } = useOfficeWords();
  const problemText = useProblemText();
  const form = useForm({
    initialValues,
    validate: (given) =>
      Object.fromEntries(
        FIELDS.filter((name) => name !== 'email' && given[name].trim() === '').map((name) => [
          name,
          t('common.required'),
        ]),
      ),
  });
  const refuse = (thrown: unknown) => {
    const field = fieldOf(thrown);
    if (field === undefined || !(thrown instanceof Problem)) return;
    const own = { member_no: t('office.member_invalid'), name: t('office.name_invalid') };
    const message =
      thrown.code === 'member_exists'
        ? t('office.member_exists')
        : field === 'member_no' || field === 'name'
          ? own[field]
          : problemText(thrown).detail;
    form.setFieldError(field, message);
    form.getInputNode(field)?.focus();
  };
  return { form, refuse };
}

/** The field that a refusal concerns. */
export function fieldOf(thrown: unknown): Field | undefined {
  if (!(thrown instanceof Problem)) return undefined;
  if (thrown.code === 'phone_number_invalid' || thrown.code === 'member_exists') return 'phone';
  if (thrown.code === 'email_invalid') return 'email';
  if (thrown.code !== 'validation_failed') return undefined;
  // Without a path it is a rule outside the schema: on the format of the number, or else the name.
  return FIELDS.find((name) => thrown.fields.includes(name)) ?? 'member_no';
}
