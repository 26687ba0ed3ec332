import { type Alphabet, fitsAlphabet, septetsOf } from './gsm-alphabet.ts';

export type TextPart = {
  data_coding: number;
  esm_class: number;
  short_message: { udh?: Buffer; message: string };
  message_payload?: { message: string };
};

/** The provider settings that decide how a text is split into messages. */
export type TextForm = {
  alphabet: Alphabet;
  /** How a long text is sent: in parts that the phone joins, or whole, for the provider to split. */
  long_messages: 'parts' | 'payload';
};

const USUAL_FORM: TextForm = { alphabet: 'gsm', long_messages: 'parts' };

const UCS2 = 8;
const GSM7 = 0;
const UDH_INDICATOR = 0x40;
const PARTS_MAX = 255;
const LIMITS = { [GSM7]: { single: 160, part: 153 }, [UCS2]: { single: 70, part: 67 } } as const;

/**
 * A text as short messages: one, or several joined by the reference number in their headers (GSM 03.40, 9.2.3.24.1), or
 * one with all of the text in its `message_payload` (SMPP 3.4, 5.3.2.32). What readers see as one character is never split,
 * nor is an escaped one, which takes two units. Throws a RangeError for texts of more than 255 parts.
 */
export function textParts(text: string, reference: number, form: TextForm = USUAL_FORM): TextPart[] {
  const data_coding = fitsAlphabet(text, form.alphabet) ? GSM7 : UCS2;
  const units = data_coding === GSM7 ? septetsOf : (sign: string) => sign.length;
  const { single, part } = LIMITS[data_coding];
  const pieces = cut(text, part, units);
  if (pieces.length > PARTS_MAX) throw new RangeError('The text is too long for text messages.');
  if (cut(text, single, units).length === 1)
    return [{ data_coding, esm_class: 0, short_message: { message: text } }];
  if (form.long_messages === 'payload') {
    return [
      { data_coding, esm_class: 0, short_message: { message: '' }, message_payload: { message: text } },
    ];
  }
  return pieces.map((message, index) => ({
    data_coding,
    esm_class: UDH_INDICATOR,
    short_message: { udh: Buffer.from([5, 0, 3, reference & 0xff, pieces.length, index + 1]), message },
  }));
}

function cut(text: string, max: number, unitsOf: (sign: string) => number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const sign of uncut(text, max, unitsOf)) {
    const units = unitsIn(sign, unitsOf);
    if (used + units > max) {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += sign;
    used += units;
  }
  return [...pieces, piece];
}

const graphemes = new Intl.Segmenter('ko', { granularity: 'grapheme' });

/** What readers see as one: a family of emoji, a flag, a syllable of several letters; unless it is longer than a part. */
function uncut(text: string, max: number, unitsOf: (sign: string) => number): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment).flatMap((segment) =>
    unitsIn(segment, unitsOf) > max ? [...segment] : [segment],
  );
}

function unitsIn(text: string, unitsOf: (sign: string) => number): number {
  return [...text].reduce((sum, sign) => sum + unitsOf(sign), 0);
}

export type PartHeader = { reference: number; total: number; number: number };

/** The fields of a received message that tell which part it is. */
type Parted = {
  short_message?: { udh?: Buffer | Buffer[] };
  message_payload?: { udh?: Buffer | Buffer[] };
  sar_msg_ref_num?: number;
  sar_total_segments?: number;
  sar_segment_seqnum?: number;
};

/**
 * The concatenation header of a received part, if any: an element of the user data header with a reference of one or two
 * bytes (GSM 03.40, 9.2.3.24.1 and 9.2.3.24.8), or the equivalent SMPP parameters (5.3.2.22 to 24).
 */
export function partHeader(pdu: Parted): PartHeader | undefined {
  const udh = pdu.short_message?.udh ?? pdu.message_payload?.udh;
  const elements = udh === undefined ? [] : Array.isArray(udh) ? udh : [udh];
  const known = elements.map(headerOfElement).find((header) => header !== undefined);
  const header = known ?? {
    reference: pdu.sar_msg_ref_num ?? 0,
    total: pdu.sar_total_segments ?? 0,
    number: pdu.sar_segment_seqnum ?? 0,
  };
  return header.number < 1 || header.number > header.total ? undefined : header;
}

function headerOfElement(element: Buffer): PartHeader | undefined {
  const [kind, length, ...data] = element;
  if (kind === 0 && length === 3) {
    const [reference = 0, total = 0, number = 0] = data;
    return { reference, total, number };
  }
  if (kind === 8 && length === 4) {
    const [high = 0, low = 0, total = 0, number = 0] = data;
    return { reference: high * 256 + low, total, number };
  }
  return undefined;
}

const UNFINISHED_MAX = 1_000;

/** Reassembles parts; returns the text when the last one has arrived. Keeps at most a thousand unfinished texts. */
export function partJoiner(): (
  from: string,
  header: PartHeader | undefined,
  message: string,
) => string | undefined {
  const unfinished = new Map<string, string[]>();
  return (from, header, message) => {
    if (header === undefined || header.total === 1) return message;
    const key = `${from} ${header.reference} ${header.total}`;
    const parts = unfinished.get(key) ?? [];
    parts[header.number - 1] = message;
    unfinished.set(key, parts);
    if (parts.filter((part) => part !== undefined).length < header.total) {
      const oldest = unfinished.keys().next().value;
      if (unfinished.size > UNFINISHED_MAX && oldest !== undefined) unfinished.delete(oldest);
      return undefined;
    }
    unfinished.delete(key);
    return parts.join('');
  };
}
