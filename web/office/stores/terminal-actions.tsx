import { Button, Card, CopyButton, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

type Named = { terminal_id: string; name: string };

/** Creates a one-time code and shows it until the dialog is closed. It cannot be shown again. */
export function EnrolmentCode({ terminal: { terminal_id } }: { terminal: Named }) {
  const { t } = useOfficeWords();
  const making = useIdempotentMutation((id: string, headers: IdempotencyHeaders) =>
    answered(
      api.POST('/v1/office/terminals/{terminal_id}/enrolment-codes', {
        params: { path: { terminal_id: id } },
        headers,
      }),
    ),
  );
  if (making.data === undefined)
    return (
      <Stack>
        <Text>{t('office.code_replaces')}</Text>
        {making.isError && <ProblemNotice thrown={making.error} />}
        <Button data-autofocus loading={making.isPending} onClick={() => making.mutate(terminal_id)}>
          {t('office.code_ask')}
        </Button>
      </Stack>
    );
  const { enrolment_code, expires_at } = making.data;
  return (
    <Stack aria-live="polite">
      <Text>{t('office.code_detail')}</Text>
      <Card withBorder padding="lg">
        <Text ta="center" fz={{ base: 32, sm: 40 }} fw={700} className="amount" lh={1.3}>
          {inGroups(enrolment_code)}
        </Text>
        <Text ta="center" size="sm" c="dimmed">
          {t('office.code_until', { at: expires_at })}
        </Text>
      </Card>
      <CopyButton value={enrolment_code}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'office.code_copied' : 'office.code_copy')}
          </Button>
        )}
      </CopyButton>
    </Stack>
  );
}

export function BlockTerminal({
  terminal: { terminal_id, name },
  onDone,
}: {
  terminal: Named;
  onDone: () => void;
}) {
  const { t } = useOfficeWords();
  const blocking = useIdempotentMutation(
    (id: string, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/terminals/{terminal_id}/block', {
          params: { path: { terminal_id: id } },
          headers,
        }),
      ),
    [['terminals']],
  );
  const block = () =>
    blocking.mutate(terminal_id, {
      onSuccess: () => {
        notifications.show({ message: t('office.block_done', { name }) });
        onDone();
      },
    });
  return (
    <Stack>
      <Text>{t('office.block_detail', { name })}</Text>
      {blocking.isError && <ProblemNotice thrown={blocking.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={blocking.isPending} onClick={block}>
          {t('office.block')}
        </Button>
      </Group>
    </Stack>
  );
}

/** `2468013579` as `246 801 3579`, easier to read out. */
function inGroups(code: string): string {
  return code.replace(/^(\d{3})(\d{3})(\d+)$/, '$1 $2 $3');
}
