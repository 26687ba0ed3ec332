import type { DestinationStream } from 'pino';
import type { Registry } from 'prom-client';
import type { Logger } from '../log.ts';

/** What a process sends to a collector, if its owner has one. */
export type Telemetry = {
  /** Takes every line of the log. */
  logs?: DestinationStream;
  /** From then on, what the registry has is sent, and what goes wrong with sending is logged. */
  begin(registry: Registry, log: Logger): void;
  /** Sends what is left, within two seconds. */
  stop(): Promise<void>;
};
