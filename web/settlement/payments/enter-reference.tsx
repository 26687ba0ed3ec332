import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDatabaseImport } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { useStaff } from '../../kit/staff/session.tsx';
import { api } from '../api.ts';
import { useSettlementWords } from '../words.ts';

/** A payment whose name at its provider was lost in a restore can't be refunded until somebody enters it. */
export function EnterReference({ paymentId, provider }: { paymentId: string; provider: string }) {
  const { t } = useSettlementWords();
  const { may } = useStaff();
  const [reference, setReference] = useState('');
  const [isMissing, setMissing] = useState(false);
  const entering = useIdempotentMutation(
    (acquirer_reference: string, headers) =>
      answered(
        api.POST('/v1/staff/payments/{payment_id}/acquirer-reference', {
          params: { path: { payment_id: paymentId } },
          body: { acquirer_reference },
          headers,
        }),
      ),
    [['payment', paymentId]],
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = reference.trim();
    setMissing(given === '');
    if (given === '') return;
    entering.mutate(given, {
      onSuccess: () => notifications.show({ message: t('payments.reference_entered') }),
    });
  };
  return (
    <Alert
      color="orange"
      variant="light"
      icon={<IconDatabaseImport aria-hidden />}
      title={t('payments.reference_lost')}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{t('payments.reference_lost_detail', { provider })}</Text>
          {may('treasurer') && (
            <>
              <TextInput
                label={t('payments.reference')}
                error={isMissing && t('payments.reference_missing')}
                value={reference}
                maxLength={200}
                onChange={({ currentTarget }) => setReference(currentTarget.value)}
              />
              <div aria-live="polite">{entering.isError && <ProblemNotice thrown={entering.error} />}</div>
              <Group>
                <Button type="submit" loading={entering.isPending}>
                  {t('payments.reference_enter')}
                </Button>
              </Group>
            </>
          )}
        </Stack>
      </form>
    </Alert>
  );
}
