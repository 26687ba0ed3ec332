import sax from 'sax';

/** An element, by its name without a prefix. */
export type Element = {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: Element[];
};

const DEPTH_MAX = 40;
/** Elements and attributes: more than banks write into a file of the size that is taken, and no more than is read in a moment. */
const PARTS_MAX = 300_000;
/** What no document may contain, not even as a reference to it. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Reads a document; undefined if it is not well-formed. One with a document type is refused, since only that can declare
 * entities: nothing is fetched, and nothing grows.
 */
export function readXml(bytes: Buffer): Element | undefined {
  const parser = sax.parser(true);
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open: Element[] = [root];
  let parts = 0;
  const fail = () => {
    throw new Error('The document can’t be read.');
  };
  parser.onerror = fail;
  parser.ondoctype = fail;
  const count = () => {
    parts += 1;
    if (parts > PARTS_MAX) fail();
  };
  parser.onattribute = count;
  parser.onopentag = ({ name, attributes }) => {
    count();
    if (open.length > DEPTH_MAX) fail();
    const element: Element = {
      name: name.slice(name.indexOf(':') + 1),
      attributes: attributes as Record<string, string>,
      text: '',
      children: [],
    };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  const onText = (text: string) => {
    if (text.search(NO_CHARACTER) !== -1) fail();
    const element = open.at(-1);
    if (element !== undefined) element.text += text;
  };
  parser.ontext = onText;
  parser.oncdata = onText;
  try {
    parser.write(new TextDecoder('utf-8', { fatal: true }).decode(bytes)).close();
  } catch {
    return undefined;
  }
  return root.children[0];
}

/** All elements at a path below this one. */
export function at(element: Element, ...path: string[]): Element[] {
  return path.reduce<Element[]>(
    (found, name) => found.flatMap(({ children }) => children.filter((child) => child.name === name)),
    [element],
  );
}

/** The text of the first element at a path, without the spaces around it. */
export function textAt(element: Element, ...path: string[]): string | undefined {
  return at(element, ...path)[0]?.text.trim();
}

/** Text as it stands in an element; what no XML document may contain is left out. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NO_CHARACTER, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
