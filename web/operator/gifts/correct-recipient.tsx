import { Alert, Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { Dialog } from '../../kit/dialog.tsx';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { PhoneInput } from '../../kit/phone-input.tsx';
import { answered } from '../../kit/problem.ts';
import { ReasonForm } from '../../kit/staff/act.tsx';
import { api } from '../api.ts';
import { useConsoleWords } from '../words.ts';
import { outdatedBy } from './story.ts';

type Typed = { phone: string; name?: string } | { email: string; name: string };

const ask = (order_id: string, body: Typed, headers: { 'idempotency-key': string }) =>
  answered(
    api.PUT('/v1/staff/orders/{order_id}/correction', { params: { path: { order_id } }, body, headers }),
  );
type Found = Awaited<ReturnType<typeof ask>>;

/** Before acceptance: names another recipient, reads the name back, and changes it with a reason. */
export function CorrectRecipient({ orderId }: { orderId: string }) {
  const { t } = useConsoleWords();
  const [opened, setOpened] = useState(false);
  const [found, setFound] = useState<Found>();
  const close = () => {
    setOpened(false);
    setFound(undefined);
  };
  return (
    <>
      <Button size="sm" variant="light" onClick={() => setOpened(true)}>
        {t('acts.correct')}
      </Button>
      <Dialog opened={opened} onClose={close} title={t('acts.correct')}>
        {found === undefined ? (
          <Find orderId={orderId} onFound={setFound} onCancel={close} />
        ) : (
          <Stack gap="sm">
            {found.recycled === true && (
              <Alert color="orange" variant="light" role="alert">
                {t('acts.correct_recycled')}
              </Alert>
            )}
            <ReasonForm
              button={t('acts.correct_confirm')}
              ask={t('acts.correct_found', { name: found.masked_name, address: found.masked_address })}
              hint={t('acts.reason_hint')}
              outdated={outdatedBy(orderId)}
              onCancel={close}
              onDone={() => {
                close();
                notifications.show({ message: t('acts.correct_done') });
              }}
              act={(reason, headers) =>
                answered(
                  api.POST('/v1/staff/orders/{order_id}/correction/confirmation', {
                    params: { path: { order_id: orderId } },
                    body: { read_back_id: found.read_back_id ?? '', reason },
                    headers,
                  }),
                )
              }
            />
          </Stack>
        )}
      </Dialog>
    </>
  );
}

const WAYS = ['phone', 'email'] as const;
type Way = (typeof WAYS)[number];

function Find({
  orderId,
  onFound,
  onCancel,
}: {
  orderId: string;
  onFound: (found: Found) => void;
  onCancel: () => void;
}) {
  const { t } = useConsoleWords();
  const [way, setWay] = useState<Way>('phone');
  const [address, setAddress] = useState('');
  const [name, setName] = useState('');
  const finding = useIdempotentMutation((body: Typed, headers) => ask(orderId, body, headers));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const typedName = name.trim();
    const body: Typed =
      way === 'email'
        ? { email: address.trim(), name: typedName }
        : { phone: address.trim(), ...(typedName === '' ? {} : { name: typedName }) };
    finding.mutate(body, { onSuccess: onFound });
  };
  const choose = (chosen: string) => {
    setWay(WAYS.find((known) => known === chosen) ?? 'phone');
    setAddress('');
  };
  const field = {
    value: address,
    required: true,
    autoComplete: 'off',
    maxLength: 254,
    onChange: ({ currentTarget }: { currentTarget: HTMLInputElement }) => setAddress(currentTarget.value),
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm">{t('acts.correct_ask')}</Text>
        <SegmentedControl
          value={way}
          onChange={choose}
          aria-label={t('acts.correct_by')}
          data={WAYS.map((value) => ({ value, label: t(`acts.correct_${value}`) }))}
          fullWidth
        />
        {way === 'phone' ? (
          <PhoneInput {...field} label={t('acts.correct_phone')} />
        ) : (
          <TextInput {...field} type="email" label={t('acts.correct_email')} />
        )}
        <TextInput
          label={t(way === 'email' ? 'acts.correct_name' : 'acts.correct_name_if_asked')}
          required={way === 'email'}
          value={name}
          maxLength={100}
          autoComplete="off"
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
        <div aria-live="polite">{finding.isError && <ProblemNotice thrown={finding.error} />}</div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
          <Button type="submit" loading={finding.isPending}>
            {t('acts.correct_find')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
