import { Anchor, Badge, Button, Card, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Dialog } from '../../kit/dialog.tsx';
import { useIdempotentMutation } from '../../kit/idempotent-mutation.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { Amount, Figure } from '../../kit/staff/figures.tsx';
import { StaffPage } from '../../kit/staff/page.tsx';
import { useStaff } from '../../kit/staff/session.tsx';
import { Rows } from '../../kit/staff/table.tsx';
import { api } from '../api.ts';
import { Figures, StateBadge } from '../parts.tsx';
import { useOfficeWords } from '../words.ts';
import { CertificateActions, CertificateNotes } from './certificate-actions.tsx';
import { type History, readHistory } from './history.ts';
import { Names } from './names.tsx';

type Use = History['uses'][number];
type Entry = History['entries'][number];

export function CertificatePage() {
  const { t } = useOfficeWords();
  const { certificate_id = '' } = useParams();
  const key = ['certificate', certificate_id];
  const history = useQuery({ queryKey: key, queryFn: () => readHistory(certificate_id) });
  const { last4 = undefined } = history.data ?? {};
  const title =
    last4 === undefined
      ? t('office.certificate')
      : last4 === null
        ? t('office.certificate_no_number')
        : t('office.certificate_of', { last4 });
  return (
    <StaffPage
      title={title}
      intro={
        <Anchor component={Link} to="/office/certificates" size="sm">
          <IconArrowLeft size={14} aria-hidden /> {t('office.certificates')}
        </Anchor>
      }
      action={
        history.data && (
          <Group gap={4}>
            <StateBadge certificate={history.data} />
          </Group>
        )
      }
    >
      <Answer of={history} height={520}>
        {(found) => <Shown of={found} />}
      </Answer>
    </StaffPage>
  );
}

function Shown({ of }: { of: History }) {
  const { t, date } = useOfficeWords();
  const { currency } = of;
  return (
    <>
      <CertificateActions of={of} />
      <Figures>
        <Figure label={t('office.amount')} value={<Amount of={of} />} />
        <Figure
          label={t('office.balance')}
          value={<Amount of={{ amount_minor: of.balance_minor, currency }} />}
          hint={
            of.held_minor > 0 && (
              <>
                {t('office.held')} <Amount of={{ amount_minor: of.held_minor, currency }} />
              </>
            )
          }
        />
        <Figure label={t('office.used')} value={t('office.times', { count: of.uses.length })} />
        <Figure label={t('office.print_count')} value={t('office.times', { count: of.print_count })} />
      </Figures>
      <Card withBorder padding="lg">
        <SimpleGrid component="dl" cols={{ base: 1, xs: 2, md: 3 }} m={0} spacing="lg">
          <Fact name={t('office.recipient')}>{of.recipient_name}</Fact>
          <Fact name={t('office.phone')}>{of.phone ?? '—'}</Fact>
          <Fact name={t('office.buyer')}>{of.buyer_name}</Fact>
          <Fact name={t('office.registered_at')}>{date(of.registered_at)}</Fact>
          <Fact name={t('office.expires_at')}>{date(of.expires_at)}</Fact>
        </SimpleGrid>
      </Card>
      <CertificateNotes of={of} />
      <Uses of={of} />
      <Names of={of} />
      <Entries of={of} />
    </>
  );
}

