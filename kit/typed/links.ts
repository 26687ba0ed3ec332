import { LinkifyIt } from 'linkify-it';
import tlds from 'tlds' with { type: 'json' };

/** With every top-level domain that exists, since phones and mail programs link them all, and the one of examples. */
const links = new LinkifyIt({ fuzzyLink: true, fuzzyIP: true }).tlds([...tlds, 'example'], true);

const ANY_SCHEME = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.\S/i;
/** Full stops of other scripts, which browsers take for one in a domain. */
const STOPS = /[\u3002\uff0e\uff61]/g;
/** Where a Korean particle follows a domain, as in `naver.com에서`: a phone links what is before it. */
const BEFORE_PARTICLE = /(?<=[a-z0-9])(?=\p{Script=Hangul})/giu;

/** Whether a phone or a mail program would make part of this a link to a page or to a mail address. */
export function hasLink(text: string): boolean {
  const plain = text.replace(STOPS, '.').normalize('NFKC');
  return ANY_SCHEME.test(plain) || links.test(plain) || links.test(plain.replace(BEFORE_PARTICLE, ' '));
}
