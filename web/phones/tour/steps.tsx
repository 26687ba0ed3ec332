import { Button } from '@mantine/core';
import { IconArrowRight, IconExternalLink } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import type { Demo, ServerRole } from '../api.ts';
import { Copyable, Copyables } from '../copyable.tsx';
import { EnrolmentCodes } from '../enrolment-codes.tsx';
import { useWords } from '../words.ts';
import type { StepId } from './tracks.ts';

export type StepShown = { title: string; what: string; values?: ReactNode; lead?: ReactNode };

/** The text of each step, with the demo's logins and numbers. */
export function useSteps(demo: Demo): Record<Exclude<StepId, `operator_${string}`>, StepShown> {
  const { t } = useWords();
  const urlOf = (role: ServerRole) => demo.servers.find((server) => server.role === role)?.url ?? '';
  const [buyer] = demo.buyers;
  const [recipient] = demo.shop_members;
  const [clerk] = demo.clerks;
  const card = demo.cards.find(({ behaviour }) => behaviour === 'approved');
  const cardShown = card?.number.replace(/\d{4}(?=\d)/g, '$& ') ?? '';
  const buyerName = buyer?.name ?? '';
  const recipientName = recipient?.name ?? '';
  const phone = recipient?.phone ?? '';
  // As it is keyed in in Korea, whatever the language.
  const phoneToKey = formatPhone(phone, 'ko');
  const phoneValue = (
    <Copyables>
      <Copyable label={t('tour.phone')} value={phoneToKey} />
    </Copyables>
  );
  const terminal = <Outside to={`${urlOf('shop')}/terminal`}>{t('tour.open_terminal')}</Outside>;
  return {
    log_in: {
      title: t('tour.log_in', { name: buyerName }),
      what: t('tour.log_in_what'),
      values: (
        <Copyables>
          <Copyable label={t('tour.email')} value={buyer?.email ?? ''} />
          <Copyable label={t('tour.password')} value={buyer?.password ?? ''} />
        </Copyables>
      ),
      lead: <Outside to={`${urlOf('management')}/log-in`}>{t('tour.open_buyer')}</Outside>,
    },
    give: {
      title: t('tour.give'),
      what: t('tour.give_what'),
      lead: <Outside to={`${urlOf('management')}/give`}>{t('tour.open_buyer')}</Outside>,
    },
    card: {
      title: t('tour.card'),
      what: t('tour.card_what'),
      values: (
        <Copyables>
          <Copyable label={t('tour.card_number')} value={card?.number ?? ''} shown={cardShown} />
        </Copyables>
      ),
    },
    recipient: { title: t('tour.recipient'), what: t('tour.recipient_what'), values: phoneValue },
    text: {
      title: t('tour.text', { name: recipientName }),
      what: t('tour.text_what'),
      lead: <Inside to={`/phones/${phone}`}>{t('tour.open_phone', { name: recipientName })}</Inside>,
    },
    accept: {
      title: t('tour.accept'),
      what: t('tour.accept_what'),
      lead: <Inside to={`/phones/${phone}`}>{t('tour.open_phone', { name: recipientName })}</Inside>,
    },
    enrol: {
      title: t('tour.enrol'),
      what: t('tour.enrol_what'),
      values: <EnrolmentCodes of={demo.terminals} />,
      lead: terminal,
    },
    receive: { title: t('tour.receive'), what: t('tour.receive_what'), values: phoneValue, lead: terminal },
    redeem: {
      title: t('tour.redeem'),
      what: t('tour.redeem_what'),
      values: (
        <Copyables>
          <Copyable label={t('tour.clerk_number')} value={String(clerk?.clerk_number ?? '')} />
          <Copyable label={t('tour.clerk_pin')} value={clerk?.pin ?? ''} />
        </Copyables>
      ),
      lead: terminal,
    },
    heard: {
      title: t('tour.heard', { name: buyerName }),
      what: t('tour.heard_what'),
      lead: (
        <Inside to={`/phones/${buyer?.mobile ?? ''}`}>{t('tour.open_phone', { name: buyerName })}</Inside>
      ),
    },
  };
}

/** A link to another server, opened in a new tab. */
export function Outside({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button
      component="a"
      href={to}
      target="_blank"
      rel="noopener"
      size="sm"
      rightSection={<IconExternalLink size={16} aria-hidden />}
    >
      {children}
    </Button>
  );
}

function Inside({ to, children }: { to: string; children: ReactNode }) {
  return (
    <Button component={Link} to={to} size="sm" rightSection={<IconArrowRight size={16} aria-hidden />}>
      {children}
    </Button>
  );
}
