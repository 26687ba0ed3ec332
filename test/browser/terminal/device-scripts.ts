/** Scripts that a test runs in a terminal's page to see what the device stores. */

/** Letters of a font file that can't be fetched would be shown in another font, or as boxes. */
export const FONT_IS_LOADED = `document.fonts.check('1em "Pretendard Variable"', '서버에 연결할 수 없어요')`;
export const IS_FULLY_CACHED = `Promise.all(performance.getEntriesByType('resource')
  .filter(({ name }) => new URL(name).pathname.startsWith('/assets/'))
  .map(({ name }) => caches.match(name))).then((kept) => kept.length > 2 && kept.every(Boolean))`;

const OPEN = `new Promise((opened) => {
  const request = indexedDB.open('seonmul-terminal');
  request.onsuccess = () => opened(request.result);
})`;
const read = (name: string) => `${OPEN}.then((database) => new Promise((got) => {
  const request = database.transaction('kept').objectStore('kept').get('${name}');
  request.onsuccess = () => got(request.result);
}))`;
export const READ_KEY = `${read('device')}.then(({ private_key }) => crypto.subtle.exportKey('pkcs8', private_key).then(
  () => ({ extractable: private_key.extractable, taken: 'yes' }),
  ({ name }) => ({ extractable: private_key.extractable, taken: name })))`;
export const READ_PENDING = read('pending');
