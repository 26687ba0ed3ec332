import { useLocalStorage } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered } from '../../kit/problem.ts';
import { api, type Demo, type DoneSoFar, type Message, useDoneSoFar, useMessages } from '../api.ts';
import { hasArrived } from './arrived.ts';
import { type StepId, type TourStep, TRACKS, type Track } from './tracks.ts';

/** Saved in this browser: the steps done, and the last message and the servers' counts before this round. */
type Kept = { after: string; counted?: DoneSoFar; done: readonly StepId[] };
const EMPTY: Kept = { after: '', done: [] };

export type Progress = {
  steps: readonly TourStep[];
  isDone(step: StepId): boolean;
  /** Proven by a message or a server's count, so it can't be unticked. */
  isProven(step: StepId): boolean;
  tick(step: StepId, isDone: boolean): void;
  doneCount: number;
  /** The first step not done; undefined when all are. */
  current: StepId | undefined;
  /** Starts over; undefined until the messages are loaded, because the new round starts after the last of them. */
  restart: (() => void) | undefined;
};

/** A track's progress: steps ticked by hand, and steps that are proven with all steps before them. */
export function useProgress(demo: Demo | undefined, track: Track): Progress {
  const steps: readonly TourStep[] = TRACKS[track];
  const [kept, keep] = useLocalStorage<Kept>({
    key: track === 'gift' ? 'seonmul.tour' : `seonmul.tour.${track}`,
    defaultValue: EMPTY,
    getInitialValueInEffect: false,
  });
  const queries = useQueryClient();
  const buyer = useMessages(demo?.buyers[0]?.mobile).data;
  const recipient = useMessages(demo?.shop_members[0]?.phone).data;
  const counted = useDoneSoFar().data;
  const none: readonly Message[] = [];
  const messages = { buyer: buyer?.messages ?? none, recipient: recipient?.messages ?? none };
  const furthest = steps.findLastIndex(
    ({ provenBy, countedAs }) =>
      (provenBy !== undefined && hasArrived(messages[provenBy[0]], provenBy[1], kept.after)) ||
      (countedAs !== undefined &&
        kept.counted !== undefined &&
        hasGrown(counted?.[countedAs], kept.counted[countedAs])),
  );
  // What others did before somebody first sees the tour is no step of theirs.
  useEffect(() => {
    if (counted !== undefined)
      keep((before) => (before.counted === undefined ? { ...before, counted } : before));
  }, [counted, keep]);
  // Proven steps stay done although messages and counts are lost when the system is stopped.
  useEffect(() => {
    const seen = steps.slice(0, furthest + 1).map(({ id }) => id);
    keep((before) =>
      seen.every((id) => before.done.includes(id))
        ? before
        : { ...before, done: [...new Set([...before.done, ...seen])] },
    );
  }, [steps, furthest, keep]);
  const isProven = (id: StepId) => steps.findIndex((step) => step.id === id) <= furthest;
  const isDone = (id: StepId) => isProven(id) || kept.done.includes(id);
  async function startOver(newest: string) {
    const now = await answered(api.GET('/v1/tour')).catch(() => counted);
    queries.setQueryData(['tour'], now);
    keep({ after: newest, ...(now === undefined ? {} : { counted: now }), done: [] });
  }
  return {
    steps,
    isDone,
    isProven,
    tick: (id, done) =>
      keep((before) => ({
        ...before,
        done: done ? [...before.done, id] : before.done.filter((other) => other !== id),
      })),
    doneCount: steps.filter(({ id }) => isDone(id)).length,
    current: steps.find(({ id }) => !isDone(id))?.id,
    restart:
      buyer &&
      recipient &&
      (() => {
        const newest = [...buyer.messages, ...recipient.messages].map(({ message_id }) => message_id);
        void startOver(newest.sort().at(-1) ?? '');
      }),
  };
}

/** Whether it was done in this round; a server that was started since counts from nothing again. */
function hasGrown(now = 0, before = 0): boolean {
  return now < before ? now > 0 : now > before;
}
