import { Button, Card, FileButton, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { paths } from '../api/settlement.gen.ts';
import { useIdempotentMutation } from '../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../kit/notice.tsx';
import { answered } from '../kit/problem.ts';
import { Ask } from '../kit/staff/ask.tsx';
import { NothingHere } from '../kit/staff/figures.tsx';
import { useList } from '../kit/staff/list.ts';
import { StaffPage } from '../kit/staff/page.tsx';
import { useStaff } from '../kit/staff/session.tsx';
import { type Column, ListOf } from '../kit/staff/table.tsx';
import { api } from './api.ts';
import { useSettlementWords } from './words.ts';

/** A job puts payouts together in a file once they are approved. */
const LOOK_MS = 10_000;

type BankFile =
  paths['/v1/staff/bank-files']['get']['responses'][200]['content']['application/json']['files'][number];

/** Those that files can come from. */
function useBanks(): readonly string[] {
  const query = { direction: 'to_bank' as const, limit: 1 };
  const known = useQuery({
    queryKey: ['bank-files', 'banks'],
    queryFn: () => answered(api.GET('/v1/staff/bank-files', { params: { query } })),
  });
  return known.data?.banks ?? [];
}

/** Files to take to banks, and what they answer. */
export function BankFiles() {
  const { t, dateTime } = useSettlementWords();
  const { may } = useStaff();
  const banks = useBanks();
  const list = useList(
    ['bank-files'],
    ({ file_id }: BankFile) => file_id,
    async ({ cursor, limit }) => {
      const query = {
        direction: 'to_bank' as const,
        limit,
        ...(cursor === undefined ? {} : { before: cursor }),
      };
      const { files } = await answered(api.GET('/v1/staff/bank-files', { params: { query } }));
      return files;
    },
    { every_ms: LOOK_MS },
  );
  const columns: Column<BankFile>[] = [
    { head: t('files.file'), cell: ({ name }) => name },
    { head: t('files.bank'), cell: ({ bank }) => bank },
    { head: t('files.at'), cell: ({ created_at }) => dateTime(created_at) },
    {
      head: t('files.taken'),
      cell: ({ taken_at }) => (taken_at === null ? t('files.not_taken') : dateTime(taken_at)),
    },
    { head: t('payouts.do'), cell: (file) => (may('treasurer') ? <Carry file={file} /> : '—') },
  ];
  return (
    <StaffPage title={t('files.title')} intro={t('files.intro')}>
      {may('treasurer') && banks.length > 0 && <FromBank banks={banks} />}
      <ListOf
        of={list}
        label={t('files.title')}
        columns={columns}
        keyOf={({ file_id }) => file_id}
        empty={<NothingHere title={t('files.none')}>{t('files.none_detail')}</NothingHere>}
      />
    </StaffPage>
  );
}

function Carry({ file: { file_id, name, taken_at } }: { file: BankFile }) {
  const { t } = useSettlementWords();
  return (
    <Group gap={6} wrap="nowrap">
      <Button
        component="a"
        href={`/v1/staff/bank-files/${file_id}`}
        download
        size="xs"
        variant="default"
        aria-label={`${t('files.download')}: ${name}`}
        leftSection={<IconDownload size={14} aria-hidden />}
      >
        {t('files.download')}
      </Button>
      {taken_at === null && (
        <Ask
          label={t('files.take')}
          of={name}
          title={t('files.take_title')}
          question={t('files.take_ask', { name })}
          act={(headers) =>
            answered(
              api.POST('/v1/staff/bank-files/{file_id}/taken', { params: { path: { file_id } }, headers }),
            )
          }
          outdated={[['bank-files'], ['payouts']]}
          done={() => t('files.take_done')}
        />
      )}
    </Group>
  );
}

/** The raw bytes of a file from a bank: the server reads them. */
function FromBank({ banks }: { banks: readonly string[] }) {
  const { t } = useSettlementWords();
  const [bank, setBank] = useState(banks[0] ?? '');
  const putting = useIdempotentMutation(
    ({ from, file }: { from: string; file: File }, headers) =>
      answered(
        api.POST('/v1/staff/bank-files', {
          params: { query: { bank: from } },
          body: '',
          bodySerializer: () => file,
          headers: { ...headers, 'content-type': 'application/xml' },
        }),
      ),
    [['payouts'], ['failing-work']],
  );
  const put = (file: File | null) => {
    if (file === null) return;
    putting.mutate(
      { from: bank, file },
      {
        onSuccess: ({ reports }) =>
          notifications.show({ message: t('files.upload_done', { count: reports }) }),
      },
    );
  };
  return (
    <Card withBorder padding="lg" maw={560}>
      <Stack>
        <NativeSelect
          label={t('files.bank')}
          value={bank}
          data={[...banks]}
          onChange={({ currentTarget }) => setBank(currentTarget.value)}
        />
        <Group>
          <FileButton onChange={put} accept=".xml,application/xml,text/xml">
            {(button) => (
              <Button {...button} loading={putting.isPending}>
                {t('files.upload')}
              </Button>
            )}
          </FileButton>
          <Text size="sm" c="dimmed">
            {t('files.upload_hint')}
          </Text>
        </Group>
        {putting.isError && <ProblemNotice thrown={putting.error} />}
      </Stack>
    </Card>
  );
}
