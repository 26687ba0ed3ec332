export type TextPart = {
  data_coding: number;
  esm_class: number;
  short_message: { udh?: Buffer; message: string };
};

const UCS2 = 8;
const GSM7 = 0;
const UDH_INDICATOR = 0x40;
/** The characters that ASCII and GSM 03.38's basic table write alike; whatever has others travels as UCS-2. */
const GSM_SAFE = /^[A-Za-z0-9 \n\r!"#%&'()*+,\-./:;<=>?$@]*$/;
const LIMITS = { [GSM7]: { single: 160, part: 153 }, [UCS2]: { single: 70, part: 67 } } as const;

/**
 * A text as short messages: one, or several joined by the reference number in their headers (GSM 03.40, 9.2.3.24.1).
 * A pair of surrogates is never parted. Texts of more than 255 parts can't be said so and throw.
 */
export function textParts(text: string, reference: number): TextPart[] {
  const data_coding = GSM_SAFE.test(text) ? GSM7 : UCS2;
  const { single, part } = LIMITS[data_coding];
  if (text.length <= single) return [{ data_coding, esm_class: 0, short_message: { message: text } }];
  const pieces = cut(text, part);
  if (pieces.length > 255) throw new RangeError('The text is too long for text messages.');
  return pieces.map((message, index) => ({
    data_coding,
    esm_class: UDH_INDICATOR,
    short_message: { udh: Buffer.from([5, 0, 3, reference & 0xff, pieces.length, index + 1]), message },
  }));
}

function cut(text: string, units: number): string[] {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = Math.min(at + units, text.length);
    const last = text.charCodeAt(end - 1);
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1;
    pieces.push(text.slice(at, end));
    at = end;
  }
  return pieces;
}

export type PartHeader = { reference: number; total: number; number: number };

/** The joining header of a received part, if it has one. */
export function partHeader(udh: Buffer | Buffer[] | undefined): PartHeader | undefined {
  const buffers = udh === undefined ? [] : Array.isArray(udh) ? udh : [udh];
  const bytes = Buffer.concat(buffers);
  // The package hands over the elements either with the length byte of the whole header or without it.
  const start = bytes.indexOf(Buffer.from([0, 3]));
  const [reference, total, number] = start === -1 ? [] : bytes.subarray(start + 2, start + 5);
  if (
    reference === undefined ||
    total === undefined ||
    number === undefined ||
    number < 1 ||
    number > total
  ) {
    return undefined;
  }
  return { reference, total, number };
}

/** Puts parts together again; answers the text when the last one is there. Holds at most a thousand unfinished texts. */
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
      if (unfinished.size > 1_000 && oldest !== undefined) unfinished.delete(oldest);
      return undefined;
    }
    unfinished.delete(key);
    return parts.join('');
  };
}
