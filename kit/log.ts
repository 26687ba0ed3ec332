import { type DestinationStream, type Level, type Logger, multistream, pino } from 'pino';
import { currentTraceId } from './trace.ts';

export type { Logger };

/**
 * Logs one JSON line per event to standard output, with the trace id of its request or job. Callers pass in nothing that
 * must not be logged; `redact` is the second line of defence, for the names under which secrets and personal data travel.
 * It copies and searches what it is given, so requests are logged past it, by `requestLog`. What goes to standard output
 * goes to `besides`, too.
 */
export function createLogger(role: string, level: string, besides?: DestinationStream): Logger {
  const options = {
    level,
    base: { server: role },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ trace_id: currentTraceId() }),
    redact: {
      paths: [
        ...SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
        ...ROW_MEMBERS.map((name) => `err.${name}`),
      ],
      censor: '[masked]',
    },
  };
  if (besides === undefined) return pino(options, standardOutput());
  const streams = [standardOutput(), besides].map((stream) => ({ stream, level: level as Level }));
  return pino(options, multistream(streams));
}

/**
 * All that is logged about a request. None of it is text that a client chose: a URL may contain a token or a number, so
 * its route is logged instead.
 */
export type RequestLine = {
  readonly method: string;
  /** The pattern, such as `/v1/orders/:order_id`. */
  readonly route: string;
  readonly status?: number;
  readonly duration_ms?: number;
  readonly address?: string;
};

export type RequestLog = (line: RequestLine, event: 'request' | 'request aborted') => void;

/** Logs lines that have nothing to mask, without the search for it: that took more time than everything else in a line. */
export function requestLog(log: Logger): RequestLog {
  const unmasked = log.child({}, { redact: [] });
  return ({ method, route, status, duration_ms, address }, event) =>
    unmasked.info({ method, route, status, duration_ms, address }, event);
}

/**
 * Standard output is usually a pipe to the launcher. Once the launcher is gone, the flush at exit fails and sonic-boom
 * retries forever, so the process would hang and ignore SIGTERM.
 */
function standardOutput() {
  const destination = pino.destination({ dest: 1, sync: false });
  const flush = destination.flushSync.bind(destination);
  destination.flushSync = () => {
    if (process.connected !== false) flush();
  };
  return destination;
}

/** Members of PostgreSQL's errors that hold values of a row, or of a statement. */
const ROW_MEMBERS = ['detail', 'where', 'internalQuery'];

const SECRET_MEMBERS = [
  'pin',
  'phone_pin',
  'password',
  'token',
  'code',
  'certificate_number',
  'card_number',
  'security_code',
  'digits',
  'phone',
  'mobile',
  'landline',
  'phone_number',
  'email',
  'name',
  'authorization',
  'sealed_pin',
  'text',
];
