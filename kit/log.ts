import { type Logger, pino } from 'pino';
import { currentTraceId } from './trace.ts';

export type { Logger };

/**
 * One JSON line an event on standard output, with the trace id of the request or job it belongs to.
 * What must not be logged is not passed in; `redact` is the second line of defence for the names
 * under which secrets and personal data travel here.
 */
export function createLogger(role: string, level: string): Logger {
  const options = {
    level,
    base: { server: role },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin: () => ({ trace_id: currentTraceId() }),
    redact: {
      paths: SECRET_MEMBERS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]),
      censor: '[masked]',
    },
  };
  return pino(options, standardOutput());
}

/**
 * Who reads us is mostly the launcher. When it is gone, writing at the exit fails, and sonic-boom tries again without
 * end: the process would stay, deaf to SIGTERM.
 */
function standardOutput() {
  const destination = pino.destination({ dest: 1, sync: false });
  const flush = destination.flushSync.bind(destination);
  destination.flushSync = () => {
    if (process.connected !== false) flush();
  };
  return destination;
}

const SECRET_MEMBERS = [
  'pin',
  'phone_pin',
  'password',
  'token',
  'code',
  'certificate_number',
  'card_number',
  'phone',
  'mobile',
  'phone_number',
  'email',
  'name',
  'authorization',
  'sealed_pin',
  'text',
];
