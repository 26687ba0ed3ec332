import { serverGauge } from '../metrics/definition.ts';

export const MESSAGES_WAITING = serverGauge(
  'seonmul_messages_waiting',
  'Messages to people that are due and not sent, by channel; calls wait for their hours, too.',
  ['channel'],
);
export const MESSAGES_WAITING_AGE = serverGauge(
  'seonmul_messages_waiting_oldest_seconds',
  'For how long the oldest of these is due.',
  ['channel'],
);
