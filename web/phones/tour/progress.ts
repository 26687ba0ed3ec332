import { useLocalStorage } from '@mantine/hooks';
import { useEffect } from 'react';
import { type Demo, type Message, useMessages } from '../outside.ts';
import { hasCome, type TextKey } from './seen.ts';

/** The steps, in their order; of some the sandbox sees by a text message that they have worked. */
export const STEPS = [
  { id: 'log_in' },
  { id: 'give' },
  { id: 'card' },
  { id: 'recipient', told: ['buyer', 'buyer.purchase_complete.sms'] },
  { id: 'text', told: ['recipient', 'recipient.gift_arrived.sms'] },
  { id: 'accept', told: ['recipient', 'recipient.gift_accepted.sms'] },
  { id: 'enrol' },
  { id: 'receive', told: ['buyer', 'buyer.certificate_issued.sms'] },
  { id: 'redeem', told: ['recipient', 'recipient.certificate_used.sms'] },
  { id: 'heard', told: ['buyer', 'buyer.certificate_used.sms'] },
] as const satisfies readonly { id: string; told?: readonly ['buyer' | 'recipient', TextKey] }[];
export type StepId = (typeof STEPS)[number]['id'];

/** Kept in this browser: what is done, and after which message this round began. */
type Kept = { after: string; done: readonly StepId[] };
const NOTHING: Kept = { after: '', done: [] };

export type Progress = {
  isDone(step: StepId): boolean;
  /** Seen by the sandbox, so it can't be undone by hand. */
  isSeen(step: StepId): boolean;
  tick(step: StepId, isDone: boolean): void;
  doneCount: number;
  /** The first that is not done; none when all are. */
  current: StepId | undefined;
  /** Forgets what is done; not before the messages are here, after which it begins anew. */
  startAgain: (() => void) | undefined;
};

/** How far the tour is: what the person ticked, and what messages prove, with all that had to be before it. */
export function useProgress(demo: Demo | undefined): Progress {
  const [kept, keep] = useLocalStorage<Kept>({
    key: 'seonmul.tour',
    defaultValue: NOTHING,
    getInitialValueInEffect: false,
  });
  const buyer = useMessages(demo?.buyers[0]?.mobile).data;
  const recipient = useMessages(demo?.shop_members[0]?.phone).data;
  const none: readonly Message[] = [];
  const messages = { buyer: buyer?.messages ?? none, recipient: recipient?.messages ?? none };
  const { after } = kept;
  const furthest = STEPS.findLastIndex(
    (step) => 'told' in step && hasCome(messages[step.told[0]], step.told[1], after),
  );
  // What was seen stays done, though the sandbox forgets its messages when it ends.
  useEffect(() => {
    const seen = STEPS.slice(0, furthest + 1).map(({ id }) => id);
    keep((before) =>
      seen.every((id) => before.done.includes(id))
        ? before
        : { ...before, done: [...new Set([...before.done, ...seen])] },
    );
  }, [furthest, keep]);
  const isSeen = (id: StepId) => STEPS.findIndex((step) => step.id === id) <= furthest;
  const isDone = (id: StepId) => isSeen(id) || kept.done.includes(id);
  return {
    isDone,
    isSeen,
    tick: (id, done) =>
      keep((before) => ({
        ...before,
        done: done ? [...before.done, id] : before.done.filter((other) => other !== id),
      })),
    doneCount: STEPS.filter(({ id }) => isDone(id)).length,
    current: STEPS.find(({ id }) => !isDone(id))?.id,
    startAgain:
      buyer &&
      recipient &&
      (() => {
        const newest = [...buyer.messages, ...recipient.messages].map(({ message_id }) => message_id);
        keep({ after: newest.sort().at(-1) ?? '', done: [] });
      }),
  };
}
