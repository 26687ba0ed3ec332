import { expect, test } from 'vitest';
import { loggedDigits } from './logging.ts';

const channel = (configuration: string, name = '/var/log/asterisk/full') => ({
  channel: name,
  type: name === '' ? 'Console' : 'File',
  status: 'Enabled',
  configuration,
});

test.each([
  ['warnings only', [channel('NOTICE WARNING ERROR VERBOSE ')], []],
  ['keys', [channel('NOTICE'), channel('WARNING DTMF ')], ['/var/log/asterisk/full']],
  ['keys on the console', [channel('DTMF ', '')], ['console']],
  ['debugging', [channel('DEBUG ')], ['/var/log/asterisk/full']],
  ['everything', [channel('* ')], ['/var/log/asterisk/full']],
])('log channels with %s', (_what, channels, written) => {
  expect(loggedDigits(channels)).toEqual(written);
});

test('an answer of another shape is an error', () => {
  expect(() => loggedDigits({ message: 'forbidden' })).toThrow('did not report');
});
