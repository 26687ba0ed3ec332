import { type Logger, pino } from 'pino';
import { currentTraceId } from './trace.ts';

export type { Logger };

/**
 * Logs one JSON line per event to standard output, with the trace id of its request or job. Callers pass in nothing that
 * must not be logged; `redact` is the second line of defence, for the names under which secrets and personal data travel.
 */
export function createLogger(role: string, level: string): Logger {
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
  return pino(options, standardOutput());
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
