import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type ReceivedGift } from '../api.ts';
import { cardPicture } from '../pictures.ts';
import { useWords } from '../words.ts';
import { StateBadge } from './state.tsx';

/** One gift that the member was sent: from whom, what it is, and where it goes on. */
export function ReceivedRow({ gift }: { gift: ReceivedGift }) {
  const { t, money, pick } = useWords();
  const { shop, sender_name, gift_state, certificate_url } = gift;
  return (
    <Paper withBorder radius="lg" p="md">
      <Stack gap="sm">
        <Group wrap="nowrap" gap="md" align="flex-start">
          <img
            src={cardPicture(gift.card_design)}
            alt=""
            width={80}
            height={45}
            style={{ borderRadius: 8, objectFit: 'cover', flexShrink: 0 }}
          />
          <Stack gap={2} miw={0} flex={1}>
            <Group justify="space-between" gap="xs">
              <Text fw={700} style={{ overflowWrap: 'anywhere' }}>
                {t('received.from', { name: sender_name })}
              </Text>
              {gift_state !== undefined && <StateBadge state={gift_state} />}
            </Group>
            <Text fz="sm">
              {pick(shop.name_ko, shop.name_en)} · {money(gift)}
            </Text>
            <Text fz="sm" c="dimmed">
              {whenOf(t, gift)}
            </Text>
          </Stack>
        </Group>
        {gift_state === 'waiting' && <AcceptButton gift={gift} />}
        {certificate_url !== undefined && (
          <Button component="a" href={certificate_url} variant="default">
            {t('received.open')}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

/** The day that matters next. */
function whenOf(t: ReturnType<typeof useWords>['t'], { answer_by, valid_until, sent_at }: ReceivedGift) {
  if (answer_by !== undefined) return t('received.answer_by', { at: answer_by });
  if (valid_until !== undefined) return t('received.valid_until', { at: valid_until });
  return t('received.at', { at: sent_at });
}

/** Leads to the gift's own page, by a link that is made when it is asked for. */
function AcceptButton({ gift: { order_id } }: { gift: ReceivedGift }) {
  const { t } = useWords();
  const open = useMutation({
    mutationFn: () =>
      answered(api.PUT('/v1/members/me/received/{order_id}/link', { params: { path: { order_id } } })),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return (
    <>
      {open.isError && <ProblemNotice thrown={open.error} />}
      <Button loading={open.isPending} onClick={() => open.mutate()}>
        {t('received.accept')}
      </Button>
    </>
  );
}
