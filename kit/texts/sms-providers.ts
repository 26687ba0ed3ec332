import { Gauge, type Registry } from 'prom-client';
import type { Logger } from '../log.ts';
import type { Receipt } from './receipts.ts';
import {
  type IncomingText,
  type SendOutcome,
  type SmsGateway,
  type SmsProvider,
  smsGateway,
  type Text,
} from './smpp.ts';

export type SmsProviders = {
  /** `by` is the provider that this phone last wrote to, so that its owner sees a single conversation. */
  send(message: Text & { by?: string | null }): Promise<SendOutcome>;
  /** Which of them would accept a message at once. */
  health(): { name: string; ready: boolean }[];
  close(): Promise<void>;
};

export type SmsProvidersSettings = {
  /** In order of preference. */
  providers: readonly SmsProvider[];
  log: Logger;
  onReceipt(receipt: Receipt): Promise<void>;
  onMessage(message: IncomingText & { by: string }): Promise<void>;
  response_ms_max?: number;
};

/** How long a provider is avoided after a failure, since it may fail again. */
const STICKY_MS = 5 * 60_000;

type Member = {
  name: string;
  gateway: SmsGateway;
  /** The time of its last failure. */
  failedAt: number;
};

/**
 * Several providers as one. Messages go to the preferred provider, and to the next one if it certainly did not accept the
 * message: not connected, throttling, in trouble. After an unknown outcome or a refusal no other is tried: the message may
 * have been sent, or is itself at fault. Receipts and incoming messages are accepted from all providers. Which one is in
 * use is only a preference of this process.
 */
export function smsProviders(settings: SmsProvidersSettings): SmsProviders {
  const members: Member[] = settings.providers.map((provider, index) => {
    const name = String(index + 1);
    const log = settings.log.child({ sms_provider: name });
    const { response_ms_max } = settings;
    const gateway = smsGateway({
      ...provider,
      ...(response_ms_max === undefined ? {} : { response_ms_max }),
      log,
      onReceipt: ({ provider_message_id, state }) =>
        settings.onReceipt({ provider_message_id: idAt(name, provider_message_id), state }),
      onMessage: (message) => settings.onMessage({ ...message, by: name }),
    });
    return { name, gateway, failedAt: Number.NEGATIVE_INFINITY };
  });
  const isSteady = ({ failedAt }: Member) => Date.now() - failedAt >= STICKY_MS;
  const throttle_tries = members.length > 1 ? 2 : undefined;

  /** Those that can send at once first; among them those without a recent failure; among them the phone's own. */
  function inOrder(by: string | null | undefined): Member[] {
    const rank = (member: Member) =>
      (member.gateway.isReady() ? 0 : 4) + (isSteady(member) ? 0 : 2) + (member.name === by ? 0 : 1);
    return [...members].sort((a, b) => rank(a) - rank(b));
  }

  return {
    async send({ to, text, by }) {
      let last: SendOutcome = { kind: 'not_sent', reason: 'no_provider' };
      for (const member of inOrder(by)) {
        const patience = throttle_tries === undefined ? undefined : { throttle_tries };
        last = await member.gateway.send({ to, text }, patience);
        if (last.kind === 'submitted') {
          const ids = last.provider_message_ids.map((id) => idAt(member.name, id));
          return { kind: 'submitted', provider_message_ids: ids };
        }
        if (last.kind !== 'not_sent') return last;
        member.failedAt = Date.now();
      }
      return last;
    },
    health: () => members.map(({ name, gateway }) => ({ name, ready: gateway.isReady() })),
    async close() {
      await Promise.all(members.map(({ gateway }) => gateway.close()));
    },
  };
}

/** Shows at `/metrics` which providers would accept a message. */
export function measureProviders(registry: Registry, sms: SmsProviders): void {
  new Gauge({
    name: 'sms_provider_ready',
    help: '1 while the text message provider is connected and does not throttle.',
    labelNames: ['provider'],
    registers: [registry],
    collect() {
      for (const { name, ready } of sms.health()) this.set({ provider: name }, ready ? 1 : 0);
    },
  });
}

/** Two providers may assign the same id, so those of all but the first are prefixed. */
function idAt(name: string, id: string): string {
  return name === '1' ? id : `${name}:${id}`;
}
