import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { paths } from '../api/sandbox.gen.ts';
import { apiOf } from '../kit/api.ts';
import { useInvalidate } from '../kit/invalidate.ts';
import { answered } from '../kit/problem.ts';

/** The sandbox's API. */
export const api = apiOf<paths>();

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } };
}
  ? Body
  : never;
export type Demo = Answer<'/v1/demo'>;
export type PhoneInList = Answer<'/v1/phones'>['phones'][number];
export type MailboxInList = Answer<'/v1/mailboxes'>['mailboxes'][number];
export type Message = Answer<'/v1/phones/{number}/messages'>['messages'][number];
export type Mail = Answer<'/v1/mailboxes/{address}/messages'>['messages'][number];
export type Call = Answer<'/v1/phones/{number}/call'>;
export type DoneSoFar = Answer<'/v1/tour'>;
export type ServerRole = Demo['servers'][number]['role'];

const SERVERS_EVERY_MS = 5_000;
/** Polling, for where the sandbox's events do not arrive. */
const refetchInterval = 20_000;

export const useDemo = () =>
  useQuery({
    queryKey: ['demo'],
    queryFn: () => answered(api.GET('/v1/demo')),
    staleTime: Number.POSITIVE_INFINITY,
  });

const TOUR_EVERY_MS = 3_000;

/** How often each step was done, as far as a server knows. */
export const useDoneSoFar = () =>
  useQuery({
    queryKey: ['tour'],
    queryFn: () => answered(api.GET('/v1/tour')),
    refetchInterval: TOUR_EVERY_MS,
  });

export const usePhones = () =>
  useQuery({ queryKey: ['phones'], queryFn: () => answered(api.GET('/v1/phones')), refetchInterval });

export const useMailboxes = () =>
  useQuery({ queryKey: ['mailboxes'], queryFn: () => answered(api.GET('/v1/mailboxes')), refetchInterval });

export const useServers = () =>
  useQuery({
    queryKey: ['servers'],
    queryFn: () => answered(api.GET('/v1/servers')),
    refetchInterval: SERVERS_EVERY_MS,
  });

export const useMessages = (number: string | undefined) =>
  useQuery({
    queryKey: ['phone', number],
    queryFn: () =>
      answered(api.GET('/v1/phones/{number}/messages', { params: { path: { number: number ?? '' } } })),
    enabled: number !== undefined,
    refetchInterval,
  });

export const useCall = (number: string) =>
  useQuery({
    queryKey: ['call', number],
    queryFn: () => answered(api.GET('/v1/phones/{number}/call', { params: { path: { number } } })),
  });

export const useMails = (address: string) =>
  useQuery({
    queryKey: ['mailbox', address],
    queryFn: () => answered(api.GET('/v1/mailboxes/{address}/messages', { params: { path: { address } } })),
  });

/** Refetches a phone or mailbox when the sandbox says it changed, and everything after a reconnect. */
export function useChanges(): void {
  const invalidate = useInvalidate();
  useEffect(() => {
    const source = new EventSource('/v1/changes');
    source.addEventListener('open', () => {
      for (const key of ['phones', 'mailboxes', 'phone', 'call', 'mailbox']) invalidate(key);
    });
    source.addEventListener('phone', ({ data }) => {
      invalidate('phones');
      invalidate('phone', JSON.parse(data).number);
    });
    source.addEventListener('call', ({ data }) => {
      invalidate('phones');
      invalidate('call', JSON.parse(data).number);
    });
    source.addEventListener('mailbox', ({ data }) => {
      invalidate('mailboxes');
      invalidate('mailbox', JSON.parse(data).address);
    });
    return () => source.close();
  }, [invalidate]);
}
