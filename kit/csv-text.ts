import { decode } from 'iconv-lite';

/** The text of a CSV file as spreadsheets save it: UTF-8, UTF-16, or, in Korea, CP949. Undefined if it is none of them. */
export function csvText(bytes: Uint8Array): string | undefined {
  const utf16 = utf16Of(bytes);
  return utf16 === undefined ? (unicode(bytes, 'utf-8') ?? cp949(bytes)) : unicode(bytes, utf16);
}

/** By the byte order mark, or else by the empty half of the first character, which is a heading's. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === undefined || second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
}

function unicode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Node's own `euc-kr` lacks the syllables that CP949 adds, and makes other letters of them. */
function cp949(bytes: Uint8Array): string | undefined {
  const text = decode(Buffer.from(bytes), 'cp949');
  return text.includes('\ufffd') ? undefined : text;
}
