import './messages.css';
import { ActionIcon, Textarea } from '@mantine/core';
import { useDocumentVisibility } from '@mantine/hooks';
import { IconSend } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, Fragment, useEffect, useRef, useState } from 'react';
import { formatPhone } from '../../../kit/phone-format.ts';
import { Answer, ProblemNotice } from '../../kit/notice.tsx';
import { answered } from '../../kit/problem.ts';
import { api, type Message, useDemo, useMessages } from '../api.ts';
import { useWords } from '../words.ts';

/** A phone's text messages, and a field to reply. */
export function Messages({ number, name }: { number: string; name: string }) {
  const messages = useMessages(number);
  return (
    <Answer of={messages} height={400}>
      {(found) => <Conversation number={number} name={name} {...found} />}
    </Answer>
  );
}

type ConversationProps = { number: string; name: string; unread: number; messages: readonly Message[] };

function Conversation({ number, name, unread, messages }: ConversationProps) {
  const { t } = useWords();
  const end = useRef<HTMLDivElement>(null);
  const newest = messages.at(-1)?.message_id;
  useRead(number, unread > 0 ? newest : undefined);
  useEffect(() => {
    if (newest !== undefined && end.current !== null) end.current.scrollTop = end.current.scrollHeight;
  }, [newest]);
  const other = messages.findLast(({ direction }) => direction === 'received')?.from;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keyboard, too. */}
      <div className="conversation" ref={end} role="log" aria-label={t('phones.messages')} tabIndex={0}>
        {messages.length === 0 ? (
          <div className="app-empty">
            <h3>{t('phones.no_messages')}</h3>
            <p>{t('phones.no_messages_detail', { name })}</p>
          </div>
        ) : (
          messages.map((message, index) => (
            <Bubble key={message.message_id} message={message} before={messages[index - 1]} />
          ))
        )}
      </div>
      <Writing number={number} other={other} />
    </>
  );
}

/** Messages are marked as read while they are on a visible page. */
function useRead(number: string, until: string | undefined): void {
  const isSeen = useDocumentVisibility() === 'visible';
  useEffect(() => {
    if (!isSeen || until === undefined) return;
    void api.PUT('/v1/phones/{number}/read', {
      params: { path: { number } },
      body: { message_id: until },
    });
  }, [number, until, isSeen]);
}

function Bubble({ message, before }: { message: Message; before: Message | undefined }) {
  const { dateTime, locale } = useWords();
  const { direction, from, to, at, text } = message;
  const other = direction === 'received' ? from : to;
  const otherBefore = before?.direction === 'received' ? before.from : before?.to;
  return (
    <>
      {other !== otherBefore && <p className="conversation-with">{formatPhone(asDialled(other), locale)}</p>}
      <div className="bubble" data-direction={direction}>
        <p>
          <WithLinks text={text} />
        </p>
        <time dateTime={at}>{dateTime(at)}</time>
      </div>
    </>
  );
}

/** Formats a service's short number: `1588-0200`. */
function asDialled(number: string): string {
  return /^1\d{7}$/.test(number) ? `${number.slice(0, 4)}-${number.slice(4)}` : number;
}

const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,:;!?)\]]/g;

/** A text with its URLs as links that open in a new tab. */
function WithLinks({ text }: { text: string }) {
  const links = [...text.matchAll(ADDRESS)].map(({ 0: url, index }) => ({ url, index }));
  const rest = links.at(-1);
  return (
    <>
      {links.map(({ url, index }, no) => {
        const before = links[no - 1];
        return (
          <Fragment key={index}>
            {text.slice(before === undefined ? 0 : before.index + before.url.length, index)}
            <a href={url} target="_blank" rel="noopener noreferrer">
              {url}
            </a>
          </Fragment>
        );
      })}
      {text.slice(rest === undefined ? 0 : rest.index + rest.url.length)}
    </>
  );
}

function Writing({ number, other }: { number: string; other: string | undefined }) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const service = useDemo().data?.service_number;
  const to = other ?? service ?? '';
  const send = useMutation({
    mutationFn: () =>
      answered(
        api.POST('/v1/phones/{number}/messages', {
          params: { path: { number } },
          body: { text: text.trim(), to },
        }),
      ),
    onSuccess: () => setText(''),
  });
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() !== '' && !send.isPending) send.mutate();
  };
  return (
    <form className="writing" onSubmit={submit}>
      {send.isError && <ProblemNotice thrown={send.error} />}
      <div className="writing-line">
        <Textarea
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
          onKeyDown={(event) => {
            // The Enter that ends the composition of a Korean syllable sends nothing.
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
            submit(event);
          }}
          autosize
          minRows={1}
          maxRows={4}
          maxLength={2000}
          radius="xl"
          aria-label={t('phones.write_to', { number: asDialled(to) })}
          placeholder={t('phones.write')}
        />
        <ActionIcon
          type="submit"
          size={36}
          radius="xl"
          loading={send.isPending}
          aria-label={t('phones.send')}
        >
          <IconSend size={18} aria-hidden />
        </ActionIcon>
      </div>
    </form>
  );
}
