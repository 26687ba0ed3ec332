import twilio from 'twilio';
import { describe, expect, test } from 'vitest';
import { isFromTwilio } from '../../../../kit/twilio-signature.ts';
import type { Listen, SpokenTurn } from '../turn.ts';
import { inputOf, outcomeOfAnswer, outcomeOfStatus } from './outcomes.ts';
import { twiml } from './twiml.ts';

const INPUT_URL = 'https://gift.example/v1/voice/twilio/calls/c/turns/3?a=1&b=2';
const AT = { inputUrl: INPUT_URL, operator: '+8215880200' };
const CHOICE: Listen = {
  digits_max: 1,
  first_ms: 7_000,
  inter_ms: 3_000,
  finish_on: '#',
  barge_in: true,
  type_ahead: true,
  secret: false,
};
const NUMBER: Listen = { ...CHOICE, digits_max: 10, first_ms: 10_000, inter_ms: 4_000 };
const turn = (rest: Partial<SpokenTurn>): SpokenTurn => ({
  call_id: 'c',
  turn_no: 3,
  say: [
    { locale: 'ko', text: '안녕하세요 <"선물" & 마음>' },
    { locale: 'en', text: 'Press one.' },
  ],
  ...rest,
});
type Speaker = { say(attributes: { language: 'ko-KR' | 'en-US' }, text: string): unknown };
const saidBy = (parent: Speaker) => {
  parent.say({ language: 'ko-KR' }, '안녕하세요 <"선물" & 마음>');
  parent.say({ language: 'en-US' }, 'Press one.');
};

/** Compares with the output of Twilio's own library, which does not escape quotation marks within a text. */
function sameAs(ours: string, theirs: InstanceType<typeof twilio.twiml.VoiceResponse>): void {
  expect(ours.replaceAll('&quot;선물&quot;', '"선물"')).toBe(theirs.toString());
}

describe('a turn as TwiML equals the output of Twilio’s own library', () => {
  test('with a choice', () => {
    const theirs = new twilio.twiml.VoiceResponse();
    const attributes = { input: ['dtmf' as const], action: INPUT_URL, method: 'POST', numDigits: 1 };
    saidBy(theirs.gather({ ...attributes, finishOnKey: '', timeout: 7, actionOnEmptyResult: true }));
    sameAs(twiml(turn({ listen: CHOICE }), AT), theirs);
  });

  test('with a number', () => {
    const theirs = new twilio.twiml.VoiceResponse();
    const attributes = { input: ['dtmf' as const], action: INPUT_URL, method: 'POST', numDigits: 10 };
    saidBy(theirs.gather({ ...attributes, finishOnKey: '#', timeout: 7, actionOnEmptyResult: true }));
    sameAs(twiml(turn({ listen: NUMBER }), AT), theirs);
  });

  test('that must be heard first', () => {
    const theirs = new twilio.twiml.VoiceResponse();
    saidBy(theirs);
    const attributes = { input: ['dtmf' as const], action: INPUT_URL, method: 'POST', numDigits: 1 };
    theirs.gather({ ...attributes, finishOnKey: '', timeout: 7, actionOnEmptyResult: true });
    const ours = twiml(turn({ listen: { ...CHOICE, barge_in: false } }), AT);
    sameAs(ours.replace('></Gather>', '/>'), theirs);
  });

  test('that ends, connects, or continues by itself', () => {
    const hangUp = new twilio.twiml.VoiceResponse();
    saidBy(hangUp);
    hangUp.hangup();
    sameAs(twiml(turn({ end: 'hang_up' }), AT), hangUp);
    const connect = new twilio.twiml.VoiceResponse();
    saidBy(connect);
    connect.dial('+8215880200');
    sameAs(twiml(turn({ end: 'operator' }), AT), connect);
    const proceed = new twilio.twiml.VoiceResponse();
    saidBy(proceed);
    proceed.redirect({ method: 'POST' }, INPUT_URL);
    sameAs(twiml(turn({}), AT), proceed);
  });
});

describe('a webhook', () => {
  const secret = 'auth-token';
  const url = 'https://gift.example/v1/voice/twilio/calls?x=1';
  const fields = { CallSid: 'CA1', Digits: '739258', From: '+821012345678', Called: '', Straße: 'ä' };
  const signature = twilio.getExpectedTwilioSignature(secret, url, fields);

  test('is accepted with Twilio’s signature', () => {
    expect(twilio.validateRequest(secret, signature, url, fields)).toBe(true);
    expect(isFromTwilio(secret, signature, url, fields)).toBe(true);
  });

  test.each([
    ['a field was altered', signature, url, { ...fields, Digits: '1' }],
    ['a field was added', signature, url, { ...fields, X: '1' }],
    ['it was signed for another URL', signature, `${url}&y=2`, fields],
    ['the signature is cut off', signature.slice(0, 10), url, fields],
    ['the signature is garbage', 'none', url, fields],
    ['there is no signature', undefined, url, fields],
  ])('is refused when %s', (_why, given, at, what) => {
    expect(isFromTwilio(secret, given, at, what)).toBe(false);
  });

  test('is refused while no secret is set', () => {
    const empty = twilio.getExpectedTwilioSignature('', url, fields);
    expect(isFromTwilio('', empty, url, fields)).toBe(false);
  });
});

test('the keys in a webhook', () => {
  expect(inputOf({ Digits: '01012345678', FinishedOnKey: '#' })).toEqual({
    kind: 'digits',
    digits: '01012345678',
  });
  expect(inputOf({ Digits: '#' })).toEqual({ kind: 'digits', digits: '' });
  expect(inputOf({ Digits: '', FinishedOnKey: '#' })).toEqual({ kind: 'digits', digits: '' });
  expect(inputOf({ Digits: '', FinishedOnKey: '' })).toEqual({ kind: 'silence' });
  expect(inputOf({ Digits: '*' })).toEqual({ kind: 'digits', digits: '*' });
  expect(inputOf({ CallSid: 'CA1' })).toEqual({ kind: 'said' });
});

test.each([
  ['busy', '486', 'busy'],
  ['busy', '603', 'declined'],
  ['no-answer', '487', 'no_answer'],
  ['canceled', undefined, 'no_answer'],
  ['failed', '404', 'unknown_number'],
  ['failed', '484', 'unknown_number'],
  ['failed', '503', 'unreachable'],
  ['completed', '200', null],
])('a call that ended as %s %s is %s', (status, code, outcome) => {
  expect(outcomeOfStatus(status, code)).toBe(outcome);
});

test('a person or a machine', () => {
  expect(['human', 'unknown', undefined].map(outcomeOfAnswer)).toEqual(['answered', 'answered', 'answered']);
  expect(['machine_start', 'machine_end_beep', 'fax'].map(outcomeOfAnswer)).toEqual([
    'machine',
    'machine',
    'machine',
  ]);
});
