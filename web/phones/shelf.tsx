import './shelf.css';
import { Badge, Text, VisuallyHidden } from '@mantine/core';
import { IconDeviceLandlinePhone, IconMail, IconPhoneIncoming } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { formatPhone } from '../../kit/phone-format.ts';
import { type MailboxInList, type PhoneInList, useDemo } from './api.ts';
import { useWords } from './words.ts';

type ShelfProps = {
  phones: readonly PhoneInList[];
  mailboxes: readonly MailboxInList[];
  chosen: string | undefined;
};

/** Every phone of the demo in small, with its latest message; mailboxes without a phone are listed with them. */
export function Shelf({ phones, mailboxes, chosen }: ShelfProps) {
  const { t, locale } = useWords();
  const roleOf = useRoleOf();
  const owned = new Set(phones.map(({ email }) => email));
  const unreadMails = (email: string | undefined) =>
    mailboxes.find(({ address }) => address === email)?.unread ?? 0;
  return (
    <ul className="shelf" aria-label={t('phones.shelf')}>
      {phones.map((phone) => (
        <Mini
          key={phone.number}
          device={phone.number}
          name={phone.name ?? formatPhone(phone.number, locale)}
          detail={phone.name === undefined ? t('phones.stranger') : formatPhone(phone.number, locale)}
          badge={roleOf(phone)}
          unread={phone.unread + unreadMails(phone.email)}
          kind={phone.kind}
          state={phone.call === 'ringing' ? 'ringing' : phone.on ? 'on' : 'off'}
          isChosen={phone.number === chosen}
        >
          {phone.call === 'ringing' ? (
            <span className="mini-ringing">
              <IconPhoneIncoming size={22} aria-hidden />
              {t('phones.ringing')}
            </span>
          ) : phone.on ? (
            <Glance text={phone.newest?.text} isPhone={phone.kind === 'mobile'} />
          ) : (
            <span className="mini-quiet">{t('phones.is_off')}</span>
          )}
        </Mini>
      ))}
      {mailboxes
        .filter(({ address }) => !owned.has(address))
        .map(({ address, unread, newest }) => (
          <Mini
            key={address}
            device={address}
            name={address}
            detail={t('phones.mailbox')}
            unread={unread}
            kind="mailbox"
            state="on"
            isChosen={address === chosen}
          >
            <Glance text={newest?.subject} isPhone={false} />
          </Mini>
        ))}
    </ul>
  );
}

function useRoleOf(): (phone: PhoneInList) => string | undefined {
  const { t } = useWords();
  const demo = useDemo().data;
  return ({ number, kind }) => {
    if (kind === 'landline') return t('phones.landline');
    if (demo?.buyers.some(({ mobile }) => mobile === number)) return t('phones.member');
    return demo?.shop_members.some(({ phone }) => phone === number) ? t('phones.shop_member') : undefined;
  };
}

function Glance({ text, isPhone }: { text: string | undefined; isPhone: boolean }) {
  const { t } = useWords();
  return text === undefined ? (
    isPhone && <span className="mini-quiet">{t('phones.nothing')}</span>
  ) : (
    <span className="mini-note">
      <span className="clamped">{text}</span>
    </span>
  );
}

type MiniProps = {
  device: string;
  name: string;
  detail: string;
  badge?: string | undefined;
  unread: number;
  kind: PhoneInList['kind'] | 'mailbox';
  state: 'on' | 'off' | 'ringing';
  isChosen: boolean;
  children: ReactNode;
};

function Mini({ device, name, detail, badge, unread, kind, state, isChosen, children }: MiniProps) {
  const { t } = useWords();
  return (
    <li className="mini" data-kind={kind} data-state={state} data-chosen={isChosen || undefined}>
      <div className="mini-body">
        <div className="mini-screen">
          {kind === 'landline' && <IconDeviceLandlinePhone size={26} aria-hidden className="mini-icon" />}
          {kind === 'mailbox' && <IconMail size={26} aria-hidden className="mini-icon" />}
          {children}
        </div>
        {unread > 0 && (
          <Badge circle size="lg" className="mini-unread" aria-hidden>
            {unread}
          </Badge>
        )}
      </div>
      <Link
        className="row-link mini-name"
        to={`/phones/${device}`}
        {...(isChosen ? { 'aria-current': 'page' as const } : {})}
      >
        {name}
        {unread > 0 && <VisuallyHidden>, {t('phones.unread', { count: unread })}</VisuallyHidden>}
      </Link>
      <Text size="xs" c="dimmed" className="mini-detail">
        {detail}
      </Text>
      {badge !== undefined && <span className="mini-role">{badge}</span>}
    </li>
  );
}
