import './badge.css';
import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef } from 'react';
import { drawCode } from '../../kit/draw-code.ts';
import { type IdempotencyHeaders, useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { useOfficeWords } from '../words.ts';

type Named = { clerk_id: string; name: string };

/** Makes a first PIN and shows it until the dialog is closed. It can't be shown again. */
export function FirstPin({ clerk: { clerk_id } }: { clerk: Named }) {
  const { t } = useOfficeWords();
  const making = useIdempotentMutation(
    (id: string, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/clerks/{clerk_id}/first-pins', { params: { path: { clerk_id: id } }, headers }),
      ),
    [['clerks']],
  );
  if (making.data === undefined)
    return (
      <Stack>
        <Text>{t('office.clerk_pin_what')}</Text>
        {making.isError && <ProblemNotice thrown={making.error} />}
        <Button data-autofocus loading={making.isPending} onClick={() => making.mutate(clerk_id)}>
          {t('office.clerk_pin_ask')}
        </Button>
      </Stack>
    );
  const { first_pin, expires_at } = making.data;
  return (
    <Stack aria-live="polite">
      <Text>{t('office.clerk_pin_detail')}</Text>
      <Card withBorder padding="lg">
        <Text ta="center" fz={{ base: 32, sm: 40 }} fw={700} className="amount" lh={1.3}>
          {first_pin.replace(/^(\d{3})(\d+)$/, '$1 $2')}
        </Text>
        <Text ta="center" size="sm" c="dimmed">
          {t('office.code_until', { at: expires_at })}
        </Text>
      </Card>
    </Stack>
  );
}

/** Makes a badge and shows it to be printed. It can't be shown again. */
export function NewBadge({ clerk: { clerk_id, name } }: { clerk: Named }) {
  const { t } = useOfficeWords();
  const making = useIdempotentMutation(
    (id: string, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/clerks/{clerk_id}/badges', { params: { path: { clerk_id: id } }, headers }),
      ),
    [['clerks']],
  );
  if (making.data === undefined)
    return (
      <Stack>
        <Text>{t('office.clerk_badge_what')}</Text>
        {making.isError && <ProblemNotice thrown={making.error} />}
        <Button data-autofocus loading={making.isPending} onClick={() => making.mutate(clerk_id)}>
          {t('office.clerk_badge_ask')}
        </Button>
      </Stack>
    );
  return (
    <Stack aria-live="polite">
      <Text>{t('office.clerk_badge_detail')}</Text>
      <Card withBorder padding="lg" className="clerk-badge">
        <BadgeCode badge={making.data.badge} label={t('office.clerk_badge_code')} />
        <Text ta="center" fw={700} fz="lg">
          {name}
        </Text>
      </Card>
      <Button onClick={() => window.print()}>{t('office.clerk_badge_print')}</Button>
    </Stack>
  );
}

function BadgeCode({ badge, label }: { badge: string; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) void drawCode(canvas.current, 'qrcode', badge, 6);
  }, [badge]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

export function RemoveClerk({ clerk: { clerk_id, name }, onDone }: { clerk: Named; onDone: () => void }) {
  const { t } = useOfficeWords();
  const removing = useIdempotentMutation(
    (id: string, headers: IdempotencyHeaders) =>
      answered(
        api.POST('/v1/office/clerks/{clerk_id}/departure', { params: { path: { clerk_id: id } }, headers }),
      ),
    [['clerks']],
  );
  const remove = () =>
    removing.mutate(clerk_id, {
      onSuccess: () => {
        notifications.show({ message: t('office.clerk_remove_done', { name }) });
        onDone();
      },
    });
  return (
    <Stack>
      <Text>{t('office.clerk_remove_what', { name })}</Text>
      {removing.isError && <ProblemNotice thrown={removing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={removing.isPending} onClick={remove}>
          {t('office.clerk_remove_make')}
        </Button>
      </Group>
    </Stack>
  );
}
