import { Button, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../notice.tsx';
import type { DocumentKind, StaffApi, StaffRole } from '../staff-api.ts';
import { useStaffWords } from '../words.ts';
import { OWN_BUSINESS } from './business-page.tsx';

type Written<Role extends StaffRole> = {
  staffApi: StaffApi<Role>;
  document: DocumentKind;
  /** The last version; 0 if there is none. */
  after: number;
  onDone: () => void;
};
type Texts = { text_ko: string; text_en: string };
const NO_TEXT: Texts = { text_ko: '', text_en: '' };
const ROWS = 12;

/** Writes a new version, beginning with the text of the last one. */
export function DocumentForm<Role extends StaffRole>(written: Written<Role>) {
  const { staffApi, document, after } = written;
  const last = useQuery({
    queryKey: ['document', document, after],
    queryFn: () => (after === 0 ? NO_TEXT : staffApi.document({ document, version: after })),
  });
  return <Answer of={last}>{(texts) => <Form {...written} texts={texts} />}</Answer>;
}

function Form<Role extends StaffRole>({
  staffApi,
  document,
  after,
  onDone,
  texts,
}: Written<Role> & { texts: Texts }) {
  const { t } = useStaffWords();
  const required = (given: string) => (given.trim() === '' ? t('common.required') : null);
  const form = useForm({
    initialValues: { text_ko: texts.text_ko, text_en: texts.text_en, day: '' },
    validate: { text_ko: required, text_en: required },
  });
  const publishing = useIdempotentMutation(staffApi.publishDocument, [OWN_BUSINESS, ['business']]);
  const submit = form.onSubmit(({ day, ...given }) =>
    publishing.mutate(
      // Past is at once; a day begins at its midnight here.
      {
        document,
        after,
        in_force_at: new Date(day === '' ? '2000-01-01T00:00' : `${day}T00:00`).toISOString(),
        ...given,
      },
      {
        onSuccess: () => {
          notifications.show({ message: t('business_page.done') });
          onDone();
        },
      },
    ),
  );
  return (
    <form noValidate onSubmit={submit}>
      <Stack>
        <Textarea
          label={t('business_page.text_ko')}
          description={t('business_page.text_hint')}
          autosize
          minRows={ROWS}
          maxRows={ROWS}
          lang="ko"
          {...form.getInputProps('text_ko')}
        />
        <Textarea
          label={t('business_page.text_en')}
          autosize
          minRows={ROWS}
          maxRows={ROWS}
          lang="en"
          {...form.getInputProps('text_en')}
        />
        <TextInput
          type="date"
          label={t('business_page.in_force')}
          description={t('business_page.in_force_hint')}
          {...form.getInputProps('day')}
        />
        {publishing.isError && <ProblemNotice thrown={publishing.error} />}
        <Button type="submit" loading={publishing.isPending}>
          {t('business_page.publish')}
        </Button>
      </Stack>
    </form>
  );
}
