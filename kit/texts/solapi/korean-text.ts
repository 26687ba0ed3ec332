import iconv from 'iconv-lite';

const CP949 = 'cp949';
const UNKNOWN = 0x3f;

/** A text as Korean networks carry it: KS X 1001 and its extension, other characters as a question mark. */
export function koreanText(text: string): string {
  return [...text.normalize('NFC').replace(/\p{Cf}|\ufe0f/gu, '')]
    .map((sign) => (isCarried(sign) ? sign : '?'))
    .join('');
}

function isCarried(sign: string): boolean {
  const bytes = iconv.encode(sign, CP949);
  return sign === '?' || bytes.length > 1 || bytes[0] !== UNKNOWN;
}

/** How many bytes a text takes: Korean letters two, Latin ones one. */
export function koreanBytes(text: string): number {
  return iconv.encode(text, CP949).length;
}
