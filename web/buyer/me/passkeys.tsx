import { Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconFingerprint } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { canUsePasskeys, isDismissed } from '../../kit/passkeys.ts';
import { answered } from '../../kit/problem.ts';
import { api } from '../api.ts';
import { WithAction } from '../parts.tsx';
import { createPasskey } from '../passkeys.ts';
import { useWords } from '../words.ts';

const PASSKEYS = ['passkeys'] as const;
type Passkey = { passkey_id: string; name: string; created_at: string; last_used_at?: string };

/** The member's passkeys: log-in by fingerprint, face or device code. */
export function Passkeys() {
  const { t } = useWords();
  const passkeys = useQuery({
    queryKey: PASSKEYS,
    queryFn: () => answered(api.GET('/v1/members/me/passkeys')),
  });
  return (
    <Stack gap="sm">
      <Text fz="sm" c="dimmed">
        {t('me.passkeys_what')}
      </Text>
      <Answer of={passkeys} height={60}>
        {({ passkeys: known }) =>
          known.map((passkey) => <PasskeyRow key={passkey.passkey_id} passkey={passkey} />)
        }
      </Answer>
      {canUsePasskeys() ? <AddPasskey /> : <Text fz="sm">{t('me.passkeys_not_here')}</Text>}
    </Stack>
  );
}

function AddPasskey() {
  const { t, date } = useWords();
  const add = useIdempotentMutation(
    (_: undefined) => createPasskey(t('me.passkey_name', { on: date(new Date()) })),
    [PASSKEYS],
  );
  const isWrong = add.isError && !isDismissed(add.error);
  return (
    <Stack gap="sm" align="flex-start">
      {isWrong && <ProblemNotice thrown={add.error} />}
      <Button
        variant="light"
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={add.isPending}
        onClick={() =>
          add.mutate(undefined, {
            onSuccess: () => notifications.show({ message: t('me.passkey_added'), color: 'teal' }),
          })
        }
      >
        {t('me.add_passkey')}
      </Button>
    </Stack>
  );
}

function PasskeyRow({ passkey }: { passkey: Passkey }) {
  const { t } = useWords();
  const { passkey_id, name, last_used_at } = passkey;
  const remove = useIdempotentMutation(
    (_: undefined) =>
      answered(api.DELETE('/v1/members/me/passkeys/{passkey_id}', { params: { path: { passkey_id } } })),
    [PASSKEYS],
  );
  return (
    <>
      <WithAction
        action={
          <Button
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('me.remove_card', { card: name })}
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(undefined, { onSuccess: () => notifications.show({ message: t('me.removed') }) })
            }
          >
            {t('me.remove')}
          </Button>
        }
      >
        <Text>{name}</Text>
        <Text fz="sm" c="dimmed">
          {last_used_at === undefined ? t('me.passkey_not_used') : t('me.passkey_used', { at: last_used_at })}
        </Text>
      </WithAction>
      {remove.isError && <ProblemNotice thrown={remove.error} />}
    </>
  );
}