function Uses({ of: { uses, certificate_id } }: { of: History }) {
  const { t, dateTime, pick } = useOfficeWords();
  const { may } = useStaff();
  const [reversing, setReversing] = useState<Use>();
  const left = ({ amount_minor, reversed_minor, currency }: Use) => ({
    amount_minor: amount_minor - reversed_minor,
    currency,
  });
  const columns = [
    { head: t('office.at'), cell: ({ at }: Use) => dateTime(at) },
    { head: t('office.store'), cell: (use: Use) => pick(use.store_name_ko, use.store_name_en) },
    { head: t('office.channel'), cell: ({ channel }: Use) => t(`office.channel.${channel}`) },
    { head: t('office.clerk'), cell: ({ clerk_name }: Use) => clerk_name ?? '—' },
    { head: t('office.amount'), cell: (use: Use) => <Amount of={use} />, isNumber: true },
    {
      head: t('office.reversed'),
      cell: ({ reversed_minor, currency }: Use) =>
        reversed_minor === 0 ? '—' : <Amount of={{ amount_minor: reversed_minor, currency }} />,
      isNumber: true,
    },
  ];
  const reverse = {
    head: t('office.actions'),
    isNumber: true,
    cell: (use: Use) =>
      use.reversed_minor < use.amount_minor && (
        <Button
          size="compact-sm"
          variant="subtle"
          color="red"
          aria-label={t('office.reverse_of', { amount: left(use) })}
          onClick={() => setReversing(use)}
        >
          {t('office.reverse')}
        </Button>
      ),
  };
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h4">
        {t('office.uses')}
      </Title>
      {uses.length === 0 ? (
        <Text c="dimmed">{t('office.no_uses')}</Text>
      ) : (
        <Rows<Use>
          rows={uses}
          label={t('office.uses')}
          columns={may('owner', 'clerk') ? [...columns, reverse] : columns}
          keyOf={({ redemption_id }) => redemption_id}
        />
      )}
      <Dialog
        opened={reversing !== undefined}
        onClose={() => setReversing(undefined)}
        title={t('office.reverse_title')}
      >
        {reversing && (
          <Reverse
            use={reversing}
            amount={left(reversing)}
            certificateId={certificate_id}
            onDone={() => setReversing(undefined)}
          />
        )}
      </Dialog>
    </Stack>
  );
}

function Reverse({
  use: { redemption_id },
  amount,
  certificateId,
  onDone,
}: {
  use: Use;
  amount: { amount_minor: number; currency: string };
  certificateId: string;
  onDone: () => void;
}) {
  const { t } = useOfficeWords();
  const reversing = useIdempotentMutation(
    (body: { amount_minor: number }, headers) =>
      answered(
        api.POST('/v1/office/redemptions/{redemption_id}/reversal', {
          params: { path: { redemption_id } },
          body,
          headers,
        }),
      ),
    [['certificate', certificateId], ['certificates'], ['uses'], ['trends'], ['books']],
  );
  const reverse = () =>
    reversing.mutate(
      { amount_minor: amount.amount_minor },
      {
        onSuccess: () => {
          notifications.show({ message: t('office.reverse_done', { amount }) });
          onDone();
        },
      },
    );
  return (
    <Stack>
      <Text>{t('office.reverse_detail', { amount })}</Text>
      {reversing.isError && <ProblemNotice thrown={reversing.error} />}
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone} data-autofocus>
          {t('common.cancel')}
        </Button>
        <Button color="red" loading={reversing.isPending} onClick={reverse}>
          {t('office.reverse')}
        </Button>
      </Group>
    </Stack>
  );
}

const ENTRY_KINDS = [
  'registered',
  'redeemed',
  'reversed',
  'refunded',
  'expired',
  'extended',
  'handed_over',
  'opened_by_clerk',
  'not_restored',
  'frozen',
  'unfrozen',
  'locked',
  'unlocked',
  'carried_forward',
] as const;

function Entries({ of: { entries, currency } }: { of: History }) {
  const { t, dateTime, money } = useOfficeWords();
  const columns = [
    {
      head: t('office.kind'),
      cell: ({ kind }: Entry) => {
        const known = ENTRY_KINDS.find((one) => one === kind);
        return (
          <Badge variant="default" component="span">
            {known === undefined ? kind : t(`office.entry.${known}`)}
          </Badge>
        );
      },
    },
    { head: t('office.at'), cell: ({ at }: Entry) => dateTime(at) },
    {
      head: t('office.change'),
      isNumber: true,
      cell: ({ delta_minor }: Entry) => {
        if (delta_minor === 0) return '—';
        const text = money({ amount_minor: Math.abs(delta_minor), currency });
        return delta_minor > 0 ? `+${text}` : `−${text}`;
      },
    },
    {
      head: t('office.after'),
      isNumber: true,
      cell: ({ after_minor }: Entry) => <Amount of={{ amount_minor: after_minor, currency }} />,
    },
  ];
  return (
    <Stack gap="sm" component="section">
      <Title order={2} size="h4">
        {t('office.history')}
      </Title>
      <Rows<Entry>
        rows={entries}
        label={t('office.history')}
        columns={columns}
        keyOf={({ entry_no }) => String(entry_no)}
      />
    </Stack>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <Text component="dt" size="sm" c="dimmed">
        {name}
      </Text>
      <Text component="dd" m={0} fw={500}>
        {children}
      </Text>
    </div>
  );
}
