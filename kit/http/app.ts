import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyBaseLogger, FastifyInstance, RawServerDefault } from 'fastify';
import type { Logger } from '../log.ts';
import type { Network } from './network.ts';

/** The type of every server's app: Fastify whose routes take their types from TypeBox schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  IncomingMessage,
  ServerResponse,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type AppSettings = {
  /** `management`, `shop` and so on. */
  role: string;
  title: string;
  description: string;
  publicUrl: string;
  log: Logger;
  network: Network;
  /** Why the server can't serve now, as a code, because its database is unavailable, say; undefined if it can. */
  whyNotReady: () => Promise<string | undefined>;
};
