import './places.css';
import { Text, Title } from '@mantine/core';
import {
  IconBuildingStore,
  IconCashRegister,
  IconDeviceMobile,
  IconGift,
  IconHeadset,
  IconScale,
  IconTicket,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatPhone } from '../../../kit/phone-format.ts';
import type { Demo, ServerRole } from '../api.ts';
import { Copyable, Copyables } from '../copyable.tsx';
import { EnrolmentCodes } from '../enrolment-codes.tsx';
import { useWords } from '../words.ts';
import { Logins, StaffOf } from './logins.tsx';

/** A card for each app of the system, with its logins. */
export function Places({ demo }: { demo: Demo }) {
  const { t } = useWords();
  const urlOf = (role: ServerRole) => demo.servers.find((server) => server.role === role)?.url ?? '';
  const [recipient] = demo.shop_members;
  const card = demo.cards.find(({ behaviour }) => behaviour === 'approved')?.number ?? '';
  return (
    <section className="places" aria-labelledby="places-title">
      <Title order={2} size="h3" id="places-title">
        {t('begin.where')}
      </Title>
      <div className="places-columns">
        <Place
          icon={<IconGift aria-hidden />}
          title={t('begin.buyer')}
          what={t('begin.buyer_what')}
          to={urlOf('management')}
        >
          <Logins
            of={demo.buyers.map(({ name, email, password }) => ({ who: name, login: email, password }))}
          />
          <Copyables>
            <Copyable label={t('begin.test_card')} value={card} shown={card.replace(/\d{4}(?=\d)/g, '$& ')} />
          </Copyables>
        </Place>
        <Place
          icon={<IconDeviceMobile aria-hidden />}
          title={t('begin.recipient')}
          what={t('begin.recipient_what')}
          to={`/phones/${recipient?.phone ?? ''}`}
        >
          <p className="place-note">{t('begin.members')}</p>
          <Copyables>
            {demo.shop_members.map(({ name, phone }) => (
              <Copyable key={phone} label={name} value={formatPhone(phone, 'ko')} />
            ))}
          </Copyables>
        </Place>
        <Place
          icon={<IconCashRegister aria-hidden />}
          title={t('begin.terminal')}
          what={t('begin.terminal_what')}
          to={`${urlOf('shop')}/terminal`}
        >
          <p className="place-note">{t('begin.codes')}</p>
          <EnrolmentCodes of={demo.terminals} />
          <p className="place-note">{t('begin.clerk_number')}</p>
          <Logins
            of={demo.clerks.map(({ name, clerk_number, pin }) => ({
              ...{ who: name, login: String(clerk_number), password: pin },
            }))}
          />
          <p className="place-note">{t('begin.member_number')}</p>
          <Logins
            of={demo.buyers.map(({ name, member_number, phone_pin }) => ({
              ...{ who: name, login: member_number, password: phone_pin },
            }))}
          />
        </Place>
        <Place
          icon={<IconTicket aria-hidden />}
          title={t('begin.holder')}
          what={t('begin.holder_what')}
          to={`${urlOf('shop')}/certificate`}
        />
        <Place
          icon={<IconBuildingStore aria-hidden />}
          title={t('begin.office')}
          what={t('begin.office_what')}
          to={`${urlOf('shop')}/office`}
        >
          <StaffOf demo={demo} at="shop" />
        </Place>
        <Place
          icon={<IconHeadset aria-hidden />}
          title={t('begin.console')}
          what={t('begin.console_what')}
          to={`${urlOf('management')}/console`}
        >
          <StaffOf demo={demo} at="management" />
        </Place>
        <Place
          icon={<IconScale aria-hidden />}
          title={t('begin.settlement')}
          what={t('begin.settlement_what')}
          to={`${urlOf('settlement')}/console`}
        >
          <StaffOf demo={demo} at="settlement" />
        </Place>
      </div>
    </section>
  );
}

type PlaceProps = { icon: ReactNode; title: string; what: string; to: string; children?: ReactNode };

function Place({ icon, title, what, to, children }: PlaceProps) {
  const isHere = to.startsWith('/');
  return (
    <article className="place">
      <span className="place-icon">{icon}</span>
      <Title order={3} size="h4">
        {isHere ? (
          <Link to={to} className="place-link">
            {title}
          </Link>
        ) : (
          <a href={to} target="_blank" rel="noopener" className="place-link">
            {title}
          </a>
        )}
      </Title>
      <Text c="dimmed" size="sm">
        {what}
      </Text>
      {children !== undefined && <div className="place-way-in">{children}</div>}
    </article>
  );
}
