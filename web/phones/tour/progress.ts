import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { type Demo, type Message, useMessages } from '../api.ts';
import { hasArrived, type TextKey } from './arrived.ts';

/** The steps in order; some are proven by a text message. */
export const STEPS = [
  { id: 'log_in' },
  { id: 'give' },
  { id: 'card' },
  { id: 'recipient', provenBy: ['buyer', 'buyer.purchase_complete.sms'] },
  { id: 'text', provenBy: ['recipient', 'recipient.gift_arrived.sms'] },
  { id: 'accept', provenBy: ['recipient', 'recipient.gift_accepted.sms'] },
  { id: 'enrol' },
  { id: 'receive', provenBy: ['buyer', 'buyer.certificate_issued.sms'] },
  { id: 'redeem', provenBy: ['recipient', 'recipient.certificate_used.sms'] },
  { id: 'heard', provenBy: ['buyer', 'buyer.certificate_used.sms'] },
] as const satisfies readonly { id: string; provenBy?: readonly ['buyer' | 'recipient', TextKey] }[];
export type StepId = (typeof STEPS)[number]['id'];

/** Saved in this browser: the steps done, and the last message before this round. */
type Kept = { after: string; done: readonly StepId[] };
const EMPTY: Kept = { after: '', done: [] };

export type Progress = {
  isDone(step: StepId): boolean;
  /** Proven by a message, so it can't be unticked. */
  isProven(step: StepId): boolean;
  tick(step: StepId, isDone: boolean): void;
  doneCount: number;
  /** The first step not done; undefined when all are. */
  current: StepId | undefined;
  /** Starts over; undefined until the messages are loaded, because the new round starts after the last of them. */
  restart: (() => void) | undefined;
};

/** The tour's progress: steps ticked by hand, and steps proven by messages with all steps before them. */
export function useProgress(demo: Demo | undefined): Progress {
  const [kept, keep] = useLocalStorage<Kept>({
    key: 'seonmul.tour',
    defaultValue: EMPTY,
    getInitialValueInEffect: false,
  });
  const buyer = useMessages(demo?.buyers[0]?.mobile).data;
  const recipient = useMessages(demo?.shop_members[0]?.phone).data;
  const none: readonly Message[] = [];
  const messages = { buyer: buyer?.messages ?? none, recipient: recipient?.messages ?? none };
  const { after } = kept;
  const furthest = STEPS.findLastIndex(
    (step) => 'provenBy' in step && hasArrived(messages[step.provenBy[0]], step.provenBy[1], after),
  );
  // Proven steps stay done although the sandbox loses its messages on exit.
  useEffect(() => {
    const seen = STEPS.slice(0, furthest + 1).map(({ id }) => id);
    keep((before) =>
      seen.every((id) => before.done.includes(id))
        ? before
        : { ...before, done: [...new Set([...before.done, ...seen])] },
    );
  }, [furthest, keep]);
  const isProven = (id: StepId) => STEPS.findIndex((step) => step.id === id) <= furthest;
  const isDone = (id: StepId) => isProven(id) || kept.done.includes(id);
  return {
    isDone,
    isProven,
    tick: (id, done) =>
      keep((before) => ({
        ...before,
        done: done ? [...before.done, id] : before.done.filter((other) => other !== id),
      })),
    doneCount: STEPS.filter(({ id }) => isDone(id)).length,
    current: STEPS.find(({ id }) => !isDone(id))?.id,
    restart:
      buyer &&
      recipient &&
      (() => {
        const newest = [...buyer.messages, ...recipient.messages].map(({ message_id }) => message_id);
        keep({ after: newest.sort().at(-1) ?? '', done: [] });
      }),
  };
}
