import './mails.css';
import { ActionIcon, Badge, SegmentedControl, UnstyledButton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Answer } from '../../kit/notice.tsx';
import { api, type Mail, useMails } from '../api.ts';
import { useWords } from '../words.ts';

/** A mailbox: the list of mails, newest first, or the open one. */
export function Mails({ address, unread }: { address: string; unread: number }) {
  const { t, dateTime } = useWords();
  const mails = useMails(address);
  const [openId, setOpenId] = useState<string>();
  return (
    <Answer of={mails} height={400}>
      {({ messages }) => {
        const open = messages.find(({ mail_id }) => mail_id === openId);
        if (open !== undefined) return <OpenMail mail={open} onBack={() => setOpenId(undefined)} />;
        if (messages.length === 0) {
          return (
            <div className="app-empty">
              <h3>{t('phones.no_mail')}</h3>
              <p>{t('phones.no_mail_detail', { address })}</p>
            </div>
          );
        }
        return (
          <ul className="mails">
            {messages.toReversed().map((mail, index) => (
              <li key={mail.mail_id}>
                <UnstyledButton
                  className="mail-row"
                  onClick={() => {
                    setOpenId(mail.mail_id);
                    read(address, mail.mail_id);
                  }}
                >
                  <span className="mail-from">
                    {nameOf(mail.from)}
                    {index < unread && (
                      <Badge size="xs" component="span">
                        {t('phones.mail_new')}
                      </Badge>
                    )}
                  </span>
                  <span className="mail-subject">{mail.subject}</span>
                  <time dateTime={mail.at}>{dateTime(mail.at)}</time>
                </UnstyledButton>
              </li>
            ))}
          </ul>
        );
      }}
    </Answer>
  );
}

/** A sender's display name without quotation marks. */
function nameOf(from: string): string {
  return from.replace(/^"([^"]*)" /, '$1 ');
}

function read(address: string, mail_id: string): void {
  void api.PUT('/v1/mailboxes/{address}/read', { params: { path: { address } }, body: { mail_id } });
}

/** The mail is in a sandboxed frame: no script runs and nothing reaches this page. */
function OpenMail({ mail, onBack }: { mail: Mail; onBack: () => void }) {
  const { t, dateTime } = useWords();
  const [as, setAs] = useState(mail.html === undefined ? 'text' : 'html');
  return (
    <article className="mail">
      <header className="mail-head">
        <ActionIcon variant="subtle" color="gray" onClick={onBack} aria-label={t('common.back')}>
          <IconArrowLeft size={20} aria-hidden />
        </ActionIcon>
        <div>
          <h3>{mail.subject}</h3>
          <p>
            {t('phones.mail_from', { from: nameOf(mail.from) })} ·{' '}
            <time dateTime={mail.at}>{dateTime(mail.at)}</time>
          </p>
        </div>
      </header>
      {mail.html !== undefined && (
        <SegmentedControl
          size="xs"
          className="mail-as"
          value={as}
          onChange={setAs}
          aria-label={t('phones.mail_as')}
          data={[
            { value: 'html', label: t('phones.mail_html') },
            { value: 'text', label: t('phones.mail_text') },
          ]}
        />
      )}
      {as === 'html' ? (
        <iframe
          className="mail-frame"
          title={mail.subject}
          sandbox="allow-popups allow-popups-to-escape-sandbox"
          referrerPolicy="no-referrer"
          src={`/mailboxes/${encodeURIComponent(mail.to.toLowerCase())}/${mail.mail_id}`}
        />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too.
        <pre className="mail-text" tabIndex={0}>
          {mail.text}
        </pre>
      )}
    </article>
  );
}
