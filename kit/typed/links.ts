import { LinkifyIt } from 'linkify-it';

/** Top-level domains of more than two letters which phones and mail programs link, beside those that the library knows. */
const MORE_DOMAINS =
  `app art autos bar best bio blog bond buzz cafe cam cfd center chat city click cloud club codes coffee company cyou deals
  delivery dev digital email events example exchange express fit forum fun fund gift gifts global group guru homes host
  icu immo ink lat life link live loan lol love ltd market me media mom monster money news ninja online page pics plus
  quest rest run sale sbs services shopping site skin social solutions space store stream studio support systems team
  tech tickets today tokyo tools top trade uno vip video wang watch wiki win work works world wtf xin xyz yachts zip zone
  mov mobi 한국 닷컴 닷넷 삼성`
    .split(/\s+/)
    .filter((domain) => domain !== '');

const links = new LinkifyIt({ fuzzyLink: true, fuzzyIP: true }).tlds(MORE_DOMAINS, true);

const ANY_SCHEME = /[a-z][a-z0-9+.-]*:\/\/|\bwww\.\S/i;
/** Full stops of other scripts, which browsers take for one in a domain. */
const STOPS = /[\u3002\uff0e\uff61]/g;

/** Whether a phone or a mail program would make part of this a link to a page or to a mail address. */
export function hasLink(text: string): boolean {
  const plain = text.replace(STOPS, '.').normalize('NFKC');
  return ANY_SCHEME.test(plain) || links.test(plain);
}
