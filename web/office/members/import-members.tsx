import { Alert, Anchor, Button, Card, Code, FileButton, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft, IconCheck, IconFileTypeCsv } from '@tabler/icons-react';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { Figure } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { Figures } from '../parts.tsx';
import { useOfficeWords } from '../words.ts';

/** The raw bytes: the server finds out in which encoding they are. */
const send = (file: File, preview: boolean) =>
  answered(
    api.POST('/v1/office/members/imports', {
      params: { query: { preview } },
      body: '',
      bodySerializer: () => file,
      headers: { 'content-type': 'text/csv' },
    }),
  );
type Report = Awaited<ReturnType<typeof send>>;

const LINE_PROBLEMS = [
  'validation_failed',
  'name_invalid',
  'cell_count',
  'phone_number_invalid',
  'email_invalid',
  'member_exists',
  'member_left',
] as const;
/** What is wrong with the file as a whole, at one of its columns. */
const COLUMN_PROBLEMS = ['missing', 'repeated'] as const;

export function ImportMembers() {
  const { t } = useOfficeWords();
  const go = useNavigate();
  const [file, setFile] = useState<File>();
  const looking = useIdempotentMutation((chosen: File) => send(chosen, true));
  const taking = useIdempotentMutation((chosen: File) => send(chosen, false), [['members']]);
  const choose = (chosen: File | null) => {
    if (chosen === null) return;
    setFile(chosen);
    taking.reset();
    looking.mutate(chosen);
  };
  const take = (chosen: File) =>
    taking.mutate(chosen, {
      onSuccess: ({ added, changed }) => {
        notifications.show({ message: t('office.import_done', { added, changed }) });
        go('/office/members');
      },
    });
  const isShown = looking.isPending || looking.data !== undefined;
  return (
    <StaffPage
      title={t('office.import_title')}
      intro={
        <Anchor component={Link} to="/office/members" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('office.members')}
        </Anchor>
      }
    >
      <Card withBorder padding="lg">
        <Stack align="flex-start">
          <Text>{t('office.import_intro')}</Text>
          <Text size="sm" c="dimmed">
            {t('office.import_form')}
          </Text>
          <Code block w="100%" ff="inherit" style={{ whiteSpace: 'pre-wrap' }}>
            {'member_no,name,phone,email\nH-1001,홍길동,010-1234-5678,gildong@example.com'}
          </Code>
          <Group>
            <FileButton
              onChange={choose}
              accept=".csv,text/csv"
              inputProps={{ 'aria-hidden': true, tabIndex: -1 }}
            >
              {(props) => (
                <Button
                  {...props}
                  variant={file === undefined ? 'filled' : 'default'}
                  leftSection={<IconFileTypeCsv size={18} aria-hidden />}
                >
                  {t(file === undefined ? 'office.import_choose' : 'office.import_other')}
                </Button>
              )}
            </FileButton>
            {file && <Text size="sm">{t('office.import_file', { name: file.name })}</Text>}
          </Group>
        </Stack>
      </Card>
      <Stack aria-live="polite" gap="lg">
        {looking.isError && <ProblemNotice thrown={looking.error} />}
        {taking.isError && <ProblemNotice thrown={taking.error} />}
        {isShown && file && (
          <Answer of={{ ...looking, refetch: () => looking.mutate(file) }} height={160}>
            {(report) => <Preview of={report} isTaking={taking.isPending} onTake={() => take(file)} />}
          </Answer>
        )}
      </Stack>
    </StaffPage>
  );
}

function Preview({ of, isTaking, onTake }: { of: Report; isTaking: boolean; onTake: () => void }) {
  const { t } = useOfficeWords();
  const isRight = of.errors_total === 0;
  return (
    <>
      <Figures>
        <Figure label={t('office.import_lines')} value={of.lines} />
        <Figure label={t('office.import_added')} value={of.added} />
        <Figure label={t('office.import_changed')} value={of.changed} />
        <Figure label={t('office.import_wrong')} value={of.errors_total} />
      </Figures>
      {isRight ? (
        <Alert color="teal" variant="light" icon={<IconCheck aria-hidden />} title={t('office.import_right')}>
          <Button onClick={onTake} loading={isTaking}>
            {t('office.import_take', { count: of.lines })}
          </Button>
        </Alert>
      ) : (
        <>
          <Alert color="orange" variant="light" title={t('office.import_refused')}>
            {t('office.import_refused_detail')}{' '}
            {of.errors.length < of.errors_total &&
              t('office.import_more', { shown: of.errors.length, total: of.errors_total })}
          </Alert>
          <Rows<Report['errors'][number]>
            rows={of.errors}
            label={t('office.import_wrong')}
            keyOf={({ line, column = '', code }) => `${line} ${column} ${code}`}
            columns={[
              { head: t('office.import_line'), cell: ({ line }) => line },
              {
                head: t('office.import_problem'),
                cell: ({ code, column }) => {
                  const ofColumn = COLUMN_PROBLEMS.find((one) => one === code);
                  if (ofColumn !== undefined) return t(`office.line.${ofColumn}`, { column: column ?? '' });
                  const known = LINE_PROBLEMS.find((one) => one === code);
                  return known === undefined ? code : t(`office.line.${known}`);
                },
              },
            ]}
          />
        </>
      )}
    </>
  );
}
